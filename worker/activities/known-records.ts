import { type SQL, sql } from 'drizzle-orm';
import { accountDomainsOf } from '../../shared/mail-domain.ts';
import { readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import { refuseUnless } from '../db/guard.ts';
import { account, contact, lead } from '../db/shard/schema.ts';
import { found, LOOKED_AT } from '../duplicates/candidates.ts';
import type { LogInput } from './log-input.ts';

/** A record of the team that is what a log would create. */
export type KnownRecord = { kind: 'account' | 'contact' | 'lead'; id: string; accountId: string | null };

/** One is reused; two of one domain say that it tells nothing. */
const ENOUGH = 2;

/**
 * Accounts of the same domain, contacts and leads of the same address, as far as whoever logs may read them: one
 * statement, so that the batch can ask again whether what was read is still so.
 */
export function knownRecordsQuery(ctx: Ctx, create: LogInput['create']) {
  return ctx.db.all<KnownRecord>(knownRecords(ctx, create));
}

/** Nobody has created, or taken back, such a record meanwhile. */
export function refuseUnlessStillKnown(ctx: Ctx, create: LogInput['create'], known: readonly KnownRecord[]) {
  const ids = JSON.stringify(known.map(({ id }) => id));
  return refuseUnless(
    ctx,
    'changed_meanwhile',
    sql`(SELECT json_group_array(id) FROM (${knownRecords(ctx, create)})) = ${ids}`,
  );
}

function knownRecords(ctx: Ctx, create: LogInput['create']): SQL {
  // What belongs to anybody says nothing: `accountDomainsOf` is empty for free mail.
  const domains =
    create?.account?.domains.filter((domain) => accountDomainsOf(domain).includes(domain)) ?? [];
  const contacts = found.contactsByEmail(ctx, create?.contact?.emails ?? []);
  const leads = found.leadsBy(ctx, 'email', create?.lead?.email ? [create.lead.email] : []);
  const ofAccount = sql`
    SELECT 'account' AS kind, ${account.id} AS id, NULL AS "accountId" FROM (${accountsOf(ctx, domains)}) found
    CROSS JOIN account ON ${account.wsId} = ${ctx.workspace.wsId} AND ${account.id} = found.id
    WHERE ${account.archivedAt} IS NULL AND ${readable(ctx, account)} LIMIT ${ENOUGH}`;
  const ofContact = sql`
    SELECT 'contact', ${contact.id}, ${account.id} FROM (${contacts}) found
    CROSS JOIN contact ON ${contact.wsId} = ${ctx.workspace.wsId} AND ${contact.id} = found.id
    LEFT JOIN account ON ${account.wsId} = ${contact.wsId} AND ${account.id} = ${contact.accountId}
      AND ${readable(ctx, account)}
    WHERE ${contact.archivedAt} IS NULL AND ${readable(ctx, contact)} LIMIT 1`;
  const ofLead = sql`
    SELECT 'lead', ${lead.id}, NULL FROM (${leads}) found
    CROSS JOIN lead ON ${lead.wsId} = ${ctx.workspace.wsId} AND ${lead.id} = found.id
    WHERE ${lead.status} <> 'converted' AND ${lead.archivedAt} IS NULL AND ${readable(ctx, lead)} LIMIT 1`;
  return sql`SELECT * FROM (${ofAccount}) UNION ALL SELECT * FROM (${ofContact}) UNION ALL SELECT * FROM (${ofLead})`;
}

/** Oldest first: ids begin with their time. */
function accountsOf(ctx: Ctx, domains: readonly string[]): SQL {
  // Our own domain says nothing about a customer. Asked of what was asked for, it costs no look at every member.
  return sql`
    SELECT DISTINCT d.account_id AS id FROM json_each(${JSON.stringify(domains)}) asked
    CROSS JOIN account_domain d ON d.ws_id = ${ctx.workspace.wsId} AND d.domain = asked.value
    WHERE NOT EXISTS (
      SELECT 1 FROM member m WHERE m.ws_id = ${ctx.workspace.wsId} AND m.email IS NOT NULL
        AND substr(m.email, instr(m.email, '@') + 1) = asked.value
    )
    LIMIT ${LOOKED_AT}`;
}
