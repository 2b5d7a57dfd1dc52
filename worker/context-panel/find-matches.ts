import { sql } from 'drizzle-orm';
import type { Lead } from '../../shared/lead.ts';
import { accountDomainsOf, domainOfAddress } from '../../shared/mail-domain.ts';
import type { Ctx } from '../context.ts';
import type { ContextInput } from './context-input.ts';

// Every list is bounded where it is read, so that neither a mail with fifty recipients nor an address that stands in a
// thousand records costs more than this.
const ADDRESSES = 20;
const DOMAINS = 8;
const PER_VALUE = 3;
const CONTRIBUTIONS = 50;

export type Owned = { ownerId: number; audience: string };
export type AccountHit = Owned & { id: string; name: string; level: string | null };
export type ContactHit = Owned & {
  id: string;
  name: string;
  title: string | null;
  account: AccountHit | null;
};
export type LeadHit = Owned & { id: string; name: string; company: string | null; status: Lead['status'] };

/** What is stored under one address. JSON, because a statement's rows are flat. */
export type AddressRow = { email: string; colleague: number | null; contacts: string; leads: string };
export type DomainRow = { domain: string; isOwn: number; accounts: string };
export type LoggedRow = { activityId: string; contributions: string };

/** Everything that an address, a domain or the message itself is known under: for one batch. */
export function matchQueries(ctx: Ctx, { addresses, pageHost, messageKey }: ContextInput) {
  const looked = addresses.slice(0, ADDRESSES);
  const domains = [...looked.map(domainOfAddress), pageHost ?? ''].flatMap(accountDomainsOf);
  return [
    addressQuery(ctx, looked),
    domainQuery(ctx, [...new Set(domains)].slice(0, DOMAINS)),
    loggedQuery(ctx, messageKey ?? ''),
  ] as const;
}

function addressQuery(ctx: Ctx, addresses: readonly string[]) {
  const { wsId } = ctx.workspace;
  return ctx.db.all<AddressRow>(sql`
    SELECT j.value AS "email",
      (SELECT m.user_id FROM member m WHERE m.ws_id = ${wsId} AND m.email = j.value LIMIT 1) AS "colleague",
      (SELECT json_group_array(json_object('id', c.id, 'name', c.name, 'title', c.title,
          'ownerId', c.owner_id, 'audience', c.audience,
          'account', CASE WHEN a.id IS NOT NULL THEN ${accountObject} END))
        FROM (
          SELECT ws_id, contact_id FROM contact_email WHERE ws_id = ${wsId} AND email = j.value LIMIT ${PER_VALUE}
        ) e
        CROSS JOIN contact c ON c.ws_id = e.ws_id AND c.id = e.contact_id AND c.archived_at IS NULL
        LEFT JOIN account a ON a.ws_id = c.ws_id AND a.id = c.account_id AND a.archived_at IS NULL
      ) AS "contacts",
      (SELECT json_group_array(json_object('id', l.id, 'name', l.name, 'company', l.company, 'status', l.status,
          'ownerId', l.owner_id, 'audience', l.audience))
        FROM (SELECT * FROM lead WHERE ws_id = ${wsId} AND email = j.value LIMIT ${PER_VALUE}) l
        WHERE l.archived_at IS NULL
      ) AS "leads"
    FROM json_each(${JSON.stringify(addresses)}) j`);
}

const accountObject = sql`json_object('id', a.id, 'name', a.name, 'level', a.level, 'ownerId', a.owner_id, 'audience', a.audience)`;

function domainQuery(ctx: Ctx, domains: readonly string[]) {
  const { wsId } = ctx.workspace;
  return ctx.db.all<DomainRow>(sql`
    SELECT j.value AS "domain",
      EXISTS (
        SELECT 1 FROM member m WHERE m.ws_id = ${wsId} AND substr(m.email, instr(m.email, '@') + 1) = j.value
          AND m.email IS NOT NULL
      ) AS "isOwn",
      (SELECT json_group_array(${accountObject})
        FROM (
          SELECT ws_id, account_id FROM account_domain WHERE ws_id = ${wsId} AND domain = j.value LIMIT ${PER_VALUE}
        ) d
        CROSS JOIN account a ON a.ws_id = d.ws_id AND a.id = d.account_id AND a.archived_at IS NULL
      ) AS "accounts"
    FROM json_each(${JSON.stringify(domains)}) j`);
}

function loggedQuery(ctx: Ctx, messageKey: string) {
  return ctx.db.all<LoggedRow>(sql`
    SELECT a.id AS "activityId",
      (SELECT json_group_array(json_array(user_id, team_id, visibility, logged_at)) FROM (
        SELECT * FROM contribution WHERE ws_id = a.ws_id AND activity_id = a.id LIMIT ${CONTRIBUTIONS}
      )) AS "contributions"
    FROM activity a WHERE a.ws_id = ${ctx.workspace.wsId} AND a.message_key = ${messageKey}`);
}
