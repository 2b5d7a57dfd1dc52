import { type SQL, sql } from 'drizzle-orm';
import { readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import { account, contact, lead } from '../db/shard/schema.ts';

/**
 * How many records of one address, domain or number are looked at for those that may be read: others' hidden ones must
 * not conceal them, and however many there are, it costs no more.
 */
export const LOOKED_AT = 200;
const NAMES = { exact: 5, near: 10 };

export type AccountRow = { id: string; name: string; ownerId: number; domains: string };
export type ContactRow = {
  id: string;
  name: string;
  ownerId: number;
  phone: string | null;
  mobile: string | null;
  emails: string;
  accountId: string | null;
  accountName: string | null;
};
export type LeadRow = {
  id: string;
  name: string;
  company: string | null;
  ownerId: number;
  email: string | null;
  domain: string | null;
  phone: string | null;
};

const listOf = (values: readonly string[]): SQL => sql`json_each(${JSON.stringify(values)}) asked`;

/** Where accounts, contacts or leads may be found: a select of their ids. */
export const found = {
  accountsByDomain: (ctx: Ctx, domains: readonly string[]) => sql`
    SELECT d.account_id AS id FROM ${listOf(domains)}
    CROSS JOIN account_domain d ON d.ws_id = ${ctx.workspace.wsId} AND d.domain = asked.value
    LIMIT ${LOOKED_AT}`,
  contactsByEmail: (ctx: Ctx, emails: readonly string[]) => sql`
    SELECT e.contact_id AS id FROM ${listOf(emails)}
    CROSS JOIN contact_email e ON e.ws_id = ${ctx.workspace.wsId} AND e.email = asked.value
    LIMIT ${LOOKED_AT}`,
  contactsByPhone: (ctx: Ctx, keys: readonly string[]) => sql`
    SELECT id FROM (
      SELECT c.id FROM ${listOf(keys)}
      CROSS JOIN contact c ON c.ws_id = ${ctx.workspace.wsId} AND c.phone_key = asked.value LIMIT ${LOOKED_AT}
    ) UNION SELECT id FROM (
      SELECT c.id FROM ${listOf(keys)}
      CROSS JOIN contact c ON c.ws_id = ${ctx.workspace.wsId} AND c.mobile_key = asked.value LIMIT ${LOOKED_AT}
    )`,
  leadsBy: (ctx: Ctx, column: 'email' | 'domain' | 'phone_key', values: readonly string[]) => sql`
    SELECT l.id FROM ${listOf(values)}
    CROSS JOIN lead l ON l.ws_id = ${ctx.workspace.wsId} AND ${sql.raw(`l.${column}`)} = asked.value
    LIMIT ${LOOKED_AT}`,
  /** The same words, and words that begin alike; newest first. */
  byName: (ctx: Ctx, { exact, near }: { exact: string; near: string }) => sql`
    SELECT id FROM (${namesThat(ctx, exact, NAMES.exact)}) UNION SELECT id FROM (${namesThat(ctx, near, NAMES.near)})`,
};

const namesThat = (ctx: Ctx, match: string, limit: number) => sql`
  SELECT e.record_id AS id FROM name_fts
  CROSS JOIN name_entry e ON e.ws_id = ${ctx.workspace.wsId} AND e.seq = name_fts.rowid
  WHERE name_fts MATCH ${match} ORDER BY name_fts.rowid DESC LIMIT ${limit}`;

export function accountsAmong(ctx: Ctx, ids: SQL) {
  return ctx.db.all<AccountRow>(sql`
    SELECT ${account.id} AS id, ${account.name} AS name, ${account.ownerId} AS "ownerId", (
      SELECT json_group_array(d.domain) FROM account_domain d
      WHERE d.ws_id = ${ctx.workspace.wsId} AND d.account_id = ${account.id}
    ) AS domains
    FROM (${ids}) found
    CROSS JOIN account ON ${account.wsId} = ${ctx.workspace.wsId} AND ${account.id} = found.id
    WHERE ${account.archivedAt} IS NULL AND ${readable(ctx, account)}`);
}

/** The account's name rides along only for those who may see the account. */
export function contactsAmong(ctx: Ctx, ids: SQL) {
  return ctx.db.all<ContactRow>(sql`
    SELECT ${contact.id} AS id, ${contact.name} AS name, ${contact.ownerId} AS "ownerId", ${contact.phone} AS phone,
      ${contact.mobile} AS mobile, (
        SELECT json_group_array(e.email) FROM contact_email e
        WHERE e.ws_id = ${ctx.workspace.wsId} AND e.contact_id = ${contact.id}
      ) AS emails, ${account.id} AS "accountId", ${account.name} AS "accountName"
    FROM (${ids}) found
    CROSS JOIN contact ON ${contact.wsId} = ${ctx.workspace.wsId} AND ${contact.id} = found.id
    LEFT JOIN account ON ${account.wsId} = ${contact.wsId} AND ${account.id} = ${contact.accountId}
      AND ${readable(ctx, account)}
    WHERE ${contact.archivedAt} IS NULL AND ${readable(ctx, contact)}`);
}

/** A converted lead lives on as a contact. */
export function leadsAmong(ctx: Ctx, ids: SQL) {
  return ctx.db.all<LeadRow>(sql`
    SELECT ${lead.id} AS id, ${lead.name} AS name, ${lead.company} AS company, ${lead.ownerId} AS "ownerId",
      ${lead.email} AS email, ${lead.domain} AS domain, ${lead.phone} AS phone
    FROM (${ids}) found
    CROSS JOIN lead ON ${lead.wsId} = ${ctx.workspace.wsId} AND ${lead.id} = found.id
    WHERE ${lead.archivedAt} IS NULL AND ${lead.status} <> 'converted' AND ${readable(ctx, lead)}`);
}
