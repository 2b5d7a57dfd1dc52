import { sql } from 'drizzle-orm';
import type { FeedItem } from '../../shared/activity.ts';
import type { Ctx } from '../context.ts';
import { selectFeedRows } from './feed-rows.ts';
import { toFeedItem } from './view.ts';

/** An activity that was found through one of the caller's reader keys. */
export type Hit = { seq: number };

/** The feed rows of `hits`, in their order: one statement, cut to what the caller may see. */
export async function feedItems(ctx: Ctx, hits: readonly Hit[]): Promise<FeedItem[]> {
  if (hits.length === 0) return [];
  const source = sql`
    SELECT found.id AS activity_id FROM json_each(${JSON.stringify(hits.map(({ seq }) => seq))}) hit
    CROSS JOIN activity found ON found.seq = hit.value AND found.ws_id = ${ctx.workspace.wsId}`;
  return (await selectFeedRows(ctx, source)).map((row) => toFeedItem(ctx.user, row));
}
