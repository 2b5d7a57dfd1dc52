import { eq, sql } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import { readerKeys, seesContribution } from '../../shared/access.ts';
import type { Activity } from '../../shared/activity.ts';
import type { Ctx } from '../context.ts';
import { activity } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { ServiceError } from '../errors.ts';
import { type FeedRow, selectFeedRows } from './feed-rows.ts';
import { contentBy, type Logged, loggedQueries, toContribution, toLogged } from './logged.ts';
import { namesOf, partOf, toFeedItem, type View, viewOf } from './view.ts';

/**
 * One record as its reader may see it, in one round trip. Found through the reader keys alone, so that what is hidden
 * and what does not exist are answered alike.
 */
export async function getActivity(ctx: Ctx, id: string): Promise<Activity> {
  return toActivity(ctx, await ctx.db.batch(activityQueries(ctx, id)));
}

/** One activity, if this reader may see it: for a batch. */
export const activityQueries = (ctx: Ctx, id: string) =>
  [selectFeedRows(ctx, visibleActivity(ctx, id)), ...loggedQueries(ctx, eq(activity.id, id))] as const;

export type ActivityRead = BatchResponse<ReturnType<typeof activityQueries>>;

export function toActivity(ctx: Ctx, [rows, activities, contributions]: ActivityRead): Activity {
  const logged = toLogged(activities[0], contributions);
  const [row] = rows;
  if (!row || !logged) throw new ServiceError('not_found');
  return {
    ...toFeedItem(ctx.user, row),
    ...detailOf(logged, viewOf(ctx.user, row)),
    contributions: visibleContributions(ctx, logged),
    own: ownOf(ctx, { row, logged }),
  };
}

function visibleActivity(ctx: Ctx, id: string) {
  const { wsId } = ctx.workspace;
  const keys = JSON.stringify(readerKeys(ctx.user));
  return sql`
    SELECT id AS activity_id FROM activity
    WHERE ws_id = ${wsId} AND id = ${id} AND EXISTS (
      SELECT 1 FROM activity_reader r
      WHERE r.ws_id = ${wsId} AND r.reader IN (SELECT value FROM json_each(${keys})) AND r.facet = ''
        AND r.occurred_at = activity.occurred_at AND r.activity_id = activity.id
    )`;
}

/** What only the opened record shows: of the part shown, and with the owner's part also the owner's own words. */
function detailOf(logged: Logged, { shown, seesOwner }: View) {
  const { row } = logged;
  const part = logged.contributions.find(({ userId }) => userId === shown);
  if (!part) throw new ServiceError('not_found');
  const { text, textCut, messageId, attachments, parties } = contentBy(logged, part);
  const { expenseMinor: amountMinor, expenseCurrency: currency, expenseKind: kind } = row;
  return {
    ...withoutNulls({ text, messageId, attachments, pageUrl: part.pageUrl }),
    parties,
    summary: seesOwner ? (row.summary ?? undefined) : undefined,
    isTextCut: textCut,
    expense:
      seesOwner && amountMinor !== null && currency && kind ? { amountMinor, currency, kind } : undefined,
    version: row.version,
  };
}

function ownOf(ctx: Ctx, { row, logged }: { row: FeedRow; logged: Logged }): Activity['own'] {
  const { userId } = ctx.user;
  const part = logged.contributions.find((one) => one.userId === userId);
  if (!part || viewOf(ctx.user, row).shown === userId) return undefined;
  const { subject, text } = contentBy(logged, part);
  return { ...withoutNulls({ subject, text }), ...namesOf(ctx.user, partOf(row, userId)) };
}

function visibleContributions(ctx: Ctx, { contributions }: Logged): Activity['contributions'] {
  return contributions
    .filter((row) => seesContribution(ctx.user, toContribution(row)))
    .map(({ userId, level, visibility, outcome, note, loggedAt, editedAt, receiptId, contactId }) => ({
      userId,
      level,
      visibility,
      outcome: outcome ?? undefined,
      note: note ?? undefined,
      loggedAt,
      editedAt: editedAt ?? undefined,
      ...(userId === ctx.user.userId && { receiptId, contactId: contactId ?? undefined }),
    }));
}
