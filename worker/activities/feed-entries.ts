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

// D1 refuses a compound select of more terms.
const TERMS = 5;

/** Ranges that fit into one statement; more are read by further statements of the same batch. */
export function groupsOf(ranges: readonly Range[]): Range[][] {
  const count = Math.ceil(ranges.length / TERMS);
  return Array.from({ length: count }, (_, i) => ranges.filter((_, at) => at % count === i));
}

/**
 * The newest entries of several ranges, without doubles. Each range lies in order in the index, and SQLite merges them as
 * it goes: it reads no further than the limit asks.
 */
export function newestEntries(ctx: Ctx, ranges: readonly Range[], { since, before }: Span): SQL {
  const { wsId } = ctx.workspace;
  const terms = ranges.map(
    ({ reader, facet }) => sql`
      SELECT occurred_at, activity_id, type FROM activity_reader
      WHERE ws_id = ${wsId} AND reader = ${reader} AND facet = ${facet}
        AND occurred_at >= ${since} AND (occurred_at, activity_id) < (${before.at}, ${before.id})`,
  );
  return sql`${sql.join(terms, sql` UNION `)} ORDER BY 1 DESC, 2 DESC`;
}
