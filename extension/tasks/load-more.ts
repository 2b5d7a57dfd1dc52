import type { Page } from '../../shared/page.ts';
import type { Today, TodayTask } from '../../shared/today.ts';
import { api, unwrap } from '../api/client.ts';
import { queryClient } from '../app/queries.ts';
import { withTask } from './today-lists.ts';
import { TODAY_KEY } from './use-today.ts';

type TaskParams = Partial<Record<'cursor' | 'from' | 'to', string>>;

export const readTasks = (query: TaskParams): Promise<Page<TodayTask>> =>
  unwrap(api().api.v1.tasks.$get({ query: query as never }));

/** The next tasks of a list that goes on, each into its place. */
export async function loadMore(): Promise<void> {
  const today = queryClient.getQueryData<Today>(TODAY_KEY);
  if (!today?.cursor) return;
  const { items, nextCursor } = await readTasks({ cursor: today.cursor, to: today.day });
  queryClient.setQueryData<Today>(TODAY_KEY, (now) => {
    if (!now) return now;
    const { cursor: _, ...rest } = items.reduce((day, task) => withTask(day, task, task), now);
    return { ...rest, ...(nextCursor && { cursor: nextCursor }) };
  });
}
