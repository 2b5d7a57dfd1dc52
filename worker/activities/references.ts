import type { Ctx } from '../context.ts';
import type { StoredParty } from '../db/shard/own-content.ts';
import { ServiceError } from '../errors.ts';
import type { LogInput } from './log-input.ts';
import type { LogReads } from './log-reads.ts';

/** The records a log points at, checked: each exists and is visible to the person who logs. */
export type References = {
  accountId: string | null;
  contactId: string | null;
  leadId: string | null;
  opportunityId: string | null;
  parties: StoredParty[];
};

export function resolveReferences(ctx: Ctx, input: LogInput, reads: LogReads): References {
  const fields = unknownIn(input, reads);
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

function unknownIn(input: LogInput, reads: LogReads): Record<string, string> {
  const knownContacts = new Set(reads.contacts.map(({ id }) => id));
  const isUnknownContact = (id: string | undefined) => id !== undefined && !knownContacts.has(id);
  const unknown: [string, boolean][] = [
    ['accountId', input.accountId !== undefined && !reads.account],
    ['opportunityId', input.opportunityId !== undefined && !reads.opportunity],
    ['leadId', input.leadId !== undefined && !reads.lead],
    ['contactId', isUnknownContact(input.contactId)],
    ...input.parties.map(({ contactId }, i): [string, boolean] => [
      `parties.${i}.contactId`,
      isUnknownContact(contactId),
    ]),
  ];
  const fields = Object.fromEntries(unknown.filter(([, is]) => is).map(([path]) => [path, 'unknown']));
  const isElsewhere = reads.account && reads.opportunity && reads.opportunity.accountId !== reads.account.id;
  return isElsewhere ? { ...fields, opportunityId: 'other_account' } : fields;
}

/** Only told about an opportunity that the person may see. */
function refuseClosed({ opportunity }: LogReads) {
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
