import type * as z from 'zod';
import { encodeCursor } from '../../shared/page.ts';
import type { NameHit, SearchQuery, SearchResult } from '../../shared/search.ts';
import { feedItems } from '../activities/feed-items.ts';
import type { Ctx } from '../context.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { activityMatch, NAMED_KINDS, nameMatch } from './match-text.ts';
import { activityHits, nameHits } from './queries.ts';

type Query = z.output<typeof SearchQuery>;

/**
 * Names and activities that the reader may see, newest first: both in one round trip. Names come with the first page
 * only. What was typed can find nothing, but it cannot fail.
 */
export async function search(ctx: Ctx, query: Query): Promise<SearchResult> {
  const asking = { ...ctx.user, wsId: ctx.workspace.wsId };
  const kinds = query.cursor ? [] : NAMED_KINDS.filter((kind) => query.kinds?.includes(kind) ?? true);
  const wantsActivities = query.kinds?.includes('activity') ?? true;
  const names = nameMatch(asking, query.q, kinds);
  const activities = wantsActivities ? activityMatch(asking, query.q) : undefined;
  const [found, hits] = await findBoth(
    ctx,
    names === undefined ? undefined : nameHits(ctx, names, query.limit),
    activities === undefined
      ? undefined
      : activityHits(ctx, activities, { before: query.cursor?.at, limit: query.limit + 1 }),
  );
  return { names: found.flatMap(toNameHit), ...(await toActivityPage(ctx, hits, query)) };
}

type Named = ReturnType<typeof nameHits>;
type Logged = ReturnType<typeof activityHits>;

/** One round trip, whichever of the two are asked for. */
async function findBoth(
  ctx: Ctx,
  names: Named | undefined,
  activities: Logged | undefined,
): Promise<[Awaited<Named>, Awaited<Logged>]> {
  if (names && activities) return ctx.db.batch([names, activities]);
  return [names ? await names : [], activities ? await activities : []];
}

type FoundName = Awaited<ReturnType<typeof nameHits>>[number];
type FoundActivity = Awaited<ReturnType<typeof activityHits>>[number];

function toNameHit({ name, ...hit }: FoundName): NameHit[] {
  return name === null ? [] : [{ ...withoutNulls(hit), name }];
}

async function toActivityPage(ctx: Ctx, hits: readonly FoundActivity[], { limit }: Query) {
  const shown = hits.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = hits.length > limit && last !== undefined;
  return {
    activities: await feedItems(ctx, shown),
    ...(hasMore && { nextCursor: encodeCursor({ at: last.seq, id: last.activityId }) }),
  };
}
