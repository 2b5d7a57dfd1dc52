import type { TodayTask } from '../../shared/today.ts';
import { errorCode, errorText } from '../app/error-text.ts';
import { formatTime, relativeDay } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { TwoVersions } from '../app/TwoVersions.tsx';
import { Button } from '../ui/Button.tsx';
import { shown } from '../ui/shown.ts';
import { changeTask, setTrouble, shownChange, type Trouble, troubles } from './change-task.ts';

/** Why the change of a task was not saved. Stays until it is answered. */
export function TaskTrouble({ id }: { id: string }) {
  const trouble = troubles.value.get(id);
  if (!trouble) return null;
  const { task, change, error, theirs } = trouble;
  if (theirs) return <Conflict trouble={trouble} theirs={theirs} />;
  return (
    <NotSaved
      error={error}
      onRetry={() => void changeTask(task, change)}
      onDrop={() => setTrouble(id, undefined)}
    />
  );
}

export const notSavedText = (error: unknown): string =>
  errorCode(error) === 'unreachable'
    ? t('today.not_saved_silent')
    : t('today.not_saved', { reason: errorText(error) });

export function NotSaved(props: { error: unknown; onRetry: () => void; onDrop: () => void }) {
  return (
    <div class="mt-1 grid gap-1 pl-7 text-xs" role="alert">
      <p class="text-danger">{notSavedText(props.error)}</p>
      <div class="flex gap-2">
        <Button size="xs" onClick={props.onRetry}>
          {t('ui.retry')}
        </Button>
        <Button kind="ghost" size="xs" onClick={props.onDrop}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Conflict({ trouble, theirs }: { trouble: Trouble; theirs: TodayTask }) {
  const { change } = trouble;
  return (
    <TwoVersions
      class="mt-1 pl-7"
      theirs={stateOf(theirs)}
      yours={stateOf({ ...theirs, ...shownChange(change) })}
      onTheirs={() => setTrouble(theirs.id, undefined)}
      onYours={() => void changeTask(theirs, change)}
    />
  );
}

/** A task in one line: what, on which day, and whether it is settled. */
function stateOf({
  title,
  dueOn,
  dueAt,
  status,
}: Pick<TodayTask, 'title' | 'dueOn' | 'dueAt' | 'status'>): string {
  const place = here();
  const time = dueAt === undefined ? '' : ` ${formatTime(dueAt, place)}`;
  const when = `${relativeDay(dueOn, place)}${time}`;
  return t('today.state', { title: shown(title), when, status: t(`today.status.${status}`) });
}
