import { type SQL, sql } from 'drizzle-orm';
import type { Visibility } from '../../shared/access.ts';
import type { Lead } from '../../shared/lead.ts';
import { accountDomainsOf, domainOfAddress } from '../../shared/mail-domain.ts';
import type { Ctx } from '../context.ts';
import type { ContextInput } from './context-input.ts';

// Rows read are bounded by hits, not by what is asked: neither fifty known recipients nor an address that stands in a
// thousand records costs more. The counterpart comes first, so what is cut off is what matters least.
const HITS = { contacts: 10, leads: 3, colleagues: 10, domains: 4, contributions: 12 };

type Owned = { ownerId: number; audience: string };
type AccountColumns = {
  accountId: string | null;
  accountName: string | null;
  accountLevel: string | null;
  accountOwnerId: number | null;
  accountAudience: string | null;
};
export type ContactRow = Owned &
  AccountColumns & { email: string; id: string; name: string; title: string | null };
export type LeadRow = Owned &
  Pick<Lead, 'status'> & { email: string; id: string; name: string; company: string | null };
export type ColleagueRow = { email: string; userId: number };
export type DomainRow = AccountColumns & { domain: string };
export type LoggedRow = {
  activityId: string;
  userId: number;
  teamId: number | null;
  visibility: Visibility;
  loggedAt: number;
};

/** Everything that an address, a domain or the message itself is known under: for one batch. */
export function matchQueries(ctx: Ctx, { addresses, pageHost, messageKey }: ContextInput) {
  const domains = [...addresses.map(domainOfAddress), pageHost ?? ''].flatMap(accountDomainsOf);
  const asked = listOf(addresses);
  return [
    contactQuery(ctx, asked),
    leadQuery(ctx, asked),
    colleagueQuery(ctx, asked),
    domainQuery(ctx, listOf([...new Set(domains)])),
    loggedQuery(ctx, messageKey ?? ''),
  ] as const;
}

/** A table of texts in their order, which costs no row; a list of JSON would cost one each. */
function listOf(values: readonly string[]): SQL {
  const rows = (values.length > 0 ? values.slice(0, 60) : ['']).map((value) => sql`(${value})`);
  return sql`(VALUES ${sql.join(rows, sql`, `)})`;
}

const accountColumns = sql`a.id AS "accountId", a.name AS "accountName", a.level AS "accountLevel",
  a.owner_id AS "accountOwnerId", a.audience AS "accountAudience"`;

function contactQuery(ctx: Ctx, addresses: SQL) {
  return ctx.db.all<ContactRow>(sql`
    SELECT e.email AS "email", c.id AS "id", c.name AS "name", c.title AS "title", c.owner_id AS "ownerId",
      c.audience AS "audience", ${accountColumns}
    FROM ${addresses} asked
    CROSS JOIN contact_email e ON e.ws_id = ${ctx.workspace.wsId} AND e.email = asked.column1
    CROSS JOIN contact c ON c.ws_id = e.ws_id AND c.id = e.contact_id AND c.archived_at IS NULL
    LEFT JOIN account a ON a.ws_id = c.ws_id AND a.id = c.account_id AND a.archived_at IS NULL
    LIMIT ${HITS.contacts}`);
}

function leadQuery(ctx: Ctx, addresses: SQL) {
  return ctx.db.all<LeadRow>(sql`
    SELECT l.email AS "email", l.id AS "id", l.name AS "name", l.company AS "company", l.status AS "status",
      l.owner_id AS "ownerId", l.audience AS "audience"
    FROM ${addresses} asked
    CROSS JOIN lead l ON l.ws_id = ${ctx.workspace.wsId} AND l.email = asked.column1 AND l.archived_at IS NULL
    LIMIT ${HITS.leads}`);
}

function colleagueQuery(ctx: Ctx, addresses: SQL) {
  return ctx.db.all<ColleagueRow>(sql`
    SELECT m.email AS "email", m.user_id AS "userId"
    FROM ${addresses} asked
    CROSS JOIN member m ON m.ws_id = ${ctx.workspace.wsId} AND m.email = asked.column1
    LIMIT ${HITS.colleagues}`);
}

/** Accounts by domain; the workspace's own domains say nothing about a customer. */
function domainQuery(ctx: Ctx, domains: SQL) {
  const { wsId } = ctx.workspace;
  return ctx.db.all<DomainRow>(sql`
    SELECT d.domain AS "domain", ${accountColumns}
    FROM ${domains} asked
    CROSS JOIN account_domain d ON d.ws_id = ${wsId} AND d.domain = asked.column1
    CROSS JOIN account a ON a.ws_id = d.ws_id AND a.id = d.account_id AND a.archived_at IS NULL
    WHERE NOT EXISTS (
      SELECT 1 FROM member m WHERE m.ws_id = ${wsId} AND m.email IS NOT NULL
        AND substr(m.email, instr(m.email, '@') + 1) = d.domain
    )
    LIMIT ${HITS.domains}`);
}

function loggedQuery(ctx: Ctx, messageKey: string) {
  return ctx.db.all<LoggedRow>(sql`
    SELECT a.id AS "activityId", c.user_id AS "userId", c.team_id AS "teamId", c.visibility AS "visibility",
      c.logged_at AS "loggedAt"
    FROM activity a CROSS JOIN contribution c ON c.ws_id = a.ws_id AND c.activity_id = a.id
    WHERE a.ws_id = ${ctx.workspace.wsId} AND a.message_key = ${messageKey}
    LIMIT ${HITS.contributions}`);
}
