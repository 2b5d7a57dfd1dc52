import { type AnyColumn, and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import {
  account,
  activity,
  activityFts,
  contact,
  lead,
  nameEntry,
  nameFts,
  opportunity,
} from '../db/shard/schema.ts';
import type { NamedKind } from './name-index.ts';

/** The account that a contact or an opportunity belongs to. */
const holder = alias(account, 'holder');

/** Names that match, newest first. Each hit is looked up by its key in the one table of its kind. */
export function nameHits(ctx: Ctx, match: string, limit: number) {
  const { wsId } = ctx.workspace;
  const record = (table: { wsId: AnyColumn; id: AnyColumn }, kind: NamedKind): SQL =>
    sql`${nameEntry.kind} = ${kind} AND ${table.wsId} = ${nameEntry.wsId} AND ${table.id} = ${nameEntry.recordId}`;
  return ctx.db
    .select({
      kind: nameEntry.kind,
      id: nameEntry.recordId,
      name: sql<
        string | null
      >`coalesce(${account.name}, ${contact.name}, ${lead.name}, ${opportunity.name})`.as('found_name'),
      hint: sql<string | null>`coalesce(${holder.name}, ${lead.company})`.as('hint'),
      accountId: sql<string | null>`${holder.id}`.as('holder_id'),
    })
    .from(nameFts)
    .crossJoin(nameEntry)
    .leftJoin(account, record(account, 'account'))
    .leftJoin(contact, record(contact, 'contact'))
    .leftJoin(lead, record(lead, 'lead'))
    .leftJoin(opportunity, record(opportunity, 'opportunity'))
    .leftJoin(
      holder,
      and(
        eq(holder.wsId, nameEntry.wsId),
        eq(holder.id, sql`coalesce(${contact.accountId}, ${opportunity.accountId})`),
        readable(ctx, holder),
      ),
    )
    .where(and(sql`name_fts MATCH ${match}`, eq(nameEntry.seq, nameFts.rowid), eq(nameEntry.wsId, wsId)))
    .orderBy(desc(nameFts.rowid))
    .limit(limit);
}

type ActivityPage = { before: number | undefined; limit: number };

/** Activities that match, the last logged first. */
export function activityHits(ctx: Ctx, match: string, { before, limit }: ActivityPage) {
  const { wsId } = ctx.workspace;
  return ctx.db
    .select({
      seq: activity.seq,
      activityId: activity.id,
    })
    .from(activityFts)
    .crossJoin(activity)
    .where(
      and(
        sql`activity_fts MATCH ${match}`,
        before === undefined ? undefined : lt(activityFts.rowid, before),
        eq(activity.seq, activityFts.rowid),
        eq(activity.wsId, wsId),
      ),
    )
    .orderBy(desc(activityFts.rowid))
    .limit(limit);
}
