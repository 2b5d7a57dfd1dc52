import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { addDays } from '../../shared/day.ts';
import { isOpenTask } from '../../shared/task.ts';
import type { Today, TodayTask } from '../../shared/today.ts';
import { errorText } from '../app/error-text.ts';
import { t } from '../app/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { loadMore } from './load-more.ts';
import { TaskRow } from './TaskRow.tsx';
import { moveAll } from './task-actions.ts';

export function OverdueTasks({ today }: { today: Today }) {
  const { overdue, day, cursor } = today;
  const open = overdue.filter(isOpenTask);
  if (overdue.length === 0) return null;
  return (
    <Section
      id="overdue"
      title={t('today.overdue')}
      count={open.length}
      hasMore={cursor !== undefined}
      end={
        open.length > 0 && (
          <Button kind="link" size="xs" onClick={() => moveAll(open, addDays(day, 1))}>
            {t('today.all_to_tomorrow')}
          </Button>
        )
      }
    >
      <TaskList tasks={overdue} />
      {cursor && <MoreTasks />}
    </Section>
  );
}

export function DueTasks({ today }: { today: Today }) {
  const { overdue, due, doneToday, cursor } = today;
  const shown = new Set(overdue.map(({ id }) => id));
  const done = doneToday.filter(({ id }) => !shown.has(id));
  if (due.length + done.length === 0) return null;
  const hasMore = cursor !== undefined && overdue.length === 0;
  return (
    <Section id="due" title={t('today.due')} count={due.filter(isOpenTask).length} hasMore={hasMore}>
      <TaskList tasks={[...due, ...done]} />
      {hasMore && <MoreTasks />}
    </Section>
  );
}

const TaskList = ({ tasks }: { tasks: readonly TodayTask[] }) => (
  <ul>
    {tasks.map((task) => (
      <TaskRow key={task.id} task={task} />
    ))}
  </ul>
);

export function Section(props: {
  id: string;
  title: string;
  count: number;
  hasMore?: boolean;
  end?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { id, title, count, hasMore, end, children } = props;
  return (
    <section aria-labelledby={`today-${id}`}>
      <h2 id={`today-${id}`} class="section-label px-4 pt-3 pb-1">
        <span>
          {title} {count > 0 && <span class="num">{`${count}${hasMore ? '+' : ''}`}</span>}
        </span>
        {end}
      </h2>
      {children}
    </section>
  );
}

function MoreTasks() {
  const [state, setState] = useState<{ isLoading: boolean; error?: unknown }>({ isLoading: false });
  const more = async () => {
    setState({ isLoading: true });
    try {
      await loadMore();
      setState({ isLoading: false });
    } catch (error) {
      setState({ isLoading: false, error });
    }
  };
  return (
    <div class="px-4 py-1.5">
      {state.error !== undefined && (
        <p class="pb-1 text-xs text-danger" role="alert">
          {errorText(state.error)}
        </p>
      )}
      <Button size="xs" busy={state.isLoading} onClick={() => void more()}>
        {t('feed.more')}
      </Button>
    </div>
  );
}
