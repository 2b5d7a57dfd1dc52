import { uuidv7 } from 'uuidv7';
import type { NewActivity } from './activity.ts';

/**
 * The same log with ids of their own for whatever comes into being with it. An undo on the server keeps the rows of what
 * it takes back, so that their ids are spent and a log that names them again is refused.
 */
export function renewed<Log extends NewActivity>(log: Log): Log {
  const { accountId, contactId, leadId, create, nextStep, parties } = log;
  const fresh = new Map(Object.values(create ?? {}).map(({ id }) => [id, uuidv7()]));
  const idOf = (id: string) => fresh.get(id) ?? id;
  return {
    ...log,
    ...(accountId && { accountId: idOf(accountId) }),
    ...(contactId && { contactId: idOf(contactId) }),
    ...(leadId && { leadId: idOf(leadId) }),
    ...(create && { create: renewedRecords(create, idOf) }),
    ...(nextStep && { nextStep: { ...nextStep, taskId: uuidv7() } }),
    ...(parties && {
      parties: parties.map((party) =>
        party.contactId ? { ...party, contactId: idOf(party.contactId) } : party,
      ),
    }),
  };
}

function renewedRecords(
  { account, contact, lead }: NonNullable<NewActivity['create']>,
  idOf: (id: string) => string,
): NewActivity['create'] {
  const accountId = contact?.accountId;
  return {
    ...(account && { account: { ...account, id: idOf(account.id) } }),
    ...(contact && {
      contact: { ...contact, id: idOf(contact.id), ...(accountId && { accountId: idOf(accountId) }) },
    }),
    ...(lead && { lead: { ...lead, id: idOf(lead.id) } }),
  };
}
