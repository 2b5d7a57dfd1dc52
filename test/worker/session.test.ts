import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { expect, test, vi } from 'vitest';
import { membership, session, user } from '../../worker/db/control/schema.ts';
import { member } from '../../worker/db/shard/schema.ts';
import { app } from '../../worker/index.ts';
import { testEnv } from './setup/databases.ts';
import { clientOf, meOf, newWorkspace, refusal } from './setup/tenants.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const control = drizzle(testEnv.CONTROL);
const unauthenticated = { status: 401, code: 'unauthenticated' };

test('me tells role, colleagues, teams and the seeded pipelines', async () => {
  const { people, teams } = await newWorkspace({
    teams: ['north'],
    members: { ann: { team: 'north', email: 'ann@ours.example' }, boss: { role: 'manager', scope: 'all' } },
    shard: 'SHARD_2',
  });
  const me = await meOf(people.ann);
  expect(me.user).toMatchObject({
    id: people.ann.userId,
    name: 'ann',
    role: 'rep',
    scope: 'team',
    teamId: teams.north,
  });
  expect(me.members.map(({ name }) => name)).toEqual(['ann', 'boss']);
  expect(me.teams).toEqual([{ id: teams.north, name: 'north' }]);
  expect(me.pipelines.map(({ code, stages }) => [code, stages.length])).toEqual([
    ['project_sales', 4],
    ['solution_sales', 6],
  ]);
  expect(me.pipelines[0]?.stages.at(-1)).toMatchObject({ code: 'signed', type: 'won', position: 3 });
});

test('a token with a wrong secret, a foreign form or none at all is refused alike', async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const tail = people.ann.token.slice(-1) === 'A' ? 'B' : 'A';
  for (const token of [undefined, 'sl_short_one', `${people.ann.token.slice(0, -1)}${tail}`]) {
    expect(await refusal(clientOf(token, undefined).api.v1.me.$get())).toEqual(unauthenticated);
  }
});

test('a signed-out token is never accepted again', async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  expect((await people.ann.client.api.v1.session.$delete()).status).toBe(204);
  expect(await refusal(people.ann.client.api.v1.me.$get())).toEqual(unauthenticated);
});

test.each([
  ['31 days unused', { lastSeenAt: Date.now() - 31 * DAY }],
  ['91 days old', { createdAt: Date.now() - 91 * DAY }],
])('a session %s has ended', async (_, aged) => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  await control.update(session).set(aged).where(eq(session.userId, people.ann.userId));
  expect(await refusal(people.ann.client.api.v1.me.$get())).toEqual(unauthenticated);
});

test('a demotion holds from the next request on, and a removed member is out', async () => {
  const { people } = await newWorkspace({ members: { ann: { role: 'admin', scope: 'all' } } });
  const mine = eq(membership.userId, people.ann.userId);
  await control.update(membership).set({ role: 'read_only', scope: 'own' }).where(mine);
  expect((await meOf(people.ann)).user).toMatchObject({ role: 'read_only', scope: 'own' });
  await control.delete(membership).where(mine);
  expect(await refusal(people.ann.client.api.v1.me.$get())).toEqual(unauthenticated);
});

test('a person renamed in Control is renamed in the shard when the higher rev is seen', async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {} } });
  await control.update(user).set({ name: 'Ann Li' }).where(eq(user.id, people.ann.userId));
  await control.update(membership).set({ rev: 2 }).where(eq(membership.userId, people.ann.userId));
  expect((await meOf(people.ann)).members[0]?.name).toBe('Ann Li');
  const mirrored = await drizzle(testEnv.SHARD_0).select().from(member).where(eq(member.wsId, wsId));
  expect(mirrored).toMatchObject([{ name: 'Ann Li', rev: 2 }]);
});

test('last seen is written at most once an hour', async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const mine = eq(session.userId, people.ann.userId);
  const lastSeen = async () => (await control.select().from(session).where(mine))[0]?.lastSeenAt ?? 0;
  const before = await lastSeen();
  await meOf(people.ann);
  expect(await lastSeen()).toBe(before);
  await control
    .update(session)
    .set({ lastSeenAt: before - 2 * HOUR })
    .where(mine);
  await meOf(people.ann);
  await vi.waitFor(async () => expect(await lastSeen()).toBeGreaterThanOrEqual(before));
});

test('nobody waits for last seen to be written', async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const mine = eq(session.userId, people.ann.userId);
  const old = Date.now() - 2 * HOUR;
  await control.update(session).set({ lastSeenAt: old }).where(mine);
  const write = Promise.withResolvers<void>();
  const env = { ...testEnv, CONTROL: slowToUpdate(testEnv.CONTROL, write.promise) };
  const execution = createExecutionContext();
  const headers = { authorization: `Bearer ${people.ann.token}` };
  const answer = await app.request('/api/v1/me', { headers }, env, execution);
  expect(answer.status).toBe(200);
  write.resolve();
  await waitOnExecutionContext(execution);
  expect((await control.select().from(session).where(mine))[0]?.lastSeenAt).toBeGreaterThan(old);
});

/** The same database, whose updates are answered only after `until`. */
function slowToUpdate(d1: D1Database, until: Promise<void>): D1Database {
  const slow = (inner: D1PreparedStatement): D1PreparedStatement =>
    ({
      bind: (...values: unknown[]) => slow(inner.bind(...values)),
      all: async () => {
        await until;
        return inner.all();
      },
    }) as unknown as D1PreparedStatement;
  const prepare = (sql: string) => (/^update/i.test(sql) ? slow(d1.prepare(sql)) : d1.prepare(sql));
  return { prepare } as unknown as D1Database;
}
