import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/day.ts';
import { nextWorkingDay } from '../../../shared/today.ts';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, type Person } from '../setup/tenants.ts';
import { changeTask } from '../tasks/own-tasks.ts';
import { mailOf, newThreadKey, todayOf } from '../threads/conversation.ts';
import { fillRecords, idOf } from './scale.ts';

const SIZES = [1000, 10_000];
const DAY = 86_400_000;
const shard = testEnv.SHARD_0;
const NUMBERS = (from: number, to: number) =>
  `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to})`;
const hex = (prefix: string) => `'${prefix}' || printf('%012x', i)`;

type Cast = Record<'ann' | 'bob', Person>;

/** Tasks on five days around now, a third of them done today; conversations, half of them waiting for long enough. */
async function fill({ ann, bob }: Cast, from: number, to: number) {
  const { wsId, userId } = ann;
  const now = Date.now();
  const [task, activity] = [idOf('lead', wsId, 0), idOf('activity', wsId, 0)].map((id) =>
    id.slice(0, 24),
  ) as [string, string];
  const run = (sql: string, ...more: unknown[]) =>
    shard
      .prepare(`${NUMBERS(from, to)} ${sql}`)
      .bind(wsId, userId, ...more)
      .run();
  await run(
    `INSERT INTO task (ws_id, id, kind, title, due_on, assignee_id, status, account_id, opportunity_id, audience,
       created_by, created_at, done_at)
     SELECT ?1, ${hex(task)}, 'call', 'Call', date(?3 / 1000 + (i * 7919 % 5 - 2) * 86400, 'unixepoch'), ?2,
       iif(i % 3 = 0, 'done', 'todo'), ?4, ?5, 'o', ?2, 1, iif(i % 3 = 0, ?3, NULL) FROM n`,
    ...[now, idOf('account', wsId, 17), idOf('opportunity', wsId, 17)],
  );
  await run(
    `INSERT INTO activity (ws_id, id, type, direction, occurred_at, logged_at, day, owner_id, account_id, opportunity_id,
       level, subject, thread_key)
     SELECT ?1, ${hex(activity)}, 'email', 'inbound', ?3 - (i % 60) * ${DAY} - 1000, 1, '2026-01-01', ?2, ?4, ?5, 'full',
       'Pump', printf('%064x', i) FROM n`,
    ...[now, idOf('account', wsId, 17), idOf('opportunity', wsId, 17)],
  );
  for (const person of [userId, bob.userId])
    await run(
      `INSERT INTO contribution (ws_id, activity_id, user_id, receipt_id, account_id, opportunity_id, level, visibility, logged_at)
       SELECT ?1, ${hex(activity)}, ?3, 'r', ?4, ?5, 'full', 'private', ?2 FROM n`,
      ...[person, idOf('account', wsId, 17), idOf('opportunity', wsId, 17)],
    );
  await run(`INSERT INTO activity_party (ws_id, activity_id, position, role, name)
     SELECT ?1, ${hex(activity)}, 0, iif(i % 2, 'to', 'from'), 'Li' || ?2 FROM n`);
  // Bob has answered each in private, which Ann must not notice; each side has half of Ann's.
  for (const [person, side] of [
    [userId, 'i % 2'],
    [bob.userId, 'NOT i % 2'],
  ] as const)
    await run(
      `INSERT INTO thread (ws_id, thread_key, user_id, last_inbound_at, last_inbound_id, last_outbound_at, last_outbound_id)
       SELECT ?1, printf('%064x', i), ?4, iif(${side}, NULL, ?3 - (i % 60) * ${DAY} - 1000), ${hex(activity)},
         iif(${side}, ?3 - (i % 60) * ${DAY} - 1000, NULL), ${hex(activity)} FROM n WHERE ?2`,
      ...[now, person],
    );
}

type Cost = Awaited<ReturnType<typeof costOf>>;
const measured = new Map<string, Record<string, Cost>>();
const STAGES = SIZES.flatMap((size) => [`${size}, before ANALYZE`, `${size}, after ANALYZE`]);

async function measure(ann: Person): Promise<Record<string, Cost>> {
  const today = await todayOf(ann);
  expect([today.overdue.length, today.waiting.length, today.doneToday.length]).toEqual([50, 50, 50]);
  const tasks = (query: object) => bodyOf(ann.client.api.v1.tasks.$get({ query: query as never }));
  const next = nextWorkingDay(today.day);
  const [first] = today.overdue;
  if (!first) throw new Error('nothing is overdue');
  const { id, version } = first;
  const threadKey = newThreadKey().replace(/^0/, 'f');
  return {
    today: await costOf(() => todayOf(ann)),
    'the next fifty': await costOf(() => tasks({ cursor: today.cursor, to: today.day })),
    'another day': await costOf(() => tasks({ from: addDays(today.day, 1), to: next, limit: '1' })),
    done: await costOf(() => changeTask(ann, { id, version, status: 'done' })),
    reopened: await costOf(() => changeTask(ann, { id, version: version + 1, status: 'todo' })),
    logged: await costOf(() => mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 4 })),
  };
}

beforeAll(async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {}, bob: {} } });
  await fillRecords(shard, { wsId, people: [people.ann] });
  let filled = 0;
  for (const size of SIZES) {
    await fill(people, filled, size);
    filled = size;
    measured.set(`${size}, before ANALYZE`, await measure(people.ann));
    await shard.prepare('ANALYZE').run();
    measured.set(`${size}, after ANALYZE`, await measure(people.ann));
  }
}, 120_000);

describe.each(STAGES)('%s', (stage) => {
  test('a day costs two round trips and, with each of its lists full, 1,200 rows', () => {
    const { today } = measured.get(stage) ?? {};
    expect(today).toMatchObject({ trips: 2, rowsWritten: 0 });
    expect(today?.rowsRead).toBeLessThanOrEqual(1200);
  });

  test('a page of tasks costs what it shows, and a change of one does not look at many', () => {
    const costs = measured.get(stage) ?? {};
    expect(costs['the next fifty']?.rowsRead).toBeLessThanOrEqual(300);
    expect(costs['another day']?.rowsRead).toBeLessThanOrEqual(30);
    for (const change of [costs.done, costs.reopened]) {
      expect(change?.trips).toBe(3);
      expect(change?.rowsRead).toBeLessThanOrEqual(150);
      expect(change?.rowsWritten).toBeLessThanOrEqual(10);
    }
  });
});

test('it costs the same in a workspace ten times as large, before and after ANALYZE', () => {
  const [first = {}, ...others] = STAGES.map((stage) => measured.get(stage));
  const differing = others.flatMap((costs) =>
    Object.entries(costs ?? {}).filter(([name, { rowsRead }]) => {
      return Math.abs(rowsRead - (first[name]?.rowsRead ?? 0)) > 20;
    }),
  );
  expect(differing).toEqual([]);
});
