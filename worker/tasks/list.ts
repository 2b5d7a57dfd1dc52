import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { encodeCursor, type Page } from '../../shared/page.ts';
import type { TaskQuery, TodayTask } from '../../shared/today.ts';
import type { Ctx } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { cursorOf, openTasks, selectTasks, type TaskRow, toTodayTask } from './task-rows.ts';

/** A page of one's own open tasks by day, at any depth for what it shows. */
export async function listTasks(ctx: Ctx, query: z.output<typeof TaskQuery>): Promise<Page<TodayTask>> {
  const { limit, cursor, ...days } = query;
  const rows = await openTasks(ctx, days, { limit, after: cursor });
  const nextCursor = cursorAfter(rows, limit);
  return {
    items: rows.slice(0, limit).map((row) => toTodayTask(ctx, row)),
    ...(nextCursor && { nextCursor }),
  };
}

/** Where the list goes on after the first `limit` rows, if it does. */
export function cursorAfter(rows: readonly TaskRow[], limit: number): string | undefined {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return last && encodeCursor(cursorOf(last));
}

/** A task of one's own, in whatever state it is. */
export async function getTask(ctx: Ctx, id: string): Promise<TodayTask> {
  const isMine = sql`t.id = ${id} AND t.assignee_id = ${ctx.user.userId}`;
  const [row] = await selectTasks(ctx, sql``, isMine);
  if (!row) throw new ServiceError('not_found');
  return toTodayTask(ctx, row);
}
