import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { newAccount, newMessageKey, newOpportunity } from '../activities/logs.ts';
import { newWorkspace } from '../setup/tenants.ts';
import { mailOf, newThreadKey, todayOf, waitingOf } from './conversation.ts';

const team = async () =>
  (
    await newWorkspace({
      teams: ['north', 'south'],
      members: {
        ann: { team: 'north', email: 'ann@ours.example' },
        bob: { team: 'north' },
        cleo: { team: 'south' },
        boss: { team: 'south', scope: 'all' },
      },
    })
  ).people;

const inbound = { direction: 'inbound' } as const;
const outbound = { direction: 'outbound' } as const;

describe('a conversation waits', () => {
  test.each([
    ['inbound', 1.9, undefined],
    ['inbound', 3.01, 'inbound'],
    ['outbound', 3.9, undefined],
    ['outbound', 5.01, 'outbound'],
    ['inbound', 44, 'inbound'],
    ['inbound', 46.5, undefined],
  ] as const)('with %s mail of %d days ago: %s', async (direction, daysAgo, last) => {
    const { ann } = await team();
    const threadKey = newThreadKey();
    await mailOf(ann, { threadKey, direction, daysAgo });
    expect((await waitingOf(ann, threadKey))?.last).toBe(last);
  });

  test('until it is answered, whichever of the two is logged first', async () => {
    const { ann } = await team();
    const [late, early] = [newThreadKey(), newThreadKey()];
    await mailOf(ann, { threadKey: late, ...inbound, daysAgo: 10 });
    await mailOf(ann, { threadKey: late, ...outbound, daysAgo: 4 });
    await mailOf(ann, { threadKey: early, ...outbound, daysAgo: 4 });
    await mailOf(ann, { threadKey: early, ...inbound, daysAgo: 10 });
    expect((await todayOf(ann)).waiting).toEqual([]);
  });

  test('on the last message, also where an older one is logged after it', async () => {
    const { ann } = await team();
    const threadKey = newThreadKey();
    const last = await mailOf(ann, { threadKey, ...inbound, daysAgo: 5 });
    for (const daysAgo of [9, 30, 12]) await mailOf(ann, { threadKey, ...inbound, daysAgo });
    await mailOf(ann, { threadKey, ...outbound, daysAgo: 8 });
    expect(await waitingOf(ann, threadKey)).toMatchObject({ last: 'inbound', activityId: last.id });
  });

  test('never for a mail of one party, between colleagues, or for what is no mail', async () => {
    const { ann } = await team();
    const threadKey = newThreadKey();
    await mailOf(ann, { threadKey, ...inbound, daysAgo: 5, parties: [{ role: 'from', name: 'Li' }] });
    await mailOf(ann, { threadKey, ...inbound, daysAgo: 5, type: 'message' });
    const { waiting } = await todayOf(ann);
    expect(waiting).toEqual([]);
  });
});

test('the longest waiting comes first, those waiting for us before those waiting for them', async () => {
  const { ann } = await team();
  const ages = [
    ['inbound', 6],
    ['outbound', 20],
    ['inbound', 12],
    ['outbound', 9],
  ] as const;
  for (const [direction, daysAgo] of ages) {
    await mailOf(ann, { threadKey: newThreadKey(), direction, daysAgo, subject: `${direction} ${daysAgo}` });
  }
  const { waiting } = await todayOf(ann);
  expect(waiting.map(({ subject }) => subject)).toEqual([
    'inbound 12',
    'inbound 6',
    'outbound 20',
    'outbound 9',
  ]);
});

test('it shows who waits, about what and where it is filed, as far as its person logged it', async () => {
  const { ann } = await team();
  const accountId = await newAccount(ann);
  const opportunityId = await newOpportunity(ann, accountId);
  const [full, fact] = [newThreadKey(), newThreadKey()];
  await mailOf(ann, { threadKey: full, ...inbound, daysAgo: 5, accountId, opportunityId });
  await mailOf(ann, { threadKey: fact, ...outbound, daysAgo: 9, level: 'fact' });
  expect(await waitingOf(ann, full)).toMatchObject({
    subject: 'Pump',
    person: 'Li Wei',
    account: { id: accountId, name: 'Hengchuan' },
    opportunity: { id: opportunityId, name: 'Line 3' },
  });
  expect(await waitingOf(ann, fact)).not.toHaveProperty('subject');
});

describe('a colleague’s answer', () => {
  test.each([
    ['org', 'bob', true],
    ['team', 'bob', true],
    ['private', 'bob', false],
    ['org', 'cleo', true],
    ['team', 'cleo', false],
  ] as const)('logged for %s by %s silences the conversation: %s', async (visibility, who, isSilenced) => {
    const people = await team();
    const threadKey = newThreadKey();
    await mailOf(people.ann, { threadKey, ...inbound, daysAgo: 5 });
    await mailOf(people[who], { threadKey, ...outbound, daysAgo: 4, visibility });
    expect((await waitingOf(people.ann, threadKey)) === undefined).toBe(isSilenced);
  });

  test('that is visible counts although its person logged a later one in private', async () => {
    const { ann, bob } = await team();
    const threadKey = newThreadKey();
    await mailOf(ann, { threadKey, ...inbound, daysAgo: 9 });
    await mailOf(bob, { threadKey, ...outbound, daysAgo: 8, visibility: 'team' });
    await mailOf(bob, { threadKey, ...outbound, daysAgo: 7, visibility: 'private' });
    expect(await waitingOf(ann, threadKey)).toBeUndefined();
  });

  test('that is older than the message answers nothing', async () => {
    const { ann, bob } = await team();
    const threadKey = newThreadKey();
    await mailOf(bob, { threadKey, ...outbound, daysAgo: 9 });
    await mailOf(ann, { threadKey, ...inbound, daysAgo: 5 });
    expect(await waitingOf(ann, threadKey)).toMatchObject({ last: 'inbound' });
  });
});

test('who joins a mail has the conversation too, if it was said to be one', async () => {
  const { ann, bob, cleo } = await team();
  const mail = { threadKey: newThreadKey(), ...inbound, daysAgo: 5, messageKey: newMessageKey() };
  await mailOf(ann, mail);
  await mailOf(bob, { ...mail, subject: 'Pumps', id: uuidv7() });
  await mailOf(cleo, { ...mail, threadKey: newThreadKey(), id: uuidv7() });
  expect(await waitingOf(bob, mail.threadKey)).toMatchObject({ last: 'inbound', subject: 'Pumps' });
  expect(await waitingOf(ann, mail.threadKey)).toMatchObject({ subject: 'Pump' });
  expect((await todayOf(cleo)).waiting).toEqual([]);
});

test('nobody is told of conversations that only others have', async () => {
  const { ann, boss } = await team();
  await mailOf(ann, { threadKey: newThreadKey(), ...inbound, daysAgo: 5, visibility: 'org' });
  expect((await todayOf(boss)).waiting).toEqual([]);
});
