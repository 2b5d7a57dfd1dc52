import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Ctx } from '../context.ts';
import { partsOf } from '../db/shard/activity-parts.ts';
import { activity, activityBody, activityParty, contribution } from '../db/shard/schema.ts';
import { atLevel, fullest } from './content.ts';
import { contentColumns } from './create-activity.ts';
import { uncreditStatements } from './credit.ts';
import { refuseUnlessUnchanged } from './join-activity.ts';
import type { ContributionRow, Logged } from './logged.ts';
import {
  deleteReaders,
  deleteSearchEntry,
  readerStatements,
  rowsOf,
  updateSearchEntry,
} from './reader-index.ts';

/** Takes one contribution back: its credit, its readers, and what only it allowed to be kept. */
export function withdrawStatements(ctx: Ctx, logged: Logged, own: ContributionRow): BatchItem<'sqlite'>[] {
  const { row } = logged;
  const remaining = logged.contributions.filter(({ userId }) => userId !== own.userId);
  const [heir] = remaining;
  return [
    refuseUnlessUnchanged(ctx, logged),
    ctx.db
      .delete(contribution)
      .where(
        and(
          eq(contribution.wsId, ctx.workspace.wsId),
          eq(contribution.activityId, row.id),
          eq(contribution.userId, own.userId),
        ),
      ),
    ...(heir ? keepStatements(ctx, logged, [heir, ...remaining.slice(1)]) : removeStatements(ctx, logged)),
    ...uncreditStatements(ctx, { userId: own.userId, day: row.day, type: row.type }),
  ];
}

/** Children first: nothing cascades. */
function removeStatements(ctx: Ctx, { row, contributions }: Logged): BatchItem<'sqlite'>[] {
  const { wsId } = ctx.workspace;
  return [
    deleteSearchEntry(ctx, row.id),
    deleteReaders(ctx, row, rowsOf({ ...row, contributions })),
    ctx.db.delete(activityBody).where(and(eq(activityBody.wsId, wsId), eq(activityBody.seq, row.seq))),
    ctx.db
      .delete(activityParty)
      .where(and(eq(activityParty.wsId, wsId), eq(activityParty.activityId, row.id))),
    ctx.db.delete(activity).where(and(eq(activity.wsId, wsId), eq(activity.id, row.id))),
  ];
}

type AtLeastOne = [ContributionRow, ...ContributionRow[]];

/** The others' record, without what only the withdrawn contribution carried. */
function keepStatements(ctx: Ctx, logged: Logged, remaining: AtLeastOne): BatchItem<'sqlite'>[] {
  const { wsId } = ctx.workspace;
  const { row } = logged;
  const level = fullest(remaining.map((kept) => kept.level));
  const isOwnerGone = !remaining.some(({ userId }) => userId === row.ownerId);
  const kept = atLevel(logged.content, level);
  const content = isOwnerGone ? { ...kept, summary: null } : kept;
  const before = { ...row, contributions: logged.contributions };
  const after = {
    ...row,
    ownerId: isOwnerGone ? remaining[0].userId : row.ownerId,
    contributions: remaining,
  };
  return [
    ctx.db
      .update(activity)
      .set({
        ...contentColumns(content),
        ...(isOwnerGone && inheritedColumns(remaining[0])),
        level,
        contributors: remaining.length,
        parts: partsOf(remaining),
        version: sql`${activity.version} + 1`,
      })
      .where(and(eq(activity.wsId, wsId), eq(activity.id, row.id))),
    ...(content.text === null
      ? [ctx.db.delete(activityBody).where(and(eq(activityBody.wsId, wsId), eq(activityBody.seq, row.seq)))]
      : []),
    ...readerStatements(ctx, after, before),
    updateSearchEntry(ctx, after, content),
  ];
}

/** The oldest contribution left becomes the owner's; what the former owner alone had said goes. */
function inheritedColumns({ userId, outcome, loggedAt }: ContributionRow) {
  return {
    ownerId: userId,
    outcome,
    loggedAt,
    expenseMinor: null,
    expenseCurrency: null,
    expenseKind: null,
    nextKind: null,
    nextText: null,
    nextOn: null,
  };
}
