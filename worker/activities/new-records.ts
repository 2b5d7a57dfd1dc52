import type { BatchItem } from 'drizzle-orm/batch';
import type { Receipt } from '../../shared/receipt.ts';
import { insertAccount } from '../accounts/service.ts';
import { insertContact } from '../contacts/service.ts';
import type { Ctx } from '../context.ts';
import { insertLead } from '../leads/service.ts';
import { refuseUnlessStillKnown } from './known-records.ts';
import type { LogInput } from './log-input.ts';
import type { LogReads } from './log-reads.ts';
import type { References } from './references.ts';

type Create = NonNullable<LogInput['create']>;
/** The record that stands in place of a new one; null = none at all. Absent = the new one. */
type InPlace = { [kind in keyof Create]?: string | null };

/** A log with the records that it really names, and as new ones only those that the team has not got. */
export type Settled = {
  input: LogInput;
  /** Ids that need no further look: made in this batch, or found by address or domain. */
  vouched: ReadonlySet<string>;
};

/** What is there already is used in place of a new record; who logs one message again creates nothing anew. */
export function settle(ctx: Ctx, input: LogInput, reads: LogReads): Settled {
  const { create } = input;
  if (!create) return { input, vouched: new Set() };
  const own = reads.logged?.contributions.find(({ userId }) => userId === ctx.user.userId);
  const inPlace = own
    ? { account: own.accountId, contact: own.contactId, lead: own.leadId }
    : knownInPlace(input, create, reads);
  return settledBy(input, create, inPlace);
}

function knownInPlace(input: LogInput, create: Create, reads: LogReads): InPlace {
  const known = (of: keyof Create) => reads.known.filter(({ kind }) => kind === of);
  const [contact] = known('contact');
  const [lead] = known('lead');
  const accounts = known('account');
  const hasContact = reads.contacts.some(({ id }) => id === input.contactId);
  // Somebody known by address belongs where the team has filed that person, whatever the domain says.
  const account =
    reads.accounts.find(({ id }) => id === create.account?.id)?.id ??
    contact?.accountId ??
    (accounts.length === 1 ? accounts[0]?.id : undefined);
  return {
    ...(account && { account }),
    ...(hasContact ? { contact: input.contactId } : contact && { contact: contact.id }),
    ...(reads.lead ? { lead: reads.lead.id } : lead && { lead: lead.id }),
  };
}

function settledBy(input: LogInput, create: Create, inPlace: InPlace): Settled {
  const { account, contact, lead } = create;
  const settled = new Map([
    ...(account ? [[account.id, idInPlace(account, inPlace.account)] as const] : []),
    ...(contact ? [[contact.id, idInPlace(contact, inPlace.contact)] as const] : []),
    ...(lead ? [[lead.id, idInPlace(lead, inPlace.lead)] as const] : []),
  ]);
  const real = (id: string | undefined) => (id !== undefined && settled.has(id) ? settled.get(id) : id);
  const isHeld = (party: LogInput['parties'][number]) =>
    party.email !== undefined && contact?.emails.includes(party.email);
  return {
    input: {
      ...input,
      accountId: real(input.accountId),
      contactId: real(input.contactId),
      leadId: real(input.leadId),
      parties: input.parties.map((party) => ({
        ...party,
        contactId: real(party.contactId ?? (isHeld(party) ? contact?.id : undefined)),
      })),
      create: {
        account: inPlace.account === undefined ? account : undefined,
        contact:
          contact && inPlace.contact === undefined
            ? { ...contact, accountId: real(contact.accountId) }
            : undefined,
        lead: inPlace.lead === undefined ? lead : undefined,
      },
    },
    vouched: new Set([...settled.values()].filter((id) => id !== undefined)),
  };
}

const idInPlace = ({ id }: { id: string }, other: string | null | undefined): string | undefined =>
  other === undefined ? id : (other ?? undefined);

/** Writes the new records, as long as what was read of the team's own is still so. */
export function newRecordStatements(
  ctx: Ctx,
  asked: LogInput,
  { settled, reads }: { settled: Settled; reads: LogReads },
): BatchItem<'sqlite'>[] {
  const { create } = settled.input;
  if (!asked.create || !create) return [];
  return [
    refuseUnlessStillKnown(ctx, asked.create, reads.known),
    ...(create.account ? insertAccount(ctx, create.account, asked.id) : []),
    ...(create.contact ? insertContact(ctx, create.contact, asked.id) : []),
    ...(create.lead ? insertLead(ctx, create.lead, asked.id) : []),
  ];
}

/** For the receipt: whoever sent the log learns by it which records stand for the new ones. */
export function recordsOf({ create }: LogInput, references: References): Receipt['records'] {
  if (!create) return undefined;
  const { accountId, contactId, leadId } = references;
  return {
    ...(create.account && accountId && { accountId }),
    ...(create.contact && contactId && { contactId }),
    ...(create.lead && leadId && { leadId }),
  };
}
