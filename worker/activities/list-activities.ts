import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteRaw } from 'drizzle-orm/sqlite-core/query-builders/raw';
import type * as z from 'zod';
import type { FeedItem, FeedQuery } from '../../shared/activity.ts';
import { addDays, startOfDay } from '../../shared/day.ts';
import { type Cursor, encodeCursor, type Page } from '../../shared/page.ts';
import type { Ctx } from '../context.ts';
import {
  ALWAYS,
  groupsOf,
  mergedEntries,
  newestEntries,
  type Range,
  rangesOf,
  type Span,
  statementsOf,
} from './feed-entries.ts';
import { type FeedRow, oneTrip, selectFeedRows } from './feed-rows.ts';
import { toFeedItem } from './view.ts';

type Query = z.output<typeof FeedQuery>;

/** Entries looked at for one page where no index answers the filter; the page may be short and still have a next one. */
const EXAMINED = 250;

/** A page of the feed: everything in one round trip, whatever the number of reader keys. */
export async function listActivities(ctx: Ctx, query: Query): Promise<Page<FeedItem>> {
  const asked = askedFor(ctx, query);
  const isExamined = query.type !== undefined || asked.alsoUnder.length > 0;
  const found = isExamined
    ? await filteredRows(ctx, asked, query)
    : { rows: await newestRows(ctx, asked, query), horizon: undefined };
  return toPage(ctx, found, query.limit);
}

type Asked = {
  /** Where the index is read. */
  ranges: readonly Range[];
  /** Further facets that an entry has to stand under. */
  alsoUnder: readonly string[];
  span: Span;
  /** What has to hold besides. */
  condition: SQL;
};

function askedFor(ctx: Ctx, query: Query): Asked {
  const { opportunityId, accountId, person } = query;
  const isMine = person === ctx.user.userId;
  const record = opportunityId ? `o${opportunityId}` : accountId ? `a${accountId}` : undefined;
  const other = person === undefined || isMine ? undefined : `p${person}`;
  // Of several facets the one with the fewest entries is read, and the others are looked up per entry.
  const [facet = '', ...alsoUnder] = [record, other].filter((one) => one !== undefined);
  const own = `u:${ctx.user.userId}`;
  const ranges = rangesOf(ctx, facet).filter(
    // One's own key is one's own feed, and says nothing about anybody else.
    ({ reader }) => (isMine ? reader === own : person === undefined || reader !== own),
  );
  // Whoever files under an opportunity files under its account: that is either the one asked for or nobody's here.
  const condition =
    opportunityId && accountId
      ? sql`EXISTS (
          SELECT 1 FROM opportunity x
          WHERE x.ws_id = ${ctx.workspace.wsId} AND x.id = ${opportunityId} AND x.account_id = ${accountId}
        )`
      : sql`TRUE`;
  return { ranges, alsoUnder, span: spanOf(ctx, query), condition };
}

/** Days are the workspace's; a cursor never leads out of them. */
function spanOf(ctx: Ctx, { from, to, cursor }: Query): Span {
  const { timeZone } = ctx.workspace;
  const end: Cursor = to ? { at: startOfDay(addDays(to, 1), timeZone), id: '' } : ALWAYS.before;
  const before = cursor && newestFirst(end, cursor) < 0 ? cursor : end;
  return { since: from ? startOfDay(from, timeZone) : ALWAYS.since, before };
}

async function newestRows(
  ctx: Ctx,
  { ranges, span, condition }: Asked,
  { limit }: Query,
): Promise<FeedRow[]> {
  const statements = statementsOf(ranges).map((some) =>
    selectFeedRows(ctx, mergedEntries(ctx, some, { span, limit: limit + 1 }), sql`WHERE ${condition}`),
  );
  return (await oneTrip(ctx, statements)).flat();
}

/**
 * Looks at a bounded number of entries and keeps what passes. The horizon is the last entry looked at: beyond it nothing
 * is known, so it is where the next page begins.
 */
async function filteredRows(ctx: Ctx, asked: Asked, { type, limit }: Query): Promise<Found> {
  const groups = groupsOf(asked.ranges);
  const examined = Math.floor(EXAMINED / groups.length);
  const ofType = type ? sql`entry.type = ${type}` : sql`TRUE`;
  const rest = sql`WHERE entry.is_hit AND ${ofType} AND ${asked.condition} LIMIT ${limit + 1}`;
  const statements = groups.flatMap((group): SQLiteRaw<(FeedRow | Cursor)[]>[] => {
    const source = newestEntries(ctx, group, asked);
    return [
      selectFeedRows(ctx, sql`${source} LIMIT ${examined}`, rest),
      ctx.db.all<Cursor>(
        sql`SELECT occurred_at AS "at", activity_id AS "id" FROM (${source} LIMIT 1 OFFSET ${examined - 1})`,
      ),
    ];
  });
  const read = (await oneTrip(ctx, statements)).flat();
  return {
    rows: read.filter((row): row is FeedRow => !isHorizon(row)),
    horizon: read.filter(isHorizon).sort(newestFirst)[0],
  };
}

const isHorizon = (row: FeedRow | Cursor): row is Cursor => 'at' in row;

type Found = { rows: readonly FeedRow[]; horizon: Cursor | undefined };

/** Merges what the statements found: doubles go, and so does what lies beyond the horizon of any of them. */
function toPage(ctx: Ctx, { rows, horizon }: Found, limit: number): Page<FeedItem> {
  const known = new Map(rows.map((row) => [row.id, row]));
  const sorted = [...known.values()]
    .filter((row) => !horizon || newestFirst(cursorOf(row), horizon) <= 0)
    .sort((a, b) => newestFirst(cursorOf(a), cursorOf(b)));
  const shown = sorted.slice(0, limit);
  const last = shown.at(-1);
  const next = sorted.length > limit && last ? cursorOf(last) : horizon;
  return {
    items: shown.map((row) => toFeedItem(ctx.user, row)),
    ...(next && { nextCursor: encodeCursor(next) }),
  };
}

const cursorOf = (row: FeedRow): Cursor => ({ at: row.occurredAt, id: row.id });

const newestFirst = (a: Cursor, b: Cursor): number => b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
