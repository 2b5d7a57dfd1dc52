import { and, eq, sql } from 'drizzle-orm';
import { keysOpenedBy, type ReaderRow, readerRows } from '../../shared/access.ts';
import type { Ctx } from '../context.ts';
import { activityFts } from '../db/shard/schema.ts';
import { indexText, scopeText } from '../search/index-text.ts';
import { type Content, carries } from './content.ts';
import type { ActivityRow, ContributionRow } from './logged.ts';
import { toContribution } from './logged.ts';

/** What decides who finds an activity. */
export type Found = Pick<
  ActivityRow,
  'id' | 'type' | 'occurredAt' | 'ownerId' | 'accountId' | 'opportunityId'
> & {
  contributions: readonly ContributionRow[];
};

export function rowsOf({ accountId, opportunityId, contributions }: Found): ReaderRow[] {
  const records = { accountId: accountId ?? undefined, opportunityId: opportunityId ?? undefined };
  return readerRows(records, contributions.map(toContribution));
}

const keyOf = ({ reader, facet, level }: ReaderRow) => `${reader}\n${facet}\n${level}`;

/** Brings `activity_reader` from what `before` needs to what `after` needs; writes only the difference. */
export function readerStatements(ctx: Ctx, after: Found, before?: Found) {
  const { wsId } = ctx.workspace;
  const [wanted, present] = [rowsOf(after), before ? rowsOf(before) : []];
  const [wantedKeys, presentKeys] = [new Set(wanted.map(keyOf)), new Set(present.map(keyOf))];
  const gone = present.filter((row) => !wantedKeys.has(keyOf(row)));
  const fresh = wanted.filter((row) => !presentKeys.has(keyOf(row)));
  const { id, occurredAt, type } = after;
  return [
    ...(gone.length > 0 ? [deleteReaders(ctx, after, gone)] : []),
    ...(fresh.length > 0
      ? [
          ctx.db.run(sql`
            INSERT INTO activity_reader (ws_id, reader, facet, occurred_at, activity_id, level, type)
            SELECT ${wsId}, value ->> 'reader', value ->> 'facet', ${occurredAt}, ${id}, value ->> 'level', ${type}
            FROM json_each(${JSON.stringify(fresh)})`),
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
 * The search entry's two columns. Its words are those of the fullest text, so that only keys which may read all of it
 * are in its scope: who sees less must not learn by searching what the rest says.
 */
export function searchEntry(
  ctx: { workspace: Pick<Ctx['workspace'], 'wsId'> },
  found: Found,
  content: Content,
): { scope: string; t: string } {
  const owner = found.contributions.find(({ userId }) => userId === found.ownerId);
  const ownerKeys = new Set(owner ? keysOpenedBy(toContribution(owner)) : []);
  const readers = rowsOf(found)
    .filter(
      ({ reader, level }) => carries(level, content) && (content.summary === null || ownerKeys.has(reader)),
    )
    .map(({ reader }) => reader);
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
