import type { Ctx } from '../context.ts';
import type { StoredParty } from '../db/shard/own-content.ts';
import { ServiceError } from '../errors.ts';
import type { LogInput } from './log-input.ts';
import type { LogReads } from './log-reads.ts';
import type { Settled } from './new-records.ts';

/** The records a log points at, checked: each exists and is visible to the person who logs. */
export type References = {
  accountId: string | null;
  contactId: string | null;
  leadId: string | null;
  opportunityId: string | null;
  parties: StoredParty[];
};

export function resolveReferences(ctx: Ctx, settled: Settled, reads: LogReads): References {
  const { input } = settled;
  const fields = unknownIn(settled, reads);
  if (Object.keys(fields).length > 0) throw new ServiceError('reference_unknown', { fields });
  refuseClosed(reads);
  return {
    accountId: input.accountId ?? reads.opportunity?.accountId ?? null,
    contactId: input.contactId ?? null,
    leadId: input.leadId ?? null,
    opportunityId: input.opportunityId ?? null,
    parties: matchParties(ctx, input, reads),
  };
}

function unknownIn({ input, vouched }: Settled, reads: LogReads): Record<string, string> {
  const { accountId, opportunityId, leadId, contactId, parties, create } = input;
  const found = [...reads.contacts, ...reads.accounts, ...(reads.lead ? [reads.lead] : [])];
  const known = new Set([...vouched, ...found.map(({ id }) => id)]);
  const isUnknown = (id: string | undefined) => id !== undefined && !known.has(id);
  const unknown: [string, boolean][] = [
    ['accountId', isUnknown(accountId)],
    ['opportunityId', opportunityId !== undefined && !reads.opportunity],
    ['leadId', isUnknown(leadId)],
    ['contactId', isUnknown(contactId)],
    ['create.contact.accountId', isUnknown(create?.contact?.accountId)],
    ...parties.map((party, i): [string, boolean] => [`parties.${i}.contactId`, isUnknown(party.contactId)]),
  ];
  const fields = Object.fromEntries(unknown.filter(([, is]) => is).map(([path]) => [path, 'unknown']));
  const isElsewhere =
    accountId !== undefined &&
    !fields.accountId &&
    reads.opportunity &&
    reads.opportunity.accountId !== accountId;
  return isElsewhere ? { ...fields, opportunityId: 'other_account' } : fields;
}

/** Only told about an opportunity that the person may see. */
export function refuseClosed({ opportunity }: Pick<LogReads, 'opportunity'>) {
  if (!opportunity || opportunity.status === 'open') return;
  const { name, closedBy, closedAt } = opportunity;
  throw new ServiceError('opportunity_closed', {
    detail: { opportunity: name, ...(closedBy && { by: closedBy }), ...(closedAt && { at: closedAt }) },
  });
}

function matchParties(ctx: Ctx, { parties }: LogInput, reads: LogReads): StoredParty[] {
  const contactOf = new Map(reads.contacts.map(({ email, id }) => [email, id]));
  const colleagueOf = new Map(reads.colleagues.map(({ email, userId }) => [email, userId]));
  if (ctx.user.email) colleagueOf.set(ctx.user.email, ctx.user.userId);
  return parties.map((party) => {
    const { email } = party;
    if (email === undefined) return party;
    const userId = colleagueOf.get(email);
    return { ...party, userId, contactId: party.contactId ?? (userId ? undefined : contactOf.get(email)) };
  });
}
