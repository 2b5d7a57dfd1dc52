import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Reader, readerKeys, type Scope } from '../../../shared/access.ts';
import { encodeCursor } from '../../../shared/page.ts';
import { feedOf, log, newMessageKey, open, undo } from '../activities/logs.ts';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, type Person } from '../setup/tenants.ts';
import { FIRST_AT, fillActivities, fillRecords, idOf, MINUTE } from './scale.ts';

// The large size is the issue's; it takes minutes to fill, so the everyday run compares a tenth of it.
const isBig = env.SIDELOG_BIG === '1';
const SIZES = isBig ? [50_000, 500_000] : [5_000, 50_000];
const NEIGHBOURS = 4;
const PAGE = 50;
const shard = testEnv.SHARD_0;

const TEAMS = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10', 't11', 't12'] as const;
const CAST = {
  own: { team: 't1', scope: 'own', manages: [] },
  rep: { team: 't1', scope: 'team', manages: [] },
  other: { team: 't2', scope: 'team', manages: [] },
  manager: { team: 't1', scope: 'team', manages: ['t1', 't2', 't3'] },
  director: { team: 't1', scope: 'team', manages: TEAMS },
  boss: { team: 't3', scope: 'all', manages: [] },
} as const;
type Name = keyof typeof CAST;
const NAMES = Object.keys(CAST) as Name[];

type Cost = { trips: number; statements: number; rowsRead: number; rowsWritten: number; items: number };
/** stage → person → what was asked → what it cost */
const measured = new Map<string, Map<string, Cost>>();
const STAGES = SIZES.flatMap((size) => [`${size}, before ANALYZE`, `${size}, after ANALYZE`]);
const keysOf: Partial<Record<Name, number>> = {};

beforeAll(async () => {
  const { people, wsId, teams } = await newWorkspace({ teams: TEAMS, members: CAST });
  const cast = NAMES.map((name) => people[name]);
  for (const name of NAMES) keysOf[name] = readerKeys(readerOf(name, people[name], teams)).length;
  for (let i = 0; i < NEIGHBOURS; i++) await fillNeighbour();
  await fillRecords(shard, { wsId, people: cast });
  let filled = 0;
  for (const size of SIZES) {
    await fillActivities(shard, { wsId, people: cast }, { from: filled, to: size });
    filled = size;
    measured.set(`${size}, before ANALYZE`, await measureAll(people, { wsId, size }));
    await shard.prepare('ANALYZE').run();
    measured.set(`${size}, after ANALYZE`, await measureAll(people, { wsId, size }));
  }
}, 600_000);

async function fillNeighbour() {
  const { people, wsId } = await newWorkspace({ members: { eve: {}, fay: {} } });
  await fillRecords(shard, { wsId, people: Object.values(people) });
  await fillActivities(shard, { wsId, people: Object.values(people) }, { from: 0, to: 2_000 });
}

function readerOf(name: Name, { userId, teamId }: Person, teams: Record<string, number>): Reader {
  const { scope, manages }: { scope: Scope; manages: readonly string[] } = CAST[name];
  return { userId, teamId, scope, manages: manages.flatMap((team) => teams[team] ?? []) };
}

type Place = { wsId: number; size: number };

/** Queries that one index range per reader key answers, and those that have to look at entries. */
function queriesFor(people: Record<Name, Person>, { wsId, size }: Place) {
  const person = String(people.other.userId);
  const record = { accountId: idOf('account', wsId, 17), opportunityId: idOf('opportunity', wsId, 17) };
  const at = (share: number) => ({
    cursor: encodeCursor({ at: FIRST_AT + Math.floor(size * share) * MINUTE, id: idOf('activity', wsId, 0) }),
  });
  const day = new Date(FIRST_AT + (size / 2) * MINUTE).toISOString().slice(0, 10);
  return {
    indexed: {
      'the first page': {},
      'a page in the middle': at(0.5),
      'a page near the end': at(0.2),
      'a person': { person },
      'a person, deep': { person, ...at(0.3) },
      'an account': { accountId: record.accountId },
      'an opportunity': { opportunityId: record.opportunityId },
      'a day': { from: day, to: day },
    },
    examined: {
      'a frequent type': { type: 'email' },
      'a rare type': { type: 'visit' },
      'a type that never happens': { type: 'survey' },
      'a person and a type': { person, type: 'visit' },
      'a person at an account': { person, accountId: record.accountId },
      'an account and its opportunity': record,
    },
  };
}
const INDEXED = [
  'the first page',
  'a page in the middle',
  'a page near the end',
  'a person',
  'a person, deep',
];
const RECORDS = ['an account', 'an opportunity', 'a day'];
const EXAMINED = ['a frequent type', 'a rare type', 'a type that never happens', 'a person and a type'];
const COMBINED = ['a person at an account', 'an account and its opportunity'];
const ADDRESSES = [1, 3, 6, 50];

async function measureAll(people: Record<Name, Person>, place: Place): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  const measure = async (key: string, run: () => Promise<number>) => {
    let items = 0;
    const cost = await costOf(async () => {
      items = await run();
    });
    costs.set(key, { ...cost, items });
  };
  const { indexed, examined } = queriesFor(people, place);
  for (const name of NAMES) {
    const person = people[name];
    for (const [label, query] of Object.entries({ ...indexed, ...examined })) {
      await measure(`${name}: ${label}`, async () => (await feedOf(person, query)).items.length);
    }
    for (const n of ADDRESSES) await measure(`${name}: context of ${n}`, () => contextOf(person, n));
    await measureWrites(person, place, (what, run) => measure(`${name}: ${what}`, run));
  }
  return costs;
}

async function contextOf({ client }: Person, known: number): Promise<number> {
  const addresses = Array.from({ length: known }, (_, i) => `p${17 + i}@company${17 + i}.example`);
  const messageKey = `m:${(3).toString(16).padStart(64, '0')}`;
  const { accounts } = await bodyOf(client.api.v1.context.$post({ json: { addresses, messageKey } }));
  return accounts.length;
}

type Measure = (what: string, run: () => Promise<number>) => Promise<void>;

async function measureWrites(person: Person, { wsId, size }: Place, measure: Measure) {
  const opportunityId = idOf('opportunity', wsId, 17);
  let logged = '';
  const messageKey = newMessageKey().replace('m:', 'f:');
  const occurredAt = FIRST_AT + Math.floor(size / 2) * MINUTE;
  await measure('log', async () => {
    logged = (await log(person, { opportunityId, messageKey, occurredAt })).id;
    return 1;
  });
  await measure('open', async () => {
    await open(person, logged);
    return 1;
  });
  await measure('undo', async () => {
    await undo(person, logged);
    return 1;
  });
}

const costIn = (stage: string, name: Name, label: string): Cost => {
  const cost = measured.get(stage)?.get(`${name}: ${label}`);
  if (!cost) throw new Error(`not measured: ${stage}, ${name}: ${label}`);
  return cost;
};
/** What breaks a budget, so that a failure says all of it at once. */
const beyond = (stage: string, name: Name, labels: readonly string[], budget: Partial<Cost>) =>
  labels.flatMap((label) => {
    const cost = costIn(stage, name, label);
    const over = (Object.keys(budget) as (keyof Cost)[]).filter((key) => cost[key] > (budget[key] ?? 0));
    return over.map((key) => `${label}: ${key} ${cost[key]}`);
  });
const allowed = (name: Name): number => 60 * (keysOf[name] ?? 0) + 150;

describe.each(STAGES)('%s, five workspaces in the shard', (stage) => {
  test.each(NAMES)(
    'the feed of %s costs 60 rows per reader key and 150, at any depth, for any one filter',
    (name) => {
      const budget = { trips: 2, rowsRead: allowed(name), statements: 40 };
      expect(beyond(stage, name, [...INDEXED, ...RECORDS], budget)).toEqual([]);
      const full = INDEXED.filter((label) => name !== 'own' || !label.startsWith('a person'));
      for (const label of full) expect(costIn(stage, name, label).items).toBe(PAGE);
    },
  );

  test.each(NAMES)('a type or a combination makes the feed of %s look at 500 entries at most', (name) => {
    const budget = { trips: 2, rowsRead: 500 + allowed(name), statements: 40 };
    expect(beyond(stage, name, [...EXAMINED, ...COMBINED], budget)).toEqual([]);
  });

  test.each(NAMES)('the context of %s costs three round trips and 150 rows', (name) => {
    const labels = ADDRESSES.map((n) => `context of ${n}`);
    expect(beyond(stage, name, labels, { trips: 3, rowsRead: 150, statements: 40 })).toEqual([]);
    for (const label of labels) expect(costIn(stage, name, label).items).toBeGreaterThan(0);
  });

  test.each(NAMES)('%s logs and undoes in one read and one batch, and opens in one read', (name) => {
    expect(beyond(stage, name, ['open'], { trips: 2, rowsRead: 40 })).toEqual([]);
    expect(beyond(stage, name, ['log', 'undo'], { trips: 3, rowsRead: 100, statements: 40 })).toEqual([]);
  });
});

test('what shows as much costs as much in a workspace ten times as large, and before and after ANALYZE', () => {
  const [first = '', ...others] = STAGES;
  // In the smallest workspace a record has less than a page to show; a combination is looked for among more entries.
  const growing = isBig ? COMBINED : [...RECORDS, ...COMBINED];
  const isFixed = (key: string) => !growing.some((label) => key.endsWith(`: ${label}`));
  const fixed = [...(measured.get(first) ?? [])].filter(([key]) => isFixed(key));
  const dearer = fixed.flatMap(([key, cost]) =>
    others.flatMap((stage) => {
      const later = measured.get(stage)?.get(key);
      if (!later) return [`${stage}, ${key}: not measured`];
      const difference = Math.abs(later.rowsRead - cost.rowsRead);
      return difference > 20 ? [`${stage}, ${key}: ${cost.rowsRead} then ${later.rowsRead}`] : [];
    }),
  );
  expect(dearer).toEqual([]);
});
