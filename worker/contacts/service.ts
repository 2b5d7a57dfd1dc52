import { and, eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { Contact, NewContact } from '../../shared/contact.ts';
import type { Page, PageQuery } from '../../shared/page.ts';
import { phoneKey } from '../../shared/phone.ts';
import { visibleAccount } from '../accounts/service.ts';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import { ownedBy, readersOf } from '../auth/owned.ts';
import { listable, readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import { newestFirst, toPage } from '../db/keyset.ts';
import { account, contact } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { ServiceError } from '../errors.ts';
import { receiptQuery, replayOf } from '../receipts/receipts.ts';
import { type Delivered, writeOnce } from '../receipts/write-once.ts';
import { nameStatements } from '../search/name-index.ts';

const contactFields = {
  id: contact.id,
  name: contact.name,
  title: contact.title,
  role: contact.role,
  phone: contact.phone,
  mobile: contact.mobile,
  emails: sql<string[]>`(
    SELECT json_group_array(e.email) FROM contact_email e
    WHERE e.ws_id = contact.ws_id AND e.contact_id = contact.id
  )`
    .mapWith((json: string): string[] => JSON.parse(json))
    .as('emails'),
  accountId: contact.accountId,
  accountName: sql<string | null>`${account.name}`.as('account_name'),
  ownerId: contact.ownerId,
  visibility: contact.visibility,
  version: contact.version,
  createdAt: contact.createdAt,
};

type ContactInput = z.output<typeof NewContact>;

export async function createContact(ctx: Ctx, input: ContactInput, hash: string): Promise<Delivered> {
  if (input.accountId !== undefined) {
    const [[stored], [known]] = await ctx.db.batch([
      receiptQuery(ctx, input.id),
      visibleAccount(ctx, input.accountId),
    ]);
    if (stored) return { receipt: replayOf(ctx, stored, hash), isReplay: true };
    if (!known) throw new ServiceError('reference_unknown', { fields: { accountId: 'unknown' } });
  }
  return writeOnce(
    ctx,
    { id: input.id, kind: 'contact', recordId: input.id, hash, outcome: 'created' },
    insertContact(ctx, input),
  );
}

/** A new contact with all that belongs to it. `bornOf` = the receipt of the log that makes it. */
export function insertContact(ctx: Ctx, input: ContactInput, bornOf?: string) {
  const { wsId } = ctx.workspace;
  const { emails, visibility, ...columns } = input;
  const owned = ownedBy(ctx, visibility);
  const keys = { phoneKey: phoneKey(input.phone) ?? null, mobileKey: phoneKey(input.mobile) ?? null };
  return [
    ctx.db.insert(contact).values({ ...columns, ...keys, ...owned, wsId, bornOf: bornOf ?? null }),
    ...(emails.length > 0 ? [insertEmails(ctx, input)] : []),
    ...nameStatements(ctx, {
      kind: 'contact',
      recordId: input.id,
      names: [input.name],
      addresses: emails,
      readers: readersOf(owned),
    }),
    auditStatement(ctx, {
      action: 'contact.create',
      recordKind: 'contact',
      recordId: input.id,
      fields: fieldsSet(input),
    }),
  ];
}

function insertEmails(ctx: Ctx, { id, emails }: ContactInput) {
  return ctx.db.run(sql`
    INSERT INTO contact_email (ws_id, email, contact_id)
    SELECT DISTINCT ${ctx.workspace.wsId}, value, ${id} FROM json_each(${JSON.stringify(emails)})`);
}

/** The account's name rides along only for those who may see the account. */
function selectContacts(ctx: Ctx) {
  return ctx.db
    .select(contactFields)
    .from(contact)
    .leftJoin(
      account,
      and(eq(account.wsId, contact.wsId), eq(account.id, contact.accountId), readable(ctx, account)),
    );
}

export async function getContact(ctx: Ctx, id: string): Promise<Contact> {
  const [row] = await selectContacts(ctx).where(
    and(eq(contact.wsId, ctx.workspace.wsId), eq(contact.id, id), readable(ctx, contact)),
  );
  if (!row) throw new ServiceError('not_found');
  return withoutNulls(row);
}

export async function listContacts(ctx: Ctx, query: z.output<typeof PageQuery>): Promise<Page<Contact>> {
  const rows = await selectContacts(ctx)
    .where(listable(ctx, contact, query.cursor))
    .orderBy(...newestFirst(contact))
    .limit(query.limit + 1);
  return toPage(rows.map(withoutNulls), query);
}
