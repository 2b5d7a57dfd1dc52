import { type AnyColumn, desc, type SQL, sql } from 'drizzle-orm';
import { type Cursor, encodeCursor, type Page } from '../../shared/page.ts';

type Timed = { createdAt: AnyColumn; id: AnyColumn };
type PageQuery = { cursor?: Cursor | undefined; limit: number };

/** Newest first, by (created_at, id): page 100 reads as few rows as page 1. */
export const newestFirst = (record: Timed): [SQL, SQL] => [desc(record.createdAt), desc(record.id)];

/** Rows beyond the cursor; undefined, which Drizzle leaves out, on the first page. */
export function beyond(record: Timed, cursor: Cursor | undefined): SQL | undefined {
  return cursor && sql`(${record.createdAt}, ${record.id}) < (${cursor.at}, ${cursor.id})`;
}

/** Rows were read one more than asked: that one only says that there is a next page. */
export function toPage<Item extends { createdAt: number; id: string }>(
  rows: readonly Item[],
  { limit }: PageQuery,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || !last) return { items };
  return { items, nextCursor: encodeCursor({ at: last.createdAt, id: last.id }) };
}
