import { and, eq, lte, sql } from 'drizzle-orm';
import type { ActivityType } from '../../shared/activity.ts';
import { monthOf } from '../../shared/day.ts';
import { monthColumnOf } from '../../shared/rollup.ts';
import type { Ctx } from '../context.ts';
import { activityDay, repMonth } from '../db/shard/schema.ts';

/** What is counted: one contribution counts once for its person, on the activity's day. */
type Credited = { userId: number; day: string; type: ActivityType };

/** Counts a contribution, in the batch that stores it. */
export function creditStatements(ctx: Ctx, { userId, day, type }: Credited) {
  const { wsId } = ctx.workspace;
  const column = monthColumnOf(type);
  return [
    ctx.db
      .insert(repMonth)
      .values({ wsId, userId, month: monthOf(day), activities: 1, [column]: 1 })
      .onConflictDoUpdate({
        target: [repMonth.wsId, repMonth.userId, repMonth.month],
        set: { activities: sql`${repMonth.activities} + 1`, [column]: sql`${repMonth[column]} + 1` },
      }),
    ctx.db
      .insert(activityDay)
      .values({ wsId, userId, day, type, n: 1 })
      .onConflictDoUpdate({
        target: [activityDay.wsId, activityDay.day, activityDay.userId, activityDay.type],
        set: { n: sql`${activityDay.n} + 1` },
      }),
  ];
}

/** Takes the count back; what has come down to nothing goes, so that a recount finds the same rows. */
export function uncreditStatements(ctx: Ctx, { userId, day, type }: Credited) {
  const { wsId } = ctx.workspace;
  const column = monthColumnOf(type);
  const ofMonth = and(eq(repMonth.wsId, wsId), eq(repMonth.userId, userId), eq(repMonth.month, monthOf(day)));
  const ofDay = and(
    eq(activityDay.wsId, wsId),
    eq(activityDay.day, day),
    eq(activityDay.userId, userId),
    eq(activityDay.type, type),
  );
  return [
    ctx.db
      .update(repMonth)
      .set({ activities: sql`${repMonth.activities} - 1`, [column]: sql`${repMonth[column]} - 1` })
      .where(ofMonth),
    ctx.db.delete(repMonth).where(and(ofMonth, lte(repMonth.activities, 0))),
    ctx.db
      .update(activityDay)
      .set({ n: sql`${activityDay.n} - 1` })
      .where(ofDay),
    ctx.db.delete(activityDay).where(and(ofDay, lte(activityDay.n, 0))),
  ];
}
