import { and, eq, sql } from 'drizzle-orm';
import { keysOpenedBy, type ReaderRow, readerRows } from '../../shared/access.ts';
import type { Ctx } from '../context.ts';
import { activityFts } from '../db/shard/schema.ts';
import { indexText, scopeText } from '../search/index-text.ts';
import { type Content, carries } from './content.ts';
import type { ActivityRow, ContributionRow } from './logged.ts';
import { toContribution } from './logged.ts';

/** What decides who finds an activity. */
export type Found = Pick<ActivityRow, 'id' | 'type' | 'occurredAt' | 'ownerId'> & {
  contributions: readonly ContributionRow[];
};

export const rowsOf = ({ contributions }: Pick<Found, 'contributions'>): ReaderRow[] =>
  readerRows(contributions.map(toContribution));

const keyOf = ({ reader, facet }: ReaderRow) => `${reader}\n${facet}`;

/** Brings `activity_reader` from what `before` needs to what `after` needs; writes only the difference. */
export function readerStatements(ctx: Ctx, after: Found, before?: Found) {
  const { wsId } = ctx.workspace;
  const [wanted, present] = [rowsOf(after), before ? rowsOf(before) : []];
  const wantedKeys = new Set(wanted.map(keyOf));
  const levels = new Map(present.map((row) => [keyOf(row), row.level]));
  const gone = present.filter((row) => !wantedKeys.has(keyOf(row)));
  const fresh = wanted.filter((row) => levels.get(keyOf(row)) !== row.level);
  const { id, occurredAt, type } = after;
  return [
    ...(gone.length > 0 ? [deleteReaders(ctx, after, gone)] : []),
    ...(fresh.length > 0
      ? [
          ctx.db.run(sql`
            INSERT INTO activity_reader (ws_id, reader, facet, occurred_at, activity_id, level, type)
            SELECT ${wsId}, value ->> 'reader', value ->> 'facet', ${occurredAt}, ${id}, value ->> 'level', ${type}
            FROM json_each(${JSON.stringify(fresh)}) WHERE TRUE
            ON CONFLICT DO UPDATE SET level = excluded.level`),
        ]
      : []),
  ];
}

export function deleteReaders(
  ctx: Ctx,
  { id, occurredAt }: Pick<Found, 'id' | 'occurredAt'>,
  rows: ReaderRow[],
) {
  return ctx.db.run(sql`
    DELETE FROM activity_reader
    WHERE ws_id = ${ctx.workspace.wsId} AND occurred_at = ${occurredAt} AND activity_id = ${id}
      AND (reader, facet) IN (
        SELECT value ->> 'reader', value ->> 'facet' FROM json_each(${JSON.stringify(rows)})
      )`);
}

/**
 * The search entry's two columns. Its words are the owner's, so that only keys which may read all of them are in its
 * scope: the owner's, and those of whoever sent the very same. Who sees less must not learn by searching what the rest
 * says. The differing words of others are not indexed: that takes an entry for each of them.
 */
export function searchEntry(
  ctx: { workspace: Pick<Ctx['workspace'], 'wsId'> },
  found: Found,
  content: Content,
): { scope: string; t: string } {
  const readers = found.contributions
    .filter(
      ({ userId, level, content: own }) =>
        userId === found.ownerId || (own === null && content.summary === null && carries(level, content)),
    )
    .flatMap((row) => keysOpenedBy(toContribution(row)));
  const names = content.attachments.map(({ name }) => name);
  return {
    scope: scopeText(ctx.workspace.wsId, readers),
    t: indexText([content.subject, content.summary, ...names, content.text]),
  };
}

const seqOf = (ctx: Ctx, id: string) =>
  sql`(SELECT seq FROM activity WHERE ws_id = ${ctx.workspace.wsId} AND id = ${id})`;

export function insertSearchEntry(ctx: Ctx, found: Found, content: Content) {
  return ctx.db
    .insert(activityFts)
    .values({ rowid: seqOf(ctx, found.id), ...searchEntry(ctx, found, content) });
}

export function updateSearchEntry(ctx: Ctx, found: Found, content: Content) {
  return ctx.db
    .update(activityFts)
    .set(searchEntry(ctx, found, content))
    .where(eq(activityFts.rowid, seqOf(ctx, found.id)));
}

export function deleteSearchEntry(ctx: Ctx, id: string) {
  return ctx.db.delete(activityFts).where(and(eq(activityFts.rowid, seqOf(ctx, id))));
}
