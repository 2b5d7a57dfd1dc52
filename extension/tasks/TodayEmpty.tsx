import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { addDays } from '../../shared/day.ts';
import type { Today } from '../../shared/today.ts';
import { errorText } from '../app/error-text.ts';
import { relativeDay } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CircleCheck } from '../ui/icons.ts';
import { readTasks } from './load-more.ts';
import { TaskRow } from './TaskRow.tsx';
import { TODAY_KEY } from './use-today.ts';

/** Nothing is left to do, or nothing was ever planned; and what comes next. */
export function TodayEmpty({ today }: { today: Today }) {
  const { next, doneToday, overdue, due, waiting } = today;
  const [isOpen, setOpen] = useState(false);
  const day = relativeDay(next.day, here());
  const isDone = doneToday.length + overdue.length + due.length > 0;
  const isEverything = !waiting.some(({ last }) => last === 'inbound');
  const title = isDone
    ? t(isEverything ? 'today.nothing_left' : 'today.no_task_left')
    : t('today.nothing_planned');
  return (
    <>
      <EmptyState
        icon={CircleCheck}
        title={title}
        actions={
          next.count > 0 && (
            <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('today.look_ahead', { day, count: next.count })}
            </Button>
          )
        }
      >
        {next.count > 0 ? t('today.next', { day, count: next.count }) : t('today.next_none', { day })}
      </EmptyState>
      {isOpen && <Coming today={today} />}
    </>
  );
}

function Coming({ today: { day, next } }: { today: Today }) {
  const { data, error } = useQuery({
    queryKey: [...TODAY_KEY, 'coming', next.day, next.count],
    queryFn: () => readTasks({ from: addDays(day, 1), to: next.day }),
  });
  if (error) {
    return (
      <p class="px-4 pb-2 text-xs text-danger" role="alert">
        {errorText(error)}
      </p>
    );
  }
  return (
    <ul class="pb-2" aria-busy={!data}>
      {data?.items.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </ul>
  );
}
