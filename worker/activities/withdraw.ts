import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Ctx } from '../context.ts';
import { sharedColumns } from '../db/shard/activity-parts.ts';
import { activity, activityBody, activityParty, contribution } from '../db/shard/schema.ts';
import { forgetMessage } from '../threads/note-message.ts';
import { type Content, ownContent } from './content.ts';
import { contentColumns, insertBody, insertParties } from './create-activity.ts';
import { uncreditStatements } from './credit.ts';
import { refuseUnlessUnchanged } from './join-activity.ts';
import { type ContributionRow, contentBy, type Logged } from './logged.ts';
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
    ...forgetMessage(ctx, row, own.userId),
    ...uncreditStatements(ctx, { userId: own.userId, day: row.day, type: row.type }),
  ];
}

/** Children first: nothing cascades. */
function removeStatements(ctx: Ctx, { row, contributions }: Logged): BatchItem<'sqlite'>[] {
  const { wsId } = ctx.workspace;
  return [
    deleteSearchEntry(ctx, row.id),
    deleteReaders(ctx, row, rowsOf({ contributions })),
    deleteBody(ctx, row.seq),
    deleteParties(ctx, row.id),
    ctx.db.delete(activity).where(and(eq(activity.wsId, wsId), eq(activity.id, row.id))),
  ];
}

type AtLeastOne = [ContributionRow, ...ContributionRow[]];

/** The others' record. Where its owner leaves it the oldest part left becomes the activity's. */
function keepStatements(ctx: Ctx, logged: Logged, remaining: AtLeastOne): BatchItem<'sqlite'>[] {
  const { wsId } = ctx.workspace;
  const { row, contributions } = logged;
  const heir = remaining.some(({ userId }) => userId === row.ownerId) ? undefined : remaining[0];
  const content = heir ? contentBy(logged, heir) : logged.content;
  const kept = heir ? remaining.map((one) => handedOver(logged, one, { heir, content })) : remaining;
  const before = { ...row, contributions };
  const after = { ...row, ownerId: heir?.userId ?? row.ownerId, contributions: kept };
  return [
    ctx.db
      .update(activity)
      .set({
        ...(heir && { ...contentColumns(content), ...inheritedColumns(heir) }),
        ...sharedColumns(after.ownerId, kept),
        version: sql`${activity.version} + 1`,
      })
      .where(and(eq(activity.wsId, wsId), eq(activity.id, row.id))),
    ...(heir ? contentStatements(ctx, logged, { before: remaining, after: kept, content }) : []),
    ...readerStatements(ctx, after, before),
    updateSearchEntry(ctx, after, content),
  ];
}

/** The heir's part and what it says, which the activity says from now on. */
type Succession = { heir: ContributionRow; content: Content };

/** A part that leant on the owner's former words keeps them, cut to its level, unless the new ones are the same. */
export function handedOver(
  logged: Logged,
  part: ContributionRow,
  { heir, content }: Succession,
): ContributionRow {
  if (part.userId === heir.userId) return { ...part, content: null };
  return part.content ? part : { ...part, content: ownContent(contentBy(logged, part), content, part.level) };
}

type Change = { before: readonly ContributionRow[]; after: readonly ContributionRow[]; content: Content };

/** Writes what the owner says from now on in place of what was said before, body and parties included. */
export function contentStatements(
  ctx: Ctx,
  { row, content: former }: Logged,
  { before, after, content }: Change,
) {
  const changed = after.filter(({ content: own }, i) => (own === null) !== (before[i]?.content === null));
  const isOtherText = former.text !== content.text;
  const isOtherCompany = former.parties !== content.parties;
  return [
    ...(changed.length > 0 ? [updateContents(ctx, row.id, changed)] : []),
    ...(isOtherText && former.text !== null ? [deleteBody(ctx, row.seq)] : []),
    ...(isOtherText && content.text !== null ? [insertBody(ctx, row.id, content.text)] : []),
    ...(isOtherCompany ? [deleteParties(ctx, row.id)] : []),
    ...(isOtherCompany && content.parties.length > 0 ? [insertParties(ctx, row.id, content.parties)] : []),
  ];
}

/** One statement for all of them. Parts of one level that leant on the same words keep the same words. */
function updateContents(ctx: Ctx, id: string, changed: readonly ContributionRow[]) {
  const { wsId } = ctx.workspace;
  const words = [...new Map(changed.map(({ level, content }) => [content && level, content]))];
  const users = changed.map(({ userId, level, content }) => [userId, content && level]);
  return ctx.db.run(sql`
    UPDATE contribution SET content = (
      SELECT w.value ->> 1 FROM json_each(${JSON.stringify(users)}) u
      JOIN json_each(${JSON.stringify(words)}) w ON w.value ->> 0 IS u.value ->> 1
      WHERE u.value ->> 0 = contribution.user_id
    )
    WHERE ws_id = ${wsId} AND activity_id = ${id}
      AND user_id IN (SELECT value ->> 0 FROM json_each(${JSON.stringify(users)}))`);
}

/** What the heir logged; what the former owner alone had said goes. */
function inheritedColumns(heir: ContributionRow) {
  const { userId: ownerId, outcome, loggedAt, editedAt, level } = heir;
  const { accountId, contactId, leadId, opportunityId } = heir;
  return {
    ...{ ownerId, outcome, loggedAt, editedAt, level, accountId, contactId, leadId, opportunityId },
    capturedBy: null,
    expenseMinor: null,
    expenseCurrency: null,
    expenseKind: null,
    nextKind: null,
    nextText: null,
    nextOn: null,
  };
}

function deleteBody(ctx: Ctx, seq: number) {
  return ctx.db
    .delete(activityBody)
    .where(and(eq(activityBody.wsId, ctx.workspace.wsId), eq(activityBody.seq, seq)));
}

function deleteParties(ctx: Ctx, id: string) {
  return ctx.db
    .delete(activityParty)
    .where(and(eq(activityParty.wsId, ctx.workspace.wsId), eq(activityParty.activityId, id)));
}
