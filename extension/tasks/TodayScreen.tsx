import { isOpenTask } from '../../shared/task.ts';
import type { Today } from '../../shared/today.ts';
import { ErrorNotice } from '../app/ErrorNotice.tsx';
import { formatDay, formatTime } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { KeyHints } from '../app/KeyHints.tsx';
import { here } from '../app/place.ts';
import { Screen } from '../app/Screen.tsx';
import { Loading } from '../ui/Loading.tsx';
import { QuickAdd } from './QuickAdd.tsx';
import { DueTasks, OverdueTasks } from './TaskSections.tsx';
import { TodayEmpty } from './TodayEmpty.tsx';
import { TodaySkeleton } from './TodaySkeleton.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { heard, useToday } from './use-today.ts';
import { useTodayKeys } from './use-today-keys.ts';
import { WaitingThreads } from './WaitingThreads.tsx';

/** One's own day: what is overdue, what is due, and who waits for an answer. */
export function TodayScreen() {
  const { data, error, isPending, refetch } = useToday();
  const { at, isSilent } = heard.value;
  useTodayKeys(data);
  useKeptFocus(data);
  return (
    <Screen footer={<TodayHints />}>
      <TodayHead day={data?.day ?? here().today} staleSince={isSilent && data ? at : undefined} />
      <Loading pending={isPending} label={t('today.loading')} shape={<TodaySkeleton />}>
        {() => (data ? <Day today={data} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />)}
      </Loading>
    </Screen>
  );
}

function TodayHead({ day, staleSince }: { day: string; staleSince: number | undefined }) {
  const place = here();
  return (
    <div class="flex flex-wrap items-baseline gap-x-2 px-4 pt-3 pb-1">
      <h1 class="text-lg font-semibold">{formatDay(day, place)}</h1>
      {staleSince !== undefined && (
        <span class="ml-auto text-xs text-warn" role="status">
          {t('today.as_of', { time: formatTime(staleSince, place) })}
        </span>
      )}
    </div>
  );
}

function Day({ today }: { today: Today }) {
  const { overdue, due } = today;
  const isFree = ![...overdue, ...due].some(isOpenTask);
  return (
    <>
      <QuickAdd />
      {isFree && <TodayEmpty today={today} />}
      <OverdueTasks today={today} />
      <DueTasks today={today} />
      <WaitingThreads today={today} />
    </>
  );
}

const TodayHints = () => (
  <KeyHints
    hints={[
      { keys: 'j k', label: t('feed.key_move') },
      { keys: 'enter', label: t('feed.key_open') },
      { keys: 'x', label: t('today.key_done') },
      { keys: 's', label: t('today.key_snooze') },
    ]}
  />
);
