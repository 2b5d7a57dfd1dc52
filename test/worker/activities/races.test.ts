import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { expect, test } from 'vitest';
import { activity, contribution, receipt } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import { mail, newMessageKey, open, post, undo } from './logs.ts';

const shard = drizzle(testEnv.SHARD_0);
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

test('fifty posts of one id at once create one activity', async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {} } });
  const json = mail();
  const answers = await Promise.all(times(50, () => post(people.ann, json)));
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([...times(49, () => 200), 201]);
  expect(await shard.select().from(activity).where(eq(activity.wsId, wsId))).toHaveLength(1);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('fifty bodies under one id: one is created, the others are conflicts', async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {} } });
  const json = mail();
  const answers = await Promise.all(times(50, (i) => post(people.ann, { ...json, subject: `Pump ${i}` })));
  const statuses = answers.map(({ status }) => status as number).toSorted();
  expect(statuses).toEqual([201, ...times(49, () => 409)]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('people who log one message at the same moment share it; whoever loses too often is told to come back', async () => {
  const { people, wsId } = await newWorkspace({
    teams: ['north'],
    members: Object.fromEntries(times(6, (i) => [`rep${i}`, { team: 'north' as const }])),
  });
  const messageKey = newMessageKey();
  const jsons = Object.values(people).map((person) => ({ person, json: mail({ messageKey }) }));
  let waiting = jsons;
  for (let round = 0; round < 5 && waiting.length > 0; round++) {
    const answers = await Promise.all(waiting.map(({ person, json }) => post(person, json)));
    expect(answers.every(({ status }) => status === 201 || (status as number) === 503)).toBe(true);
    waiting = waiting.filter((_, i) => answers[i]?.status !== 201);
  }
  expect(waiting).toEqual([]);
  const rows = await shard.select().from(activity).where(eq(activity.wsId, wsId));
  expect(rows).toMatchObject([{ contributors: 6 }]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('a create and its undo, sent at once and in any order, leave nothing or all, never a credit without a receipt', async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {} } });
  for (let i = 0; i < 20; i++) {
    const json = mail();
    await Promise.all([post(people.ann, json), undo(people.ann, json.id), post(people.ann, json)]);
    const late = await post(people.ann, json);
    expect(await late.json()).toMatchObject({ outcome: 'undone' });
  }
  expect(await shard.select().from(contribution).where(eq(contribution.wsId, wsId))).toEqual([]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('an undo and a join at once keep the joiner’s part', async () => {
  const { people, wsId } = await newWorkspace({
    teams: ['north'],
    members: { ann: { team: 'north' }, bob: { team: 'north' } },
  });
  for (let i = 0; i < 10; i++) {
    const messageKey = newMessageKey();
    const [first, second] = [mail({ messageKey }), mail({ messageKey })];
    await post(people.ann, first);
    const [joined] = await Promise.all([post(people.bob, second), undo(people.ann, first.id)]);
    const { recordId } = (await joined.json()) as { recordId: string };
    expect(await open(people.bob, recordId)).toMatchObject({ contributors: 1, ownerId: people.bob.userId });
  }
  const receipts = await shard.select().from(receipt).where(eq(receipt.wsId, wsId));
  expect(
    receipts.filter(({ outcome, userId }) => userId === people.ann.userId && outcome !== 'undone'),
  ).toEqual([]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});
