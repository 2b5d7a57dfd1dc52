import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Ctx } from '../context.ts';
import { account, contact, lead } from '../db/shard/schema.ts';
import type { StoredReceipt } from '../receipts/receipts.ts';

/**
 * Takes back the records that came into being with the log of receipt `target`, after the log itself: those that nobody
 * has used or changed since. Such a record becomes an empty row of nobody, which no reader can tell from one that never
 * was: deleting the row would make SQLite look through every activity for references to it.
 */
export function takeBackRecords(ctx: Ctx, target: StoredReceipt): BatchItem<'sqlite'>[] {
  const { accountId, contactId, leadId } = target.records ?? {};
  const gone = goneSince(ctx, target);
  return [
    // Before its account, which stays as long as somebody belongs to it.
    ...(contactId ? [emptyContact(ctx, contactId, target)] : []),
    ...(accountId ? [emptyAccount(ctx, accountId, target)] : []),
    ...(leadId ? [emptyLead(ctx, leadId, target)] : []),
    ...(contactId ? [deleteEmails(ctx, gone)] : []),
    ...(accountId ? [deleteDomains(ctx, gone)] : []),
    ...(contactId || accountId || leadId ? [...forgetNames(ctx, gone), auditGone(ctx, gone)] : []),
  ];
}

/** `owner_id = 0` is nobody's, and `x` an audience without readers. */
const nobodys = (ctx: Ctx) => ({
  name: '',
  ownerId: 0,
  teamId: null,
  visibility: 'private' as const,
  audience: 'x',
  custom: '{}',
  version: 2,
  updatedAt: ctx.now,
  archivedAt: ctx.now,
});

/** As it came into being. The database clears `born_of` as soon as somebody else uses the record. */
function isUntouched(
  ctx: Ctx,
  table: typeof account | typeof contact | typeof lead,
  { id, target }: { id: string; target: StoredReceipt },
) {
  return and(
    eq(table.wsId, ctx.workspace.wsId),
    eq(table.id, id),
    eq(table.bornOf, target.id),
    eq(table.version, 1),
  );
}

function emptyContact(ctx: Ctx, id: string, target: StoredReceipt) {
  // Others who logged the message keep its participants.
  const isParticipant = sql`EXISTS (
    SELECT 1 FROM activity_party p WHERE p.ws_id = ${ctx.workspace.wsId} AND p.activity_id = ${target.recordId}
      AND p.contact_id = ${id}
  )`;
  const numbers = { phone: null, phoneKey: null, mobile: null, mobileKey: null };
  return ctx.db
    .update(contact)
    .set({ ...nobodys(ctx), ...numbers, accountId: null, title: null, role: null })
    .where(and(isUntouched(ctx, contact, { id, target }), sql`NOT ${isParticipant}`));
}

function emptyAccount(ctx: Ctx, id: string, target: StoredReceipt) {
  const hasContact = sql`EXISTS (
    SELECT 1 FROM contact c WHERE c.ws_id = ${ctx.workspace.wsId} AND c.account_id = ${id}
  )`;
  return ctx.db
    .update(account)
    .set({
      ...nobodys(ctx),
      ...{ industry: null, size: null, level: null, phone: null, address: null, website: null },
    })
    .where(and(isUntouched(ctx, account, { id, target }), sql`NOT ${hasContact}`));
}

function emptyLead(ctx: Ctx, id: string, target: StoredReceipt) {
  const nothing = { company: null, title: null, email: null, domain: null, website: null, note: null };
  return ctx.db
    .update(lead)
    .set({ ...nobodys(ctx), ...nothing, phone: null, phoneKey: null })
    .where(isUntouched(ctx, lead, { id, target }));
}

/** Kind and id of the records that this undo has emptied. */
function goneSince(ctx: Ctx, { id, records }: StoredReceipt): SQL {
  const { wsId } = ctx.workspace;
  const { accountId = '', contactId = '', leadId = '' } = records ?? {};
  return sql`
    SELECT 'account' AS kind, a.id FROM account a
    WHERE a.ws_id = ${wsId} AND a.id = ${accountId} AND a.born_of = ${id} AND a.owner_id = 0
    UNION ALL SELECT 'contact', c.id FROM contact c
    WHERE c.ws_id = ${wsId} AND c.id = ${contactId} AND c.born_of = ${id} AND c.owner_id = 0
    UNION ALL SELECT 'lead', l.id FROM lead l
    WHERE l.ws_id = ${wsId} AND l.id = ${leadId} AND l.born_of = ${id} AND l.owner_id = 0`;
}

function deleteEmails(ctx: Ctx, gone: SQL) {
  return ctx.db.run(sql`
    DELETE FROM contact_email
    WHERE ws_id = ${ctx.workspace.wsId} AND contact_id IN (SELECT id FROM (${gone}) WHERE kind = 'contact')`);
}

function deleteDomains(ctx: Ctx, gone: SQL) {
  return ctx.db.run(sql`
    DELETE FROM account_domain
    WHERE ws_id = ${ctx.workspace.wsId} AND account_id IN (SELECT id FROM (${gone}) WHERE kind = 'account')`);
}

/** The entries of the search by name, the words before the row that they are numbered by. */
function forgetNames(ctx: Ctx, gone: SQL) {
  const { wsId } = ctx.workspace;
  return [
    ctx.db.run(sql`
      DELETE FROM name_fts WHERE rowid IN (
        SELECT e.seq FROM (${gone}) gone
        CROSS JOIN name_entry e ON e.ws_id = ${wsId} AND e.kind = gone.kind AND e.record_id = gone.id
      )`),
    ctx.db.run(
      sql`DELETE FROM name_entry WHERE ws_id = ${wsId} AND (kind, record_id) IN (SELECT kind, id FROM (${gone}))`,
    ),
  ];
}

function auditGone(ctx: Ctx, gone: SQL) {
  const { wsId } = ctx.workspace;
  return ctx.db.run(sql`
    INSERT INTO audit_event (ws_id, seq, at, actor_id, action, record_kind, record_id, request_id)
    SELECT ${wsId}, (SELECT coalesce(max(seq), 0) FROM audit_event WHERE ws_id = ${wsId}) + row_number() OVER (),
      ${ctx.now}, ${ctx.user.userId}, kind || '.undo', kind, id, ${ctx.requestId}
    FROM (${gone})`);
}
