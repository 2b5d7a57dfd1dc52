import { sql } from 'drizzle-orm';
import { addDays, dayOf, startOfDay } from '../../shared/day.ts';
import { nextWorkingDay, type Today } from '../../shared/today.ts';
import type { Ctx } from '../context.ts';
import { cursorAfter } from '../tasks/list.ts';
import {
  bySoonest,
  type Days,
  isOpenOn,
  openTasks,
  selectTasks,
  type TaskRow,
  toTodayTask,
} from '../tasks/task-rows.ts';
import { toWaitingThread, waitingThreads } from './waiting-threads.ts';

/** Tasks of each list; those to come are counted so far. */
const SHOWN = 50;
const COUNTED = 100;

/** What is to be done on this day of the workspace, in one round trip. */
export async function getToday(ctx: Ctx): Promise<Today> {
  const { timeZone } = ctx.workspace;
  const day = dayOf(ctx.now, timeZone);
  const next = nextWorkingDay(day);
  const [overdue, due, done, [coming], inbound, outbound] = await ctx.db.batch([
    openTasks(ctx, { to: addDays(day, -1) }, { limit: SHOWN }),
    openTasks(ctx, { from: day, to: day }, { limit: SHOWN }),
    doneTasks(ctx, startOfDay(day, timeZone)),
    countTasks(ctx, { from: addDays(day, 1), to: next }),
    waitingThreads(ctx, day, 'inbound'),
    waitingThreads(ctx, day, 'outbound'),
  ]);
  const cursor = cursorAfter(overdue, SHOWN) ?? cursorAfter(due, SHOWN);
  const shown = (rows: TaskRow[]) =>
    rows
      .slice(0, SHOWN)
      .sort(bySoonest)
      .map((row) => toTodayTask(ctx, row));
  return {
    day,
    overdue: shown(overdue),
    due: shown(due),
    doneToday: done.map((row) => toTodayTask(ctx, row)),
    next: { day: next, count: coming?.n ?? 0 },
    waiting: [...inbound, ...outbound].map((row) => toWaitingThread(ctx, row)),
    ...(cursor && { cursor }),
  };
}

function doneTasks(ctx: Ctx, since: number) {
  return selectTasks(
    ctx,
    sql`INDEXED BY task_done_by_assignee`,
    sql`t.assignee_id = ${ctx.user.userId} AND t.status = 'done' AND t.done_at >= ${since}
      ORDER BY t.done_at DESC LIMIT ${SHOWN}`,
  );
}

function countTasks(ctx: Ctx, days: Days) {
  return ctx.db.all<{ n: number }>(sql`
    SELECT count(*) AS "n" FROM (
      SELECT 1 FROM task t INDEXED BY task_open_by_assignee
      WHERE t.ws_id = ${ctx.workspace.wsId} AND ${isOpenOn(ctx, days)} LIMIT ${COUNTED}
    )`);
}
