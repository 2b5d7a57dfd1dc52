import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteRaw } from 'drizzle-orm/sqlite-core/query-builders/raw';
import type * as z from 'zod';
import { readableTeams } from '../../shared/access.ts';
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
  const span = spanOf(ctx, query);
  const filter = filterOf(ctx, query);
  const ranges = rangesFor(ctx, query);
  const found = filter
    ? await filteredRows(ctx, ranges, { span, filter, limit: query.limit })
    : { rows: await newestRows(ctx, ranges, { span, limit: query.limit }), horizon: undefined };
  return toPage(ctx, found, query.limit);
}

/** The index answers for one record or person; of several, the one with the fewest entries. */
function rangesFor(ctx: Ctx, { opportunityId, accountId, person }: Query): Range[] {
  const record = opportunityId ? `o${opportunityId}` : accountId ? `a${accountId}` : '';
  // One's own key is one's own feed.
  if (person === ctx.user.userId) return [{ reader: `u:${person}`, facet: record }];
  return rangesOf(ctx, record || (person === undefined ? '' : `p${person}`));
}

/** What the index does not answer: a type, and a second of record and person. */
function filterOf(ctx: Ctx, { type, opportunityId, accountId, person }: Query): SQL | undefined {
  const conditions = [
    ...(type ? [sql`entry.type = ${type}`] : []),
    ...(opportunityId && accountId ? [sql`a.account_id = ${accountId}`] : []),
    ...((opportunityId || accountId) && person !== undefined && person !== ctx.user.userId
      ? [hasVisibleContributionOf(ctx, person)]
      : []),
  ];
  return conditions.length > 0 ? sql.join(conditions, sql` AND `) : undefined;
}

/** `seesContribution` of shared/access.ts for another person's contribution, as a condition. */
function hasVisibleContributionOf(ctx: Ctx, person: number): SQL {
  const { user, workspace } = ctx;
  const teams = sql`(SELECT value FROM json_each(${JSON.stringify(readableTeams(user))}))`;
  const byTeam = sql`(by_person.visibility = 'team' AND by_person.team_id IN ${teams})`;
  const visible = {
    all: sql`by_person.visibility <> 'private'`,
    team: sql`(by_person.visibility = 'org' OR ${byTeam})`,
    own: byTeam,
  }[user.scope];
  return sql`EXISTS (
    SELECT 1 FROM contribution by_person
    WHERE by_person.ws_id = ${workspace.wsId} AND by_person.activity_id = a.id
      AND by_person.user_id = ${person} AND ${visible}
  )`;
}

/** Days are the workspace's; a cursor never leads out of them. */
function spanOf(ctx: Ctx, { from, to, cursor }: Query): Span {
  const { timeZone } = ctx.workspace;
  const end: Cursor = to ? { at: startOfDay(addDays(to, 1), timeZone), id: '' } : ALWAYS.before;
  const before = cursor && newestFirst(end, cursor) < 0 ? cursor : end;
  return { since: from ? startOfDay(from, timeZone) : ALWAYS.since, before };
}

type Asked = { span: Span; limit: number };

async function newestRows(ctx: Ctx, ranges: readonly Range[], { span, limit }: Asked): Promise<FeedRow[]> {
  const statements = statementsOf(ranges).map((some) =>
    selectFeedRows(ctx, mergedEntries(ctx, some, { span, limit: limit + 1 })),
  );
  return (await oneTrip(ctx, statements)).flat();
}

/**
 * Looks at a bounded number of entries and keeps what passes. The horizon is the last entry looked at: beyond it nothing
 * is known, so it is where the next page begins.
 */
async function filteredRows(ctx: Ctx, ranges: readonly Range[], asked: Asked & { filter: SQL }) {
  const groups = groupsOf(ranges);
  const examined = Math.floor(EXAMINED / groups.length);
  const statements = groups.flatMap((group): SQLiteRaw<(FeedRow | Cursor)[]>[] => {
    const source = newestEntries(ctx, group, asked.span);
    const rest = sql`WHERE ${asked.filter} LIMIT ${asked.limit + 1}`;
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
