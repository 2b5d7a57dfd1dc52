import type { Activity, EditActivity, NewActivity } from '../../../shared/activity.ts';
import type { About } from '../write/written.ts';

/** Where one's own part of a record is filed. */
export function filedUnder(activity: Activity, userId: number): About {
  const { account, lead, opportunity } = activity.own ?? activity;
  const contactId = activity.contributions.find((part) => part.userId === userId)?.contactId;
  return {
    ...(account && { account }),
    ...(lead && { lead }),
    ...(opportunity && { opportunity }),
    ...(contactId && { contact: { id: contactId, name: '' } }),
  };
}

/** The change that files a part under `to`. Within one account it stays with the person it is filed under. */
export function filingChange(from: About, to: About): EditActivity {
  const isSameAccount = to.account !== undefined && to.account.id === from.account?.id;
  const contact = to.contact ?? (isSameAccount ? from.contact : undefined);
  return {
    accountId: to.account?.id ?? null,
    contactId: contact?.id ?? null,
    leadId: to.lead?.id ?? null,
    opportunityId: to.opportunity?.id ?? null,
  };
}

/** A log that has not been sent, filed under `to`. What was to come into being only for the wrong place does not. */
export function refiled(payload: NewActivity, to: About): NewActivity {
  const { accountId, contactId, leadId, opportunityId, create, ...rest } = payload;
  const isSameAccount = to.account !== undefined && to.account.id === accountId;
  const contact = to.contact?.id ?? (isSameAccount ? contactId : undefined);
  const named = [to.account?.id, contact, to.lead?.id];
  const kept = Object.entries(create ?? {}).filter(([, record]) => named.includes(record?.id));
  const dropped = Object.values(create ?? {}).flatMap(({ id }) => (named.includes(id) ? [] : [id]));
  const parties = rest.parties?.map(({ contactId: known, ...party }) =>
    known === undefined || dropped.includes(known) ? party : { ...party, contactId: known },
  );
  return {
    ...rest,
    ...(parties && { parties }),
    ...(to.account && { accountId: to.account.id }),
    ...(contact && { contactId: contact }),
    ...(to.lead && { leadId: to.lead.id }),
    ...(to.opportunity && { opportunityId: to.opportunity.id }),
    ...(kept.length > 0 && { create: Object.fromEntries(kept) }),
  };
}

/** A place under the ids by which the log names its records. */
export function namedBy({ accountId, contactId, leadId }: NewActivity, about: About): About {
  const { account, contact, lead } = about;
  return {
    ...about,
    ...(account && accountId && { account: { ...account, id: accountId } }),
    ...(contact && contactId && { contact: { ...contact, id: contactId } }),
    ...(lead && leadId && { lead: { ...lead, id: leadId } }),
  };
}

/** What a place is called in one line. */
export const placeName = ({ opportunity, contact, lead, account }: About): string | undefined =>
  (opportunity ?? lead ?? account ?? contact)?.name || undefined;
