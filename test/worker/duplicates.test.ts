import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { DuplicateQuery, Duplicates } from '../../shared/duplicates.ts';
import { newAccount, newContact, post, undo } from './activities/logs.ts';
import { fromNewSender, twoTeams } from './new-senders.ts';
import { bodyOf, newWorkspace, type Person, refusal } from './setup/tenants.ts';

const duplicates = async ({ client }: Person, json: DuplicateQuery) =>
  (await bodyOf<Duplicates>(client.api.v1.duplicates.$post({ json }))).items;

/** Reason and id, which is mostly all that matters. */
const brief = async (person: Person, json: DuplicateQuery) =>
  (await duplicates(person, json)).map(({ reason, id }) => `${reason} ${id}`);

type NewLead = { name?: string; company?: string; email?: string; domain?: string; phone?: string };

async function newLead({ client }: Person, extra: NewLead) {
  const id = uuidv7();
  await bodyOf(client.api.v1.leads.$post({ json: { id, name: 'Wang', ...extra } }));
  return id;
}

async function withPhones({ client }: Person, phones: { phone?: string; mobile?: string }) {
  const id = uuidv7();
  await bodyOf(client.api.v1.contacts.$post({ json: { id, name: 'Zhou', ...phones } }));
  return id;
}

describe('each reason', () => {
  test('the same address: contacts and leads', async () => {
    const { ann, bob } = await twoTeams();
    const accountId = await newAccount(ann, { name: 'Hengchuan' });
    const contactId = await newContact(ann, { accountId, emails: ['li@hengchuan.example'] });
    const leadId = await newLead(ann, { email: 'li@hengchuan.example' });
    for (const kind of ['contact', 'lead'] as const) {
      const items = await duplicates(bob, { [kind]: { email: 'LI@hengchuan.example' } });
      expect(items).toMatchObject([
        {
          kind: 'contact',
          id: contactId,
          accountId,
          accountName: 'Hengchuan',
          value: 'li@hengchuan.example',
        },
        { kind: 'lead', id: leadId, reason: 'same_email' },
      ]);
    }
  });

  test('the same domain: accounts and leads, a host of theirs too, never free mail', async () => {
    const { ann } = await twoTeams();
    const id = await newAccount(ann, { domains: ['hengchuan.example', 'hc.example'] });
    const leadId = await newLead(ann, { domain: 'hengchuan.example' });
    const found = [`same_domain ${id}`, `same_domain ${leadId}`];
    expect(await brief(ann, { lead: { domain: 'mail.hengchuan.example' } })).toEqual(found);
    expect(await brief(ann, { lead: { email: 'new@hengchuan.example' } })).toEqual(found);
    const [first] = await duplicates(ann, { account: { domain: 'hengchuan.example' } });
    expect(first).toMatchObject({ value: 'hengchuan.example', domains: ['hc.example', 'hengchuan.example'] });
    await newAccount(ann, { domains: ['gmail.com'], name: 'Somebody' });
    expect(await brief(ann, { account: { domain: 'gmail.com' }, lead: { email: 'x@gmail.com' } })).toEqual(
      [],
    );
  });

  test('the same number, however it is written', async () => {
    const { ann } = await twoTeams();
    const mobile = await withPhones(ann, { mobile: '+86 138-0013-8000', phone: '010-5555 0123' });
    const leadId = await newLead(ann, { phone: '13800138000' });
    await withPhones(ann, { phone: '021-5555 0123' });
    expect(await brief(ann, { contact: { phones: ['138 0013 8000'] } })).toEqual([
      `same_phone ${mobile}`,
      `same_phone ${leadId}`,
    ]);
    const [byDesk] = await duplicates(ann, { lead: { phones: ['+86 10 5555 0123'] } });
    expect(byDesk).toMatchObject({ id: mobile, value: '010-5555 0123' });
  });

  test.each([
    ['恒川精密机械有限公司', '恒川精密机械有限公司', 'same_name'],
    ['苏州恒川精密机械股份有限公司', '恒川精密机械有限公司', 'close_name'],
    ['恒川（苏州）精密机械有限公司', '恒川精密机械有限公司', 'close_name'],
    ['Hengchuan Precision Ltd', 'Hengchuan Precision', 'close_name'],
    ['Hengchuan Precision', 'Hengchaun Precision GmbH', 'close_name'],
    ['Ibáñez Pumps S.L.', 'Ibanez Pumps', 'close_name'],
    ['Bjørn Vann AS', 'Bjørn Vann', 'close_name'],
  ])('an account %s for %s: %s', async (known, asked, reason) => {
    const { ann } = await twoTeams();
    const id = await newAccount(ann, { name: known });
    await newAccount(ann, { name: '恒川精密仪器有限公司' });
    await newAccount(ann, { name: 'Hengchuan Pumps' });
    expect(await brief(ann, { account: { name: asked } })).toEqual([`${reason} ${id}`]);
    expect(await brief(ann, { lead: { company: asked } })).toEqual([`${reason} ${id}`]);
  });

  test('names of people and companies of leads', async () => {
    const { ann } = await twoTeams();
    const contactId = await newContact(ann, { name: 'Li Wei' });
    const leadId = await newLead(ann, { name: 'Wei Li', company: '恒川精密机械有限公司' });
    expect(await brief(ann, { contact: { name: 'li wei' } })).toEqual([
      `same_name ${contactId}`,
      `close_name ${leadId}`,
    ]);
    expect(await brief(ann, { account: { name: '恒川精密机械' } })).toEqual([`close_name ${leadId}`]);
  });
});

describe('the list', () => {
  test('names a record once, by its strongest reason, strongest first', async () => {
    const { ann } = await twoTeams();
    const name = '恒川精密机械有限公司';
    const byName = await newAccount(ann, { name });
    const byDomain = await newAccount(ann, { name, domains: ['hengchuan.example'] });
    expect(await brief(ann, { account: { name, domain: 'hengchuan.example' } })).toEqual([
      `same_domain ${byDomain}`,
      `same_name ${byName}`,
    ]);
  });

  test('holds ten at most, and nothing for nothing', async () => {
    const { ann } = await twoTeams();
    for (let i = 0; i < 12; i++) await newAccount(ann, { name: 'Hengchuan', domains: [`h${i % 2}.example`] });
    expect(await duplicates(ann, { account: { name: 'Hengchuan', domain: 'h1.example' } })).toHaveLength(10);
    expect(await duplicates(ann, {})).toEqual([]);
    expect(await duplicates(ann, { account: { name: '有限公司' }, contact: { name: '"*) OR (' } })).toEqual(
      [],
    );
  });

  test('names only what the reader may read, and nothing of another workspace', async () => {
    const { ann, bob, eve } = await twoTeams();
    const other = await newWorkspace({ members: { joe: {} } });
    const asked = {
      account: { name: 'Hengchuan', domain: 'hengchuan.example' },
      contact: { email: 'li@x.example' },
    };
    for (const person of [ann, other.people.joe]) {
      await newAccount(person, { visibility: 'private', domains: ['hengchuan.example'] });
      await newContact(person, { visibility: 'private', emails: ['li@x.example'] });
    }
    const accountId = await newAccount(ann, { visibility: 'team', domains: ['hengchuan.example'] });
    expect(await brief(bob, asked)).toEqual([`same_domain ${accountId}`]);
    expect(await brief(eve, asked)).toEqual([]);
    expect(await duplicates(ann, asked)).toHaveLength(3);
  });

  test('the name of an account that the reader may not read does not ride along', async () => {
    const { ann, bob } = await twoTeams();
    const accountId = await newAccount(ann, { visibility: 'private', name: 'Secret' });
    await newContact(ann, { accountId, emails: ['li@x.example'] });
    const [item] = await duplicates(bob, { contact: { email: 'li@x.example' } });
    expect(item).not.toHaveProperty('accountName');
    expect(item).not.toHaveProperty('accountId');
  });

  test('has nothing of a log that was undone', async () => {
    const { ann } = await twoTeams();
    const json = fromNewSender({ domain: 'gone.example' });
    await bodyOf(post(ann, json));
    const asked = {
      account: { name: 'Sender of gone.example', domain: 'gone.example' },
      contact: { name: 'Li Wei', email: 'li@gone.example', phones: ['13800138000'] },
    };
    expect(await brief(ann, asked)).toEqual([
      `same_email ${json.contactId}`,
      `same_domain ${json.accountId}`,
    ]);
    await undo(ann, json.id);
    expect(await duplicates(ann, asked)).toEqual([]);
  });

  test('a field that does not exist is refused', async () => {
    const { ann } = await twoTeams();
    const asking = ann.client.api.v1.duplicates.$post({ json: { account: { nam: 'x' } } as never });
    expect(await refusal(asking)).toEqual({
      status: 400,
      code: 'invalid',
      fields: { 'account.nam': 'unknown_field' },
    });
  });
});
