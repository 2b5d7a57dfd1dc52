import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { readsAudience } from '../../shared/access.ts';
import { visibleAccounts } from '../accounts/service.ts';
import type { Ctx } from '../context.ts';
import { contact, lead, member, opportunity } from '../db/shard/schema.ts';
import { receiptQuery } from '../receipts/receipts.ts';
import { knownRecordsQuery } from './known-records.ts';
import type { LogInput } from './log-input.ts';
import { byMessageKey, loggedQueries, toLogged } from './logged.ts';

/** What a log has to know before it writes. */
export type LogReads = Awaited<ReturnType<typeof readForLog>>;

/** Statements of `readForLog` and of `readAgain`. */
export const readsOf = ({ create }: LogInput) => ({ first: create ? 9 : 8, again: create ? 9 : 4 });

/** One round trip. */
export async function readForLog(ctx: Ctx, input: LogInput) {
  const { create } = input;
  const [
    receipts,
    activities,
    contributions,
    opportunities,
    accounts,
    leads,
    contacts,
    colleagues,
    ...known
  ] = await ctx.db.batch([
    ...changingQueries(ctx, input),
    visibleAccounts(ctx, accountsNamed(input)),
    leadQuery(ctx, input.leadId),
    contactQuery(ctx, input),
    colleagueQuery(ctx, input),
    ...(create ? [knownRecordsQuery(ctx, create)] : []),
  ]);
  return {
    receipt: receipts[0],
    logged: toLogged(activities[0], contributions),
    opportunity: readable(ctx, opportunities)[0],
    accounts,
    lead: readable(ctx, leads)[0],
    contacts: readable(ctx, contacts),
    colleagues,
    known: known.flat(),
  };
}

/** By the log, and by the contact that it creates. */
const accountsNamed = ({ accountId, create }: LogInput): string[] =>
  [accountId, create?.contact?.accountId].filter((id) => id !== undefined);

/** Reads once more what another request may have changed meanwhile. */
export async function readAgain(ctx: Ctx, input: LogInput, reads: LogReads): Promise<LogReads> {
  // Also what is to be created may be there by now.
  if (input.create) return readForLog(ctx, input);
  const [receipts, activities, contributions, opportunities] = await ctx.db.batch(
    changingQueries(ctx, input),
  );
  return {
    ...reads,
    receipt: receipts[0],
    logged: toLogged(activities[0], contributions),
    opportunity: readable(ctx, opportunities)[0],
  };
}

function changingQueries(ctx: Ctx, input: LogInput) {
  return [
    receiptQuery(ctx, input.id),
    // Without a key nothing matches: an empty key is never stored.
    ...loggedQueries(ctx, byMessageKey(input.messageKey ?? '')),
    opportunityQuery(ctx, input.opportunityId),
  ] as const;
}

export const readable = <Row extends { ownerId: number; audience: string }>(ctx: Ctx, rows: Row[]): Row[] =>
  rows.filter((row) => readsAudience(ctx.user, row));

export function leadQuery(ctx: Ctx, id = '') {
  return ctx.db
    .select({ id: lead.id, ownerId: lead.ownerId, audience: lead.audience })
    .from(lead)
    .where(and(eq(lead.wsId, ctx.workspace.wsId), eq(lead.id, id)));
}

export function opportunityQuery(ctx: Ctx, id = '') {
  const closer = alias(member, 'closer');
  return ctx.db
    .select({
      id: opportunity.id,
      accountId: opportunity.accountId,
      name: opportunity.name,
      status: opportunity.status,
      closedAt: opportunity.closedAt,
      closedBy: sql<string | null>`${closer.name}`.as('closer_name'),
      ownerId: opportunity.ownerId,
      audience: opportunity.audience,
    })
    .from(opportunity)
    .leftJoin(closer, and(eq(closer.wsId, opportunity.wsId), eq(closer.userId, opportunity.closedBy)))
    .where(and(eq(opportunity.wsId, ctx.workspace.wsId), eq(opportunity.id, id)));
}

/** Contacts named by id, and those whose address takes part. */
export function contactQuery(ctx: Ctx, { contactId, parties }: Pick<LogInput, 'contactId' | 'parties'>) {
  const { wsId } = ctx.workspace;
  const ids = [contactId, ...parties.map((party) => party.contactId)].filter((id) => id !== undefined);
  const emails = parties.flatMap(({ email }) => email ?? []);
  return ctx.db.all<{ id: string; email: string | null; ownerId: number; audience: string }>(sql`
    SELECT ${contact.id} AS id, known.email AS email, ${contact.ownerId} AS "ownerId", ${contact.audience} AS audience
    FROM (
      SELECT value AS contact_id, NULL AS email FROM json_each(${JSON.stringify(ids)})
      UNION ALL
      SELECT e.contact_id, e.email FROM json_each(${JSON.stringify(emails)}) j
      CROSS JOIN contact_email e ON e.ws_id = ${wsId} AND e.email = j.value
      LIMIT 1000
    ) known
    CROSS JOIN contact ON ${contact.wsId} = ${wsId} AND ${contact.id} = known.contact_id`);
}

function colleagueQuery(ctx: Ctx, { parties }: LogInput) {
  const emails = parties.flatMap(({ email }) => email ?? []);
  return ctx.db.all<{ userId: number; email: string }>(sql`
    SELECT m.user_id AS "userId", m.email AS email FROM json_each(${JSON.stringify(emails)}) j
    CROSS JOIN member m ON m.ws_id = ${ctx.workspace.wsId} AND m.email = j.value`);
}
