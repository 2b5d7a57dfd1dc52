import { expect, test } from 'vitest';
import { fillActivities, fillRecords, idOf } from '../budgets/scale.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace, type Person } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import { feedOf } from './logs.ts';

const ACTIVITIES = 1200;

async function busyWorkspace() {
  const { people, wsId } = await newWorkspace({
    teams: ['north', 'south', 'west', 'east'],
    members: {
      ann: { team: 'north' },
      bob: { team: 'south' },
      cleo: { team: 'west' },
      head: { role: 'manager', team: 'east', manages: ['north', 'south', 'west'] },
    },
  });
  const fill = { wsId, people: Object.values(people) };
  await fillRecords(testEnv.SHARD_0, fill);
  await fillActivities(testEnv.SHARD_0, fill, { from: 0, to: ACTIVITIES });
  return { ...people, wsId };
}

async function walk(person: Person, query: Parameters<typeof feedOf>[1]) {
  const pages: number[] = [];
  const items: { id: string; type: string; occurredAt: number }[] = [];
  let cursor: string | undefined;
  do {
    const page = await feedOf(person, { ...query, ...(cursor && { cursor }) });
    pages.push(page.items.length);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return { items, pages };
}

test('pages of what no index answers may be short, and together miss and repeat nothing', async () => {
  const { head, ann, bob } = await busyWorkspace();
  for (const person of [head, ann]) {
    const whole = await walk(person, { limit: '100' });
    const visits = whole.items.filter(({ type }) => type === 'visit');
    const found = await walk(person, { type: 'visit' });
    expect(found.items).toEqual(visits);
    expect(found.pages.some((length) => length < 50)).toBe(true);
    expect((await walk(person, { type: 'survey' })).items).toEqual([]);
  }
  const by = { person: String(bob.userId) };
  const mine = (await walk(head, by)).items.filter(({ type }) => type === 'visit');
  expect((await walk(head, { ...by, type: 'visit' })).items).toEqual(mine);
});

test('a person at an account is what both filters have in common', async () => {
  const { head, bob, wsId } = await busyWorkspace();
  const by = { person: String(bob.userId) };
  for (const n of [17, 18, 19]) {
    const at = { accountId: idOf('account', wsId, n) };
    const ofAccount = new Set((await walk(head, at)).items.map(({ id }) => id));
    const both = (await walk(head, by)).items.filter(({ id }) => ofAccount.has(id));
    expect((await walk(head, { ...by, ...at })).items).toEqual(both);
  }
});

test('the generator of the budgets keeps to the rules of the index', async () => {
  const { wsId } = await busyWorkspace();
  const contradictions = await contradictionsIn(wsId);
  expect(contradictions.filter((one) => /^(activity_reader|activity 0)/.test(one))).toEqual([]);
});
