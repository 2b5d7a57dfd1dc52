import { isOpenTask } from '../../shared/task.ts';
import type { TodayTask } from '../../shared/today.ts';
import { openAccountFeed, openOpportunityFeed } from '../activities/open-feed.ts';
import { formatTime, money, relativeDay } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { go } from '../app/navigation.ts';
import { here } from '../app/place.ts';
import { shown } from '../ui/shown.ts';
import { Row, RowText } from './Row.tsx';
import { SnoozeButton } from './SnoozeButton.tsx';
import { TaskTrouble } from './TaskTrouble.tsx';
import { setDone, snoozeTask } from './task-actions.ts';

export const taskRowId = ({ id }: Pick<TodayTask, 'id'>): string => `task-${id}`;

export function TaskRow({ task }: { task: TodayTask }) {
  const isDone = !isOpenTask(task);
  const title = shown(task.title);
  const rowId = taskRowId(task);
  return (
    <Row id={rowId} below={<TaskTrouble id={task.id} />}>
      <label class="-m-1 grid size-6 shrink-0 cursor-pointer place-items-center">
        <input
          id={`${rowId}-done`}
          type="checkbox"
          class="checkbox checkbox-xs outline-none"
          aria-label={title}
          checked={isDone}
          data-lead=""
          data-settle=""
          onChange={({ currentTarget }) => setDone(task, currentTarget.checked)}
        />
      </label>
      <RowText
        id={`${rowId}-open`}
        title={<span class={isDone ? 'text-faint line-through' : ''}>{title}</span>}
        name={title}
        hint={aboutOf(task)}
        onOpen={openingOf(task)}
      />
      <TaskTime task={task} />
      {isDone ? (
        <span class="w-6 shrink-0" />
      ) : (
        <SnoozeButton rowId={rowId} title={title} onSnooze={(to) => snoozeTask(task, to)} />
      )}
    </Row>
  );
}

function TaskTime({ task }: { task: TodayTask }) {
  const place = here();
  const { dueOn, dueAt } = task;
  if (!isOpenTask(task)) return <When tone="text-muted">{t('today.is_done')}</When>;
  if (dueOn < place.today)
    return <When tone="text-danger">{relativeDay(dueOn, place, { weekday: false })}</When>;
  if (dueOn > place.today)
    return <When tone="text-muted">{relativeDay(dueOn, place, { weekday: false })}</When>;
  if (dueAt === undefined) return null;
  const isPast = dueAt < Date.now();
  return <When tone={isPast ? 'text-danger' : 'text-muted'}>{formatTime(dueAt, place)}</When>;
}

const When = ({ tone, children }: { tone: string; children: string }) => (
  <span class={`num shrink-0 py-0.5 text-xs ${tone}`}>{children}</span>
);

function aboutOf({ account, opportunity }: TodayTask): string | undefined {
  if (!opportunity) return account && shown(account.name);
  const { name, amountMinor, currency } = opportunity;
  return shown(`${name} ${amountMinor > 0 ? money(amountMinor, currency, here()) : ''}`.trim());
}

/** The log that agreed on it, else what is known of its opportunity or account. */
function openingOf({ activityId, account, opportunity }: TodayTask): (() => void) | undefined {
  if (activityId) return () => go({ name: 'record', id: activityId });
  if (opportunity) return () => openOpportunityFeed(opportunity);
  return account && (() => openAccountFeed(account));
}
