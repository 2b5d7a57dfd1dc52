import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { NewActivity } from '../../shared/activity.ts';
import type { Receipt } from '../../shared/receipt.ts';
import { contradictionsIn } from './activities/consistency.ts';
import { mail, newAccount, newContact, newMessageKey, open, post } from './activities/logs.ts';
import {
  auditOf,
  countsIn,
  fromNewLead,
  fromNewSender,
  namesFound,
  recordsIn,
  twoTeams,
} from './new-senders.ts';
import { bodyOf, type Person, refusal } from './setup/tenants.ts';

const logged = (person: Person, json: NewActivity) => bodyOf<Receipt>(post(person, json));
const logAs = async (person: Person, json: NewActivity) => {
  await logged(person, json);
  return json;
};

describe('a log that creates', () => {
  test('contact and account come into being with it, filed and found', async () => {
    const { ann, bob, wsId } = await twoTeams();
    const json = fromNewSender({ domain: 'hengchuan.example' });
    const receipt = await logged(ann, json);
    const { accountId = '', contactId = '' } = json;
    expect(receipt).toMatchObject({ outcome: 'created', records: { accountId, contactId } });
    const kept = await bodyOf(bob.client.api.v1.contacts[':id'].$get({ param: { id: contactId } }));
    expect(kept).toMatchObject({ accountId, mobile: '138 0013 8000', emails: ['li@hengchuan.example'] });
    const made = await bodyOf(bob.client.api.v1.accounts[':id'].$get({ param: { id: accountId } }));
    expect(made).toMatchObject({ domains: ['hengchuan.example'], ownerId: ann.userId });
    const activity = await open(bob, json.id);
    expect(activity).toMatchObject({ account: { id: accountId }, parties: [{ contactId }] });
    expect(await namesFound(bob, 'hengchuan')).toEqual(expect.arrayContaining([accountId, contactId]));
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('a lead comes into being with it', async () => {
    const { ann } = await twoTeams();
    const json = fromNewLead();
    const { leadId } = json;
    expect(await logged(ann, json)).toMatchObject({ records: { leadId } });
    expect(await open(ann, json.id)).toMatchObject({ lead: { id: leadId, name: 'Li Wei' } });
  });

  test('each of the new records is in the audit trail', async () => {
    const { ann, wsId } = await twoTeams();
    const { id, accountId, contactId } = await logAs(ann, fromNewSender());
    expect((await auditOf(wsId)).slice(-3)).toEqual([
      `account.create ${accountId}`,
      `contact.create ${contactId}`,
      `activity.log ${id}`,
    ]);
  });

  test('nothing is created when the log is refused', async () => {
    const { ann, wsId } = await twoTeams();
    const json = fromNewSender({}, { opportunityId: uuidv7() });
    expect(await refusal(post(ann, json))).toMatchObject({
      status: 422,
      fields: { opportunityId: 'unknown' },
    });
    expect(await countsIn(wsId)).toEqual([0, 0, 0]);
  });

  test('a record that the log does not name is refused', async () => {
    const { ann } = await twoTeams();
    const json = { ...fromNewSender(), contactId: uuidv7() };
    expect(await refusal(post(ann, json))).toMatchObject({ status: 400, fields: { create: 'create' } });
  });

  test('a new contact can be filed at an account that is there, and at no other', async () => {
    const { ann, eve, wsId } = await twoTeams();
    const accountId = await newAccount(ann);
    const hidden = await newAccount(eve, { visibility: 'private' });
    const at = (id: string, extra = {}) => {
      const contactId = uuidv7();
      const contact = { id: contactId, name: 'Li Wei', accountId: id };
      return mail({ contactId, create: { contact }, ...extra });
    };
    const elsewhere = { accountId: await newAccount(ann) };
    await logged(ann, at(accountId));
    await logged(ann, at(accountId, elsewhere));
    expect((await recordsIn(wsId)).contacts).toMatchObject([{ accountId }, { accountId }]);
    for (const extra of [{}, elsewhere]) {
      expect(await refusal(post(ann, at(hidden, extra)))).toMatchObject({
        fields: { 'create.contact.accountId': 'unknown' },
      });
    }
  });
});

describe('what the team has already is used in place of a new record', () => {
  test('a contact and a lead of the same address', async () => {
    const { ann, bob, wsId } = await twoTeams();
    const contactId = await newContact(ann, { emails: ['li@known.example'] });
    const receipt = await logged(bob, fromNewSender({ email: 'li@known.example' }));
    expect(receipt.records).toMatchObject({ contactId });
    expect(await open(bob, receipt.id)).toMatchObject({ parties: [{ contactId }] });
    const first = await logged(ann, fromNewLead('wang@known.example'));
    expect((await logged(bob, fromNewLead('wang@known.example'))).records).toEqual(first.records);
    expect(await countsIn(wsId)).toEqual([1, 1, 1]);
  });

  test('an account of the same domain, for the new contact as well', async () => {
    const { ann, bob, wsId } = await twoTeams();
    const accountId = await newAccount(ann, { domains: ['known.example'] });
    const json = fromNewSender({ domain: 'known.example' });
    expect((await logged(bob, json)).records).toEqual({ accountId, contactId: json.contactId });
    expect((await recordsIn(wsId)).contacts).toMatchObject([{ accountId }]);
    expect(await open(bob, json.id)).toMatchObject({ account: { id: accountId } });
  });

  test('the account of a contact that is known, whose domain says nothing', async () => {
    const { ann, bob, wsId } = await twoTeams();
    const accountId = await newAccount(ann);
    const contactId = await newContact(ann, { accountId, emails: ['li@gmail.com'] });
    const json = fromNewSender({ email: 'li@gmail.com', domain: 'gmail.com' });
    expect((await logged(bob, json)).records).toEqual({ accountId, contactId });
    expect(await countsIn(wsId)).toEqual([1, 1, 0]);
  });

  test.each([
    ['free mail', ['gmail.com'], 1],
    ['a domain of several accounts', ['known.example'], 2],
    ['our own domain', ['ours.example'], 1],
  ])('%s tells no account', async (_, domains, n) => {
    const { ann, wsId } = await twoTeams();
    for (let i = 0; i < n; i++) await newAccount(ann, { domains });
    await logged(ann, fromNewSender({ domain: domains[0], email: 'new@elsewhere.example' }));
    expect((await countsIn(wsId))[0]).toBe(n + 1);
  });

  test('a record that whoever logs may not read is neither used nor given away', async () => {
    const { ann, eve, wsId } = await twoTeams();
    const hidden = fromNewSender({ domain: 'secret.example', visibility: 'private' });
    await logged(eve, hidden);
    const json = fromNewSender({ domain: 'secret.example' });
    const receipt = await logged(ann, json);
    expect(receipt).toMatchObject({ outcome: 'created', records: { accountId: json.accountId } });
    expect(JSON.stringify(await open(ann, json.id))).not.toContain(hidden.contactId);
    expect(await countsIn(wsId)).toEqual([2, 2, 0]);
  });
});

describe('exactly one contact', () => {
  test('whoever joins the log of a colleague with the same new sender gets the colleague’s records', async () => {
    const { ann, bob, wsId } = await twoTeams();
    const messageKey = newMessageKey();
    const first = await logged(ann, fromNewSender({ domain: 'joined.example' }, { messageKey }));
    const second = await logged(bob, fromNewSender({ domain: 'joined.example' }, { messageKey }));
    expect(second).toMatchObject({ outcome: 'joined', recordId: first.id, records: first.records });
    expect(await countsIn(wsId)).toEqual([1, 1, 0]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('the same log again is answered with the same records', async () => {
    const { ann, wsId } = await twoTeams();
    const json = fromNewSender();
    const first = await logged(ann, json);
    const again = await post(ann, json);
    expect([again.status, await again.json()]).toEqual([200, first]);
    expect(await countsIn(wsId)).toEqual([1, 1, 0]);
  });

  test('the same message logged again by the same person creates nothing', async () => {
    const { ann, wsId } = await twoTeams();
    const messageKey = newMessageKey();
    const first = await logged(ann, fromNewLead(undefined, { messageKey }));
    const nextStep = { taskId: uuidv7(), text: 'Call', dueOn: '2026-12-01' };
    const again = await logged(ann, fromNewLead('other@elsewhere.example', { messageKey, nextStep }));
    expect(again).toMatchObject({ outcome: 'joined', records: first.records });
    expect(await countsIn(wsId)).toEqual([0, 0, 1]);
  });

  test.each([
    ['two mails', () => undefined],
    ['one mail', newMessageKey],
  ])('people log %s of one new sender at the same moment', async (_, keyOf) => {
    const { ann, bob, eve, wsId } = await twoTeams();
    const messageKey = keyOf();
    const json = () =>
      fromNewSender({ domain: 'crowd.example' }, { visibility: 'org', ...(messageKey && { messageKey }) });
    let waiting = [ann, bob, eve, ann, bob, eve].map((person) => ({ person, json: json() }));
    for (let round = 0; round < 6 && waiting.length > 0; round++) {
      const answers = await Promise.all(waiting.map(({ person, json }) => post(person, json)));
      const statuses: number[] = answers.map(({ status }) => status);
      // Whoever loses too often is told to come back.
      expect(statuses.every((status) => [200, 201, 503].includes(status))).toBe(true);
      waiting = waiting.filter((_, i) => statuses[i] === 503);
    }
    expect(waiting).toEqual([]);
    expect(await countsIn(wsId)).toEqual([1, 1, 0]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });
});
