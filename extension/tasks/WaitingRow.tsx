import { dayOf } from '../../shared/day.ts';
import type { WaitingThread } from '../../shared/today.ts';
import { formatInstant } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { go } from '../app/navigation.ts';
import { here } from '../app/place.ts';
import { daysBetween } from '../opportunities/stage.ts';
import { IconButton } from '../ui/Button.tsx';
import { Check } from '../ui/icons.ts';
import { Mono } from '../ui/Person.tsx';
import { shown } from '../ui/shown.ts';
import { Row, RowText } from './Row.tsx';
import { SnoozeButton } from './SnoozeButton.tsx';
import { NotSaved } from './TaskTrouble.tsx';
import {
  changeThread,
  setThreadTrouble,
  settleThread,
  snoozeThread,
  threadTroubles,
  titleOf,
} from './thread-actions.ts';

export const threadRowId = ({ threadKey }: Pick<WaitingThread, 'threadKey'>): string => `thread-${threadKey}`;

/** Who waits for whom, about what, for how long. */
export function WaitingRow({ thread }: { thread: WaitingThread }) {
  const { person, account, opportunity, activityId, lastAt } = thread;
  const place = here();
  const title = shown(titleOf(thread));
  const about = [person !== title && person, account?.name, opportunity?.name].filter(Boolean);
  const rowId = threadRowId(thread);
  return (
    <Row id={rowId} below={<ThreadTrouble thread={thread} />}>
      <Mono name={person && shown(person)} class="-mx-1 shrink-0" />
      <RowText
        id={`${rowId}-open`}
        title={title}
        name={title}
        hint={about.length > 0 ? shown(about.join(t('today.about_gap'))) : undefined}
        onOpen={() => go({ name: 'record', id: activityId })}
        lead
      />
      <span class="num shrink-0 py-0.5 text-xs text-muted" title={formatInstant(lastAt, place)}>
        {t('today.days', { count: daysBetween(dayOf(lastAt, place.timeZone), place.today) })}
      </span>
      <span class="-mx-1.5 flex shrink-0">
        <IconButton
          icon={Check}
          size="xs"
          label={t('today.settle', { title })}
          title={t('today.settle_short')}
          data-settle=""
          onClick={() => settleThread(thread)}
        />
        <SnoozeButton rowId={rowId} title={title} daysOnly onSnooze={(to) => snoozeThread(thread, to)} />
      </span>
    </Row>
  );
}

function ThreadTrouble({ thread }: { thread: WaitingThread }) {
  const trouble = threadTroubles.value.get(thread.threadKey);
  if (!trouble) return null;
  return (
    <NotSaved
      error={trouble.error}
      onRetry={() => void changeThread(thread, trouble.change)}
      onDrop={() => setThreadTrouble(thread.threadKey, undefined)}
    />
  );
}
