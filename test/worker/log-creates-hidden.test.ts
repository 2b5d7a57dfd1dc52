import { expect, test } from 'vitest';
import type { Duplicates } from '../../shared/duplicates.ts';
import type { Receipt } from '../../shared/receipt.ts';
import { newAccount, newContact, post } from './activities/logs.ts';
import { costOf } from './bound-statements.ts';
import { fromNewLead, fromNewSender, twoTeams } from './new-senders.ts';
import { testEnv } from './setup/databases.ts';
import { bodyOf, type Person } from './setup/tenants.ts';

/** Private records of one address, older than any other, made by SQL alone. */
async function hideBehind({ wsId, userId }: Person, count: number) {
  const run = (sql: string) =>
    testEnv.SHARD_0.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) ${sql}`,
    )
      .bind(wsId, userId)
      .run();
  const id = (kind: string) => `printf('0190000${kind}-%04x-7000-8000-%012x', ?1, i)`;
  const columns = 'owner_id, team_id, visibility, audience, created_by, created_at, updated_at';
  const owned = "?2, NULL, 'private', 'x', ?2, 1, 1";
  await run(`INSERT INTO account (ws_id, id, name, status, source, ${columns})
    SELECT ?1, ${id('a')}, 'Account', 'customer', 'other', ${owned} FROM n`);
  await run(`INSERT INTO account_domain (ws_id, domain, account_id)
    SELECT ?1, 'known.example', ${id('a')} FROM n WHERE ?2`);
  await run(`INSERT INTO contact (ws_id, id, name, ${columns}) SELECT ?1, ${id('c')}, 'Li', ${owned} FROM n`);
  await run(`INSERT INTO contact_email (ws_id, email, contact_id)
    SELECT ?1, 'li@known.example', ${id('c')} FROM n WHERE ?2`);
  await run(`INSERT INTO lead (ws_id, id, name, email, status, source, ${columns})
    SELECT ?1, ${id('f')}, 'Li', 'li@known.example', 'new', 'other', ${owned} FROM n`);
}

const ofKnown = () => fromNewSender({ domain: 'known.example' });
const logged = (person: Person, json: Parameters<typeof post>[1]) => bodyOf<Receipt>(post(person, json));

test('what others hide of an address does not conceal what one may read of it', async () => {
  const { ann, bob, eve } = await twoTeams();
  await hideBehind(eve, 40);
  const accountId = await newAccount(ann, { domains: ['known.example'] });
  const contactId = await newContact(ann, { emails: ['li@known.example'] });
  expect((await logged(bob, ofKnown())).records).toEqual({ accountId, contactId });
  const first = await logged(ann, fromNewLead('li@known.example'));
  expect((await logged(bob, fromNewLead('li@known.example'))).records).toEqual(first.records);
});

test('nor does it conceal it from whoever asks for duplicates', async () => {
  const { ann, bob, eve } = await twoTeams();
  await hideBehind(eve, 40);
  const accountId = await newAccount(ann, { name: 'Account of ann', domains: ['known.example'] });
  const contactId = await newContact(ann, { name: 'Ms Wang', emails: ['li@known.example'] });
  const json = {
    account: { domain: 'known.example' },
    contact: { email: 'li@known.example' },
  };
  const { items } = await bodyOf<Duplicates>(bob.client.api.v1.duplicates.$post({ json }));
  expect(items.map(({ id }) => id)).toEqual([contactId, accountId]);
});

test('however much is hidden, a log looks at 200 of each', async () => {
  const { ann, eve } = await twoTeams();
  await hideBehind(eve, 2000);
  const cost = async (person: Person) => (await costOf(() => logged(person, ofKnown()))).rowsRead;
  // Asked before the batch and again within it: five rows for each account, four for each contact.
  for (const person of [ann, eve]) expect(await cost(person)).toBeLessThanOrEqual(2 * 200 * (5 + 4) + 100);
});
