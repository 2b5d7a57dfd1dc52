import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { expect, test } from 'vitest';
import { activity, activityBody, activityParty, contribution } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import { feedOf, log, newAccount, newMessageKey, open, undo } from './logs.ts';

const shard = drizzle(testEnv.SHARD_0);

const team = async () => {
  const { people, wsId } = await newWorkspace({
    teams: ['north', 'south'],
    members: { ann: { team: 'north' }, bob: { team: 'north' }, cleo: { team: 'south' } },
  });
  return { ...people, wsId };
};

/** Everything stored about what was said, whoever may read it. */
async function storedIn(wsId: number): Promise<string> {
  const tables = [activity, activityBody, activityParty, contribution] as const;
  const rows = await Promise.all(
    tables.map((table) => shard.select().from(table).where(eq(table.wsId, wsId))),
  );
  return JSON.stringify(rows);
}

test('who knows no more than the key of a colleague’s private message reads nothing of it', async () => {
  const { ann, bob } = await team();
  const messageKey = newMessageKey();
  const { id } = await log(ann, { messageKey, visibility: 'private', text: 'Secret turbine' });
  await log(bob, { messageKey, level: 'full', visibility: 'private', text: undefined, subject: undefined });
  const seen = await open(bob, id);
  expect(seen).toMatchObject({ level: 'full', contributors: 1, ownerId: bob.userId });
  expect([seen.subject, seen.text, seen.snippet]).toEqual([undefined, undefined, undefined]);
  const [item] = (await feedOf(bob)).items;
  expect([item?.subject, item?.snippet]).toEqual([undefined, undefined]);
});

test('a text that was redacted for everybody is read as it was redacted', async () => {
  const { ann, bob, cleo } = await team();
  const messageKey = newMessageKey();
  const { id } = await log(ann, { messageKey, visibility: 'private', text: 'The price is 400.' });
  await log(bob, { messageKey, visibility: 'org', text: 'The price is ███.' });
  for (const reader of [bob, cleo]) expect((await open(reader, id)).text).toBe('The price is ███.');
  expect((await open(ann, id)).text).toBe('The price is 400.');
});

test('what a private join brings stays private, before its undo and after', async () => {
  const { ann, bob, cleo, wsId } = await team();
  const messageKey = newMessageKey();
  const { id } = await log(ann, { messageKey, visibility: 'org', level: 'subject' });
  const joined = await log(bob, {
    messageKey,
    visibility: 'private',
    text: 'Secret turbine',
    parties: [{ role: 'bcc', email: 'chief@rival.example' }],
  });
  expect(await open(bob, id)).toMatchObject({ text: 'Secret turbine', parties: [{ role: 'bcc' }] });
  for (const reader of [ann, cleo]) {
    expect(JSON.stringify(await open(reader, id))).not.toMatch(/turbine|rival/);
  }
  await undo(bob, joined.id);
  expect(JSON.stringify(await open(cleo, id))).not.toMatch(/turbine|rival/);
  expect(await storedIn(wsId)).not.toMatch(/turbine|rival/);
});

test('who joins again after an undo files it anew', async () => {
  const { ann, bob, wsId } = await team();
  const messageKey = newMessageKey();
  const [wrong, right] = [await newAccount(bob), await newAccount(bob)];
  const { id } = await log(ann, { messageKey, level: 'subject' });
  const first = await log(bob, { messageKey, accountId: wrong });
  await undo(bob, first.id);
  expect((await feedOf(bob, { accountId: wrong })).items).toEqual([]);
  await log(bob, { messageKey, accountId: right });
  expect(await open(bob, id)).toMatchObject({ account: { id: right } });
  expect((await feedOf(bob, { accountId: right })).items).toHaveLength(1);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('the owner’s undo leaves every other part with the words that its person sent', async () => {
  const { ann, bob, cleo, wsId } = await team();
  const messageKey = newMessageKey();
  const parties = [{ role: 'from' as const, email: 'li@hengchuan.example' }];
  const said = { messageKey, parties, subject: 'Pump', text: 'The turbine.' };
  const { id } = await log(ann, { ...said, visibility: 'private', summary: 'He is vain.' });
  await log(bob, { ...said, visibility: 'private', level: 'subject', text: undefined });
  const last = await log(cleo, { ...said, visibility: 'private' });
  await undo(ann, id);
  const ofBob = await open(bob, id);
  expect(ofBob).toMatchObject({ level: 'subject', subject: 'Pump', parties, ownerId: bob.userId });
  expect(ofBob.text).toBeUndefined();
  expect(await open(cleo, id)).toMatchObject({
    level: 'full',
    subject: 'Pump',
    text: 'The turbine.',
    parties,
  });
  expect(await storedIn(wsId)).not.toContain('vain');
  expect(await contradictionsIn(wsId)).toEqual([]);
  await undo(cleo, last.id);
  expect(await storedIn(wsId)).not.toContain('turbine');
});

test('the heir’s own words, people and account become the activity’s, and are found by searching', async () => {
  const { ann, bob, wsId } = await team();
  const messageKey = newMessageKey();
  const accountId = await newAccount(bob);
  const { id } = await log(ann, {
    messageKey,
    text: 'The turbine.',
    parties: [{ role: 'from', email: 'li@hengchuan.example' }],
  });
  const parties = [{ role: 'to' as const, email: 'wu@hengchuan.example' }];
  await log(bob, { messageKey, accountId, text: 'The gearbox.', parties });
  await undo(ann, id);
  expect(await storedIn(wsId)).not.toMatch(/turbine|li@/);
  expect(await open(bob, id)).toMatchObject({ text: 'The gearbox.', parties, account: { id: accountId } });
  const hits = async (q: string) => {
    const answer = await bob.client.api.v1.search.$get({ query: { q } as never });
    return ((await answer.json()) as { activities: { id: string }[] }).activities.map((hit) => hit.id);
  };
  expect([await hits('turbine'), await hits('gearbox')]).toEqual([[], [id]]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});
