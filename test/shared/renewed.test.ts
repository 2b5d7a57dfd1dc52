import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { NewActivity } from '../../shared/activity.ts';
import { renewed } from '../../shared/renewed.ts';

const [ACCOUNT, CONTACT, LEAD, OTHER, TASK] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const account = { id: ACCOUNT, name: 'Hengchuan' };
const contact = { id: CONTACT, name: 'Li Wei' };
const lead = { id: LEAD, name: 'Li Wei' };
const nextStep = { taskId: TASK, text: 'Call', dueOn: '2026-12-01' };
const from = { role: 'from', contactId: CONTACT } as const;
const cc = { role: 'cc', contactId: OTHER } as const;

type Part = Partial<NewActivity>;
/** A log, and which of its ids are spent. */
const LOGS: Record<string, [Part, string[]]> = {
  'account and contact, named by each other and by a party': [
    {
      accountId: ACCOUNT,
      contactId: CONTACT,
      parties: [from, cc],
      create: { account, contact: { ...contact, accountId: ACCOUNT } },
    },
    [ACCOUNT, CONTACT],
  ],
  'a contact at an account that is there': [
    { accountId: OTHER, contactId: CONTACT, create: { contact: { ...contact, accountId: OTHER } } },
    [CONTACT],
  ],
  'a lead': [{ leadId: LEAD, create: { lead } }, [LEAD]],
  'a next step': [{ accountId: OTHER, nextStep }, [TASK]],
  'nothing new': [
    { accountId: ACCOUNT, contactId: CONTACT, leadId: LEAD, opportunityId: OTHER, parties: [from] },
    [],
  ],
};

test.each(Object.entries(LOGS))('%s', (_, [part, spent]) => {
  const log: NewActivity = { id: uuidv7(), type: 'email', occurredAt: 1, subject: 'Offer', ...part };
  const next = renewed(log);
  expect(NewActivity.safeParse(next).success).toBe(true);
  const before = JSON.stringify(log);
  const after = JSON.stringify(next);
  for (const id of spent) expect(after).not.toContain(id);
  const kept = [log.id, ACCOUNT, CONTACT, LEAD, OTHER].filter(
    (id) => before.includes(id) && !spent.includes(id),
  );
  for (const id of kept) expect(after.split(id)).toHaveLength(before.split(id).length);
  // Besides the ids it is the same log.
  const anyId = (json: string) => json.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
  expect(JSON.parse(anyId(after))).toEqual(JSON.parse(anyId(before)));
});

test('an id that named one record names one record again', () => {
  const create = { account, contact: { ...contact, accountId: ACCOUNT } };
  const log: NewActivity = {
    ...{ id: uuidv7(), type: 'email', occurredAt: 1, accountId: ACCOUNT, contactId: CONTACT },
    ...{ parties: [from], create },
  };
  const { accountId, contactId, parties, create: made } = renewed(log);
  expect(made).toMatchObject({ account: { id: accountId }, contact: { id: contactId, accountId } });
  expect(parties).toMatchObject([{ contactId }]);
});
