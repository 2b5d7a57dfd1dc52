import { expect, test } from 'vitest';
import { addDays, type Day, dayOf, startOfDay } from '../../../shared/day.ts';
import { nextWorkingDay } from '../../../shared/today.ts';
import type { Ctx } from '../../../worker/context.ts';
import { openDatabase } from '../../../worker/db/open-database.ts';
import { getToday } from '../../../worker/today/get-today.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace, type Person } from '../setup/tenants.ts';
import { changeTask, newTask } from '../tasks/own-tasks.ts';
import { mailOf, newThreadKey, todayOf } from '../threads/conversation.ts';

const TIME_ZONE = 'Asia/Shanghai';
const today = () => dayOf(Date.now(), TIME_ZONE);
const ann = async (timeZone = TIME_ZONE) =>
  (await newWorkspace({ timeZone, members: { ann: {}, bob: {} } })).people;

/** The same request at another moment. */
function at(person: Person, now: number, timeZone: string) {
  const { userId, teamId, wsId } = person;
  const ctx: Ctx = {
    db: openDatabase(testEnv.SHARD_0 as D1Database),
    control: openDatabase(testEnv.CONTROL),
    user: {
      ...{ userId, teamId, scope: 'team', manages: [], role: 'rep' },
      ...{ name: 'Ann', email: undefined, sessionId: 'test', rev: 1 },
    },
    workspace: { wsId, uuid: 'test', name: 'Test', timeZone, currency: 'CNY', epoch: 1 },
    now,
    requestId: 'test',
  };
  return getToday(ctx);
}

test('one’s tasks stand under overdue, today and done, by day and time; later ones are counted', async () => {
  const people = await ann();
  const day = today();
  const noon = startOfDay(day, TIME_ZONE) + 12 * 3_600_000;
  const add = (title: string, dueOn: Day, dueAt?: number) =>
    newTask(people.ann, { title, dueOn, ...(dueAt && { dueAt }) });
  await add('late', addDays(day, -1));
  await add('later still', addDays(day, -9));
  await add('no time', day);
  await add('afternoon', day, noon + 3_600_000);
  await add('noon', day, noon);
  const done = await add('done', addDays(day, -3));
  await changeTask(people.ann, { id: done, status: 'done' });
  await add('next', nextWorkingDay(day));
  await add('after that', addDays(nextWorkingDay(day), 1));
  await newTask(people.bob, { title: 'not mine', dueOn: day });
  const titles = (tasks: { title: string }[]) => tasks.map(({ title }) => title);
  const answer = await todayOf(people.ann);
  expect(titles(answer.overdue)).toEqual(['later still', 'late']);
  expect(titles(answer.due)).toEqual(['noon', 'afternoon', 'no time']);
  expect(titles(answer.doneToday)).toEqual(['done']);
  expect(answer).toMatchObject({ day, next: { day: nextWorkingDay(day), count: 1 }, waiting: [] });
});

test('Friday is followed by Monday, which counts what falls on the weekend', async () => {
  const people = await ann();
  for (const dueOn of ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'])
    await newTask(people.ann, { dueOn });
  const friday = Date.UTC(2026, 10, 20, 4);
  expect((await at(people.ann, friday, TIME_ZONE)).next).toEqual({ day: '2026-11-23', count: 3 });
  expect(['2026-11-18', '2026-11-20', '2026-11-21', '2026-11-22'].map(nextWorkingDay)).toEqual([
    '2026-11-19',
    ...['2026-11-23', '2026-11-23', '2026-11-23'],
  ]);
});

// In Berlin the 29th of March 2026 has 23 hours and the 25th of October 25.
test.each([
  ['Europe/Berlin', '2026-03-28T22:59:59Z', '2026-03-28'],
  ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
  ['Asia/Shanghai', '2026-03-29T16:00:00Z', '2026-03-30'],
])(
  'in %s it is at %s the %s, and what was done since its midnight is of today',
  async (timeZone, moment, day) => {
    const people = await ann(timeZone);
    const now = Date.parse(moment);
    await newTask(people.ann, { title: 'due', dueOn: day });
    await newTask(people.ann, { title: 'overdue', dueOn: addDays(day, -1) });
    const done = [await newTask(people.ann, { dueOn: day }), await newTask(people.ann, { dueOn: day })];
    const start = startOfDay(day, timeZone);
    for (const [i, id] of done.entries()) {
      await changeTask(people.ann, { id, status: 'done' });
      await testEnv.SHARD_0?.prepare('UPDATE task SET done_at = ? WHERE ws_id = ? AND id = ?')
        .bind(start - i, people.ann.wsId, id)
        .run();
    }
    const answer = await at(people.ann, now, timeZone);
    expect(answer.day).toBe(day);
    expect(answer.due.map(({ title }) => title)).toEqual(['due']);
    expect(answer.overdue.map(({ title }) => title)).toEqual(['overdue']);
    expect(answer.doneToday.map(({ id }) => id)).toEqual([done[0]]);
  },
);

test('a conversation begins to wait at the midnight of the workspace, also across a change of the clock', async () => {
  const people = await ann('Europe/Berlin');
  const threadKey = newThreadKey();
  const written = Date.parse('2026-03-27T22:30:00Z');
  await mailOf(people.ann, { threadKey, direction: 'inbound', daysAgo: 0, occurredAt: written });
  const midnight = startOfDay('2026-03-30', 'Europe/Berlin');
  expect((await at(people.ann, midnight - 1, 'Europe/Berlin')).waiting).toEqual([]);
  expect((await at(people.ann, midnight, 'Europe/Berlin')).waiting).toMatchObject([{ threadKey }]);
});

test('more than fifty go on where the list ends', async () => {
  const people = await ann();
  const day = today();
  await testEnv.SHARD_0?.prepare(`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 54)
    INSERT INTO task (ws_id, id, kind, title, due_on, assignee_id, status, audience, created_by, created_at)
    SELECT ?1, '0193000b-0000-7000-8000-' || printf('%012x', i), 'call', 'Call', ?3, ?2, 'todo', 'x', ?2, 1 FROM n`)
    .bind(people.ann.wsId, people.ann.userId, addDays(day, -1))
    .run();
  const { overdue, cursor } = await todayOf(people.ann);
  expect(overdue).toHaveLength(50);
  const query = { to: day, ...(cursor && { cursor }) } as never;
  const rest = await people.ann.client.api.v1.tasks.$get({ query });
  const { items, nextCursor } = (await rest.json()) as { items: unknown[]; nextCursor?: string };
  expect([items.length, nextCursor]).toEqual([5, undefined]);
});
