import { createExecutionContext, createScheduledController } from 'cloudflare:test';
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { localCode } from '../../shared/local-code.ts';
import { sha256Hex } from '../../shared/message-key.ts';
import type { LocalSignIn, SignedIn } from '../../shared/session.ts';
import { controlJob, localCodeState, session } from '../../worker/db/control/schema.ts';
import { member, pipeline, workspaceHome } from '../../worker/db/shard/schema.ts';
import { app } from '../../worker/index.ts';
import { observeAll } from '../../worker/request-log.ts';
import { scheduled } from '../../worker/scheduled.ts';
import { createWorkspace } from '../../worker/workspaces/create-workspace.ts';
import { guardedEnv } from './bound-statements.ts';
import { testEnv } from './setup/databases.ts';
import { clientOf, newWorkspace } from './setup/tenants.ts';

const control = drizzle(testEnv.CONTROL);
const EMPTY = {
  kind: 'empty',
  name: 'Ann',
  workspaceName: 'Ours',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
} as const;
type As = LocalSignIn['as'];

/** A server just started: its own secret, so that its codes are nobody else's. */
function freshServer() {
  const secret = uuidv7();
  const signIn = (code: string, as: As = EMPTY, headers: Record<string, string> = {}) =>
    app.request(
      '/api/v1/local/session',
      {
        method: 'POST',
        headers: { host: 'localhost:8787', 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ code, as }),
      },
      guardedEnv(undefined, { LOCAL: '1', LOCAL_SECRET: secret }),
    );
  const wrong = async (n: number) => ((await localCode(secret, n)) === '00000000' ? '11111111' : '00000000');
  return { secret, signIn, wrong, code: (n: number) => localCode(secret, n) };
}

const answerOf = async (answer: Response | Promise<Response>) => {
  const { status, code } = {
    status: (await answer).status,
    ...(await (await answer).json<{ code?: string }>()),
  };
  return [status, code];
};

test('a code opens an empty workspace with pipelines, and its person is admin', async () => {
  const { signIn, code } = freshServer();
  const typed = await code(0);
  const answer = await signIn(`${typed.slice(0, 4)} ${typed.slice(4)}`);
  expect(answer.status).toBe(201);
  const { token, me } = await answer.json<SignedIn>();
  expect(token).toMatch(/^sl_[\w-]{22}_[\w-]{43}$/);
  expect(me.user).toMatchObject({ name: 'Ann', role: 'admin', scope: 'all' });
  expect(me.workspace).toMatchObject({ name: 'Ours', timeZone: 'Asia/Shanghai', currency: 'CNY' });
  expect(me.pipelines).toHaveLength(2);
  expect((await clientOf(token, undefined).api.v1.me.$get()).status).toBe(200);
});

test('a person known to the device comes back into the same workspace', async () => {
  const { signIn, code } = freshServer();
  const { me } = await (await signIn(await code(0))).json<SignedIn>();
  const { id: workspaceId } = me.workspace;
  const back = await signIn(await code(1), { kind: 'known', workspaceId, userId: me.user.id });
  expect((await back.json<SignedIn>()).me).toMatchObject({ user: me.user, workspace: me.workspace });
});

test('nobody comes back into a workspace that is not theirs, and the code is not used up', async () => {
  const { signIn, code } = freshServer();
  const { me } = await (await signIn(await code(0))).json<SignedIn>();
  const { people } = await newWorkspace({ members: { stranger: {} } });
  const as = { kind: 'known', workspaceId: me.workspace.id, userId: people.stranger.userId } as const;
  expect(await answerOf(signIn(await code(1), as))).toEqual([404, 'not_found']);
  expect((await signIn(await code(1))).status).toBe(201);
});

test('only the hash of the secret is stored', async () => {
  const { signIn, code } = freshServer();
  const { token, me } = await (await signIn(await code(0))).json<SignedIn>();
  const [stored] = await control.select().from(session).where(eq(session.userId, me.user.id));
  const secret = token.slice(-43);
  expect(stored?.secretHash).toBe(await sha256Hex(secret));
  expect(JSON.stringify(stored)).not.toContain(secret);
});

test('without LOCAL=1 there is no such route', async () => {
  const answer = await app.request(
    '/api/v1/local/session',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
    guardedEnv(undefined, { LOCAL_SECRET: 'set' }),
  );
  expect(await answerOf(answer)).toEqual([404, 'not_found']);
});

test.each([
  ['a web page of another site', { origin: 'https://evil.example' }],
  ['a page on another port of this machine', { origin: 'http://localhost:3000' }],
  ['a sandboxed page', { origin: 'null' }],
  ['a name that only resolves to this machine', { host: 'evil.example:8787' }],
  ['a name that begins like this machine', { host: 'localhost.evil.example' }],
])('%s is refused even with the right code', async (_, headers) => {
  const { signIn, code } = freshServer();
  expect(await answerOf(signIn(await code(0), EMPTY, headers))).toEqual([403, 'forbidden']);
});

test.each([
  ['the extension', { origin: 'chrome-extension://abcdefghijklmnop' }],
  ['Firefox', { origin: 'moz-extension://0b1c' }],
  ["the server's own page", { origin: 'http://127.0.0.1:8787', host: '127.0.0.1:8787' }],
])('%s is let in', async (_, headers) => {
  const { signIn, code } = freshServer();
  expect((await signIn(await code(0), EMPTY, headers)).status).toBe(201);
});

test('a code works once, also for two at the same moment', async () => {
  const { signIn, code } = freshServer();
  const answers = await Promise.all(Array.from({ length: 8 }, async () => signIn(await code(0))));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(7);
});

test('after ten wrong tries the next code is current, and the old one is worth nothing', async () => {
  const { secret, signIn, code, wrong } = freshServer();
  for (let i = 0; i < 10; i++) expect(await answerOf(signIn(await wrong(0)))).toEqual([422, 'code_wrong']);
  const key = eq(localCodeState.secretHash, await sha256Hex(secret));
  expect(await control.select().from(localCodeState).where(key)).toMatchObject([{ counter: 1, tries: 0 }]);
  expect(await answerOf(signIn(await code(0)))).toEqual([422, 'code_wrong']);
  expect((await signIn(await code(1))).status).toBe(201);
});

test('of many tries at once the eleventh is not against the same code, were it right', async () => {
  const { signIn, code, wrong } = freshServer();
  const tries = [...Array.from({ length: 10 }, () => wrong(0)), code(0)];
  const typed = await Promise.all(tries);
  const answers = await Promise.all(typed.map((text) => signIn(text)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 422));
});

test('somebody of the sample is picked by role or address, and a missing one costs no code', async () => {
  const { people, wsId } = await newWorkspace({
    isSample: true,
    members: {
      lead: { role: 'manager', email: 'lead@ours.example' },
      ann: {},
      bob: { email: 'bob@ours.example' },
    },
  });
  const { signIn, code } = freshServer();
  const nobody = { kind: 'sample', role: 'rep', email: 'no@ours.example' } as const;
  expect(await answerOf(signIn(await code(0), nobody))).toEqual([404, 'not_found']);
  const asBob = { kind: 'sample', role: 'rep', email: 'bob@ours.example' } as const;
  const bob = await (await signIn(await code(0), asBob)).json<SignedIn>();
  expect(bob.me.user.id).toBe(people.bob.userId);
  const rep = await (await signIn(await code(1), { kind: 'sample', role: 'rep' })).json<SignedIn>();
  expect(rep.me.user).toMatchObject({ id: people.ann.userId, role: 'rep' });
  expect((await clientOf(rep.token, wsId).api.v1.pipelines.$get()).status).toBe(200);
});

test('meta says that local sign-in and a sample are there', async () => {
  await newWorkspace({ isSample: true, members: { ann: {} } });
  const local = await app.request('/api/v1/meta', {}, guardedEnv(undefined, { LOCAL: '1' }));
  expect(await local.json()).toMatchObject({ name: 'sidelog', local: true, sample: true });
  const deployed = await app.request('/api/v1/meta', {}, guardedEnv(undefined));
  expect(await deployed.json()).toMatchObject({ local: false, sample: false });
});

test('a workspace whose shard was not reached is furnished later, once', async () => {
  const databases = observeAll(testEnv, {});
  const fresh = { name: 'Late', timeZone: 'Asia/Shanghai', currency: 'CNY', admin: { name: 'Ann' } };
  const { wsId } = await createWorkspace(databases, fresh, 1);
  const shard = drizzle(testEnv.SHARD_2 as D1Database);
  expect(await shard.$count(workspaceHome, eq(workspaceHome.wsId, wsId))).toBe(0);
  const cron = async () =>
    scheduled({ ...createScheduledController(), scheduledTime: 2 }, testEnv, createExecutionContext());
  await cron();
  // As if the job had been done but not marked.
  await control.update(controlJob).set({ doneAt: null }).where(eq(controlJob.wsId, wsId));
  await cron();
  expect(await shard.$count(pipeline, eq(pipeline.wsId, wsId))).toBe(2);
  expect(await shard.$count(member, eq(member.wsId, wsId))).toBe(1);
  const done = and(eq(controlJob.wsId, wsId), eq(controlJob.doneAt, 2));
  expect(await control.$count(controlJob, done)).toBe(1);
});
