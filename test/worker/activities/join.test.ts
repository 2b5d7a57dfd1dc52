import { asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { contribution } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace, type Person, refusal } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import {
  feedOf,
  log,
  mail,
  newAccount,
  newMessageKey,
  newOpportunity,
  open,
  opened,
  opportunityOf,
  post,
  undo,
} from './logs.ts';

const people = async () => {
  const workspace = await newWorkspace({
    teams: ['north', 'south'],
    members: {
      ann: { team: 'north' },
      bob: { team: 'north' },
      cleo: { team: 'south' },
      boss: { role: 'admin', scope: 'all' },
    },
  });
  return { ...workspace.people, wsId: workspace.wsId };
};

const searchFor = async ({ client }: Person, q: string) => {
  const answer = await client.api.v1.search.$get({ query: { q } as never });
  return ((await answer.json()) as { activities: { id: string }[] }).activities.map(({ id }) => id);
};

test('the same message logged by two people is one activity, and both are credited', async () => {
  const { ann, bob, wsId } = await people();
  const messageKey = newMessageKey();
  const first = await log(ann, { messageKey });
  const answer = await post(bob, mail({ messageKey, summary: 'He is in a hurry.' }));
  expect(answer.status).toBe(201);
  const second = (await answer.json()) as { id: string };
  expect(second).toMatchObject({ outcome: 'joined', recordId: first.id });
  expect(await open(bob, first.id)).toMatchObject({
    contributors: 2,
    ownerId: ann.userId,
    contributions: [
      { userId: ann.userId },
      { userId: bob.userId, note: 'He is in a hurry.', receiptId: second.id },
    ],
  });
  const { items } = await feedOf(bob);
  expect(items.map(({ id, contributors }) => [id, contributors])).toEqual([[first.id, 2]]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('a private log of the same message stays unknown to everybody else', async () => {
  const { ann, bob, cleo, boss, wsId } = await people();
  const messageKey = newMessageKey();
  const { id } = await log(ann, { messageKey, visibility: 'private', level: 'full', text: 'Secret turbine' });
  await log(bob, { messageKey, level: 'fact', text: undefined });
  for (const reader of [bob, boss]) {
    const seen = await open(reader, id);
    expect(seen).toMatchObject({ level: 'fact', contributors: 1, ownerId: bob.userId });
    expect(seen.contributions.map(({ userId }) => userId)).toEqual([bob.userId]);
    expect([seen.subject, seen.text, seen.snippet]).toEqual([undefined, undefined, undefined]);
    expect((await feedOf(reader)).items).toMatchObject([
      { level: 'fact', ownerId: bob.userId, contributors: 1 },
    ]);
    expect((await feedOf(reader, { person: String(ann.userId) })).items).toEqual([]);
    expect(await searchFor(reader, 'turbine')).toEqual([]);
  }
  expect(await searchFor(ann, 'turbine')).toEqual([id]);
  expect(await refusal(opened(cleo, id))).toEqual({ status: 404, code: 'not_found' });
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('the owner’s own words are shown only with the owner’s part', async () => {
  const { ann, bob } = await people();
  const messageKey = newMessageKey();
  const step = { taskId: uuidv7(), text: 'Call the director', dueOn: '2026-12-01' };
  const { id } = await log(ann, {
    messageKey,
    visibility: 'private',
    summary: 'He wants a kickback.',
    outcome: 'negative',
    nextStep: step,
    expense: { amountMinor: 5000, currency: 'CNY', kind: 'meal' },
  });
  await log(bob, { messageKey, outcome: 'positive' });
  const seen = await open(bob, id);
  expect(seen).toMatchObject({ level: 'full', outcome: 'positive', ownerId: bob.userId });
  expect([seen.summary, seen.nextStep, seen.expense]).toEqual([undefined, undefined, undefined]);
  expect(await searchFor(bob, 'kickback')).toEqual([]);
  expect(await open(ann, id)).toMatchObject({ summary: 'He wants a kickback.', outcome: 'negative' });
});

test('a join fills nothing in: each part keeps its own words, people and account', async () => {
  const { ann, bob, cleo, wsId } = await people();
  const messageKey = newMessageKey();
  const accountId = await newAccount(bob);
  const { id } = await log(ann, { messageKey, level: 'subject', visibility: 'org', subject: 'First words' });
  await log(bob, {
    messageKey,
    accountId,
    subject: 'Other words',
    text: 'The turbine.',
    parties: [{ role: 'from', email: 'li@hengchuan.example' }],
  });
  // The fullest part is shown to those who see both.
  for (const reader of [ann, bob]) {
    expect(await open(reader, id)).toMatchObject({
      level: 'full',
      ownerId: ann.userId,
      subject: 'Other words',
      text: 'The turbine.',
      account: { id: accountId },
      parties: [{ email: 'li@hengchuan.example' }],
    });
    expect((await feedOf(reader)).items).toMatchObject([
      { level: 'full', subject: 'Other words', snippet: 'The turbine.', account: { id: accountId } },
    ]);
    expect((await feedOf(reader, { accountId })).items).toHaveLength(1);
  }
  const seen = await open(cleo, id);
  expect(seen).toMatchObject({ level: 'subject', subject: 'First words', contributors: 1, parties: [] });
  expect([seen.text, seen.account]).toEqual([undefined, undefined]);
  expect((await feedOf(cleo, { accountId })).items).toEqual([]);
  expect(await searchFor(cleo, 'turbine')).toEqual([]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('the same words are stored once, and a word of difference twice', async () => {
  const { ann, bob, cleo, wsId } = await people();
  const messageKey = newMessageKey();
  const said = { messageKey, parties: [{ role: 'from' as const, email: 'li@hengchuan.example' }] };
  await log(ann, { ...said, text: 'One\n two' });
  await log(bob, { ...said, text: 'One  two' });
  await log(cleo, { ...said, text: 'One, two' });
  const rows = await drizzle(testEnv.SHARD_0)
    .select()
    .from(contribution)
    .where(eq(contribution.wsId, wsId))
    .orderBy(asc(contribution.userId));
  expect(rows.map(({ content }) => content?.text)).toEqual([undefined, undefined, 'One, two']);
});

test('a message logged again by the same person is credited once, and that log’s undo withdraws nothing', async () => {
  const { ann, wsId } = await people();
  const messageKey = newMessageKey();
  const opportunityId = await newOpportunity(ann, await newAccount(ann));
  const first = await log(ann, { messageKey });
  const step = { taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-01' };
  const answer = await post(ann, mail({ messageKey, opportunityId, nextStep: step }));
  const again = (await answer.json()) as { id: string };
  expect([answer.status, again]).toMatchObject([200, { outcome: 'joined', recordId: first.id }]);
  expect(await opportunityOf(ann, opportunityId)).toMatchObject({ nextStep: 'Send the offer' });
  expect(await open(ann, first.id)).toMatchObject({ contributors: 1 });
  await undo(ann, again.id);
  expect(await open(ann, first.id)).toMatchObject({ contributors: 1 });
  expect(((await opportunityOf(ann, opportunityId)) as { nextStep?: string }).nextStep).toBeUndefined();
  expect(await contradictionsIn(wsId)).toEqual([]);
});
