import { type SQL, sql } from 'drizzle-orm';
import { readerKeys } from '../../shared/access.ts';
import type { Cursor } from '../../shared/page.ts';
import type { Ctx } from '../context.ts';

/** One range of `activity_reader`: what `reader` finds under `facet`. */
export type Range = { reader: string; facet: string };
/** From `since` on, before `before` (exclusive), newest first. */
export type Span = { since: number; before: Cursor };

export const ALWAYS: Span = { since: 0, before: { at: Number.MAX_SAFE_INTEGER, id: '' } };

/** The caller's ranges under `facet`. */
export const rangesOf = (ctx: Ctx, facet: string): Range[] =>
  readerKeys(ctx.user).map((reader) => ({ reader, facet }));

// D1 refuses a compound select of more terms, and a statement of more than a hundred parameters.
const TERMS = 5;
const TERMS_PER_STATEMENT = 15;

/** In as few parts as `size` allows, all about equally long. */
function split(ranges: readonly Range[], size: number): Range[][] {
  const count = Math.ceil(ranges.length / size);
  return Array.from({ length: count }, (_, i) => ranges.filter((_, at) => at % count === i));
}

/** Ranges that fit into one compound select. */
export const groupsOf = (ranges: readonly Range[]): Range[][] => split(ranges, TERMS);

/** Ranges that fit into one statement of `mergedEntries`; more are read by further statements of the same batch. */
export const statementsOf = (ranges: readonly Range[]): Range[][] => split(ranges, TERMS_PER_STATEMENT);

type Entries = {
  span: Span;
  /** Further facets: `is_hit` says whether the same reader finds an entry under all of them. */
  alsoUnder?: readonly string[];
};

/**
 * The entries of up to five ranges, newest first and without doubles. Each range lies in order in the index, and SQLite
 * merges them as it goes: it reads no further than the limit that the caller appends.
 */
export function newestEntries(ctx: Ctx, ranges: readonly Range[], { span, alsoUnder = [] }: Entries): SQL {
  const { wsId } = ctx.workspace;
  const { since, before } = span;
  const isHit = alsoUnder.map(
    (facet) => sql` AND EXISTS (
      SELECT 1 FROM activity_reader x WHERE x.ws_id = r.ws_id AND x.reader = r.reader AND x.facet = ${facet}
        AND x.occurred_at = r.occurred_at AND x.activity_id = r.activity_id
    )`,
  );
  const terms = ranges.map(
    ({ reader, facet }) => sql`
      SELECT occurred_at, activity_id, type, TRUE${sql.join(isHit)} AS is_hit FROM activity_reader r
      WHERE ws_id = ${wsId} AND reader = ${reader} AND facet = ${facet}
        AND occurred_at >= ${since} AND (occurred_at, activity_id) < (${before.at}, ${before.id})`,
  );
  return sql`${sql.join(terms, sql` UNION `)} ORDER BY 1 DESC, 2 DESC`;
}

/** The newest entries of up to fifteen ranges: each five are cut to the limit first, since merges do not nest lazily. */
export function mergedEntries(ctx: Ctx, ranges: readonly Range[], cut: { span: Span; limit: number }): SQL {
  const groups = groupsOf(ranges).map((group) => sql`${newestEntries(ctx, group, cut)} LIMIT ${cut.limit}`);
  if (groups.length === 1 && groups[0]) return groups[0];
  const terms = groups.map((group) => sql`SELECT * FROM (${group})`);
  return sql`${sql.join(terms, sql` UNION `)} ORDER BY 1 DESC, 2 DESC LIMIT ${cut.limit}`;
}
