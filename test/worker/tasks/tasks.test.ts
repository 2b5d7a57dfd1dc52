import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { NewTask } from '../../../shared/task.ts';
import { log, newAccount, newOpportunity } from '../activities/logs.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, refusal } from '../setup/tenants.ts';
import { todayOf } from '../threads/conversation.ts';
import { changeTask, newTask, patchTask, postTask } from './own-tasks.ts';

const PAST = '2026-01-05';
const FUTURE = '2099-01-05';
const team = async () =>
  (
    await newWorkspace({
      teams: ['north'],
      members: {
        ann: { team: 'north' },
        bob: { team: 'north' },
        eve: { scope: 'own' },
        rita: { role: 'read_only', team: 'north' },
      },
    })
  ).people;

test('a task typed by itself is one’s own, and sent again it is the same', async () => {
  const { ann, bob } = await team();
  const accountId = await newAccount(ann);
  const opportunityId = await newOpportunity(ann, accountId);
  const json: NewTask = { id: uuidv7(), title: 'Send samples', dueOn: PAST, kind: 'visit', opportunityId };
  const created = await postTask(ann, json);
  const again = await postTask(ann, json);
  expect([created.status, again.status]).toEqual([201, 200]);
  expect(await again.json()).toEqual(await created.json());
  expect((await todayOf(ann)).overdue).toMatchObject([
    {
      ...json,
      assigneeId: ann.userId,
      status: 'todo',
      version: 1,
      account: { id: accountId, name: 'Hengchuan' },
      opportunity: { id: opportunityId, name: 'Line 3', amountMinor: 0, currency: 'CNY' },
    },
  ]);
  expect((await todayOf(bob)).overdue).toEqual([]);
});

test('a task names only records that exist, belong together and are open to whoever writes it', async () => {
  const { ann, bob } = await team();
  const secret = await newAccount(bob, { visibility: 'private' });
  const accountId = await newAccount(ann);
  const opportunityId = await newOpportunity(ann, await newAccount(ann));
  const cases = [
    [{ accountId: secret }, { accountId: 'unknown' }],
    [{ opportunityId: uuidv7() }, { opportunityId: 'unknown' }],
    [{ accountId, opportunityId }, { opportunityId: 'other_account' }],
  ] as const;
  for (const [about, fields] of cases) {
    const refused = await refusal(postTask(ann, { dueOn: PAST, ...about }));
    expect(refused).toEqual({ status: 422, code: 'reference_unknown', fields });
  }
});

test('a closed opportunity takes no task, and is named', async () => {
  const { ann } = await team();
  const opportunityId = await newOpportunity(ann, await newAccount(ann));
  await testEnv.SHARD_0.prepare(`UPDATE opportunity SET status = 'lost' WHERE ws_id = ? AND id = ?`)
    .bind(ann.wsId, opportunityId)
    .run();
  expect(await refusal(postTask(ann, { dueOn: PAST, opportunityId }))).toEqual({
    status: 409,
    code: 'opportunity_closed',
    detail: { opportunity: 'Line 3' },
  });
});

test('a task is done, put off, reworded and reopened', async () => {
  const { ann } = await team();
  const id = await newTask(ann, { dueOn: PAST, dueAt: Date.UTC(2026, 0, 5, 3) });
  const moved = await changeTask(ann, { id, dueOn: '2026-01-06', title: 'Call Li again' });
  expect(moved).toMatchObject({ dueOn: '2026-01-06', title: 'Call Li again', version: 2 });
  expect(moved).not.toHaveProperty('dueAt');
  expect(await changeTask(ann, { id, status: 'done', version: 2 })).toMatchObject({ status: 'done' });
  const today = await todayOf(ann);
  expect(today).toMatchObject({ overdue: [], doneToday: [{ id, doneAt: expect.any(Number) }] });
  await changeTask(ann, { id, status: 'todo', version: 3 });
  const reopened = await todayOf(ann);
  expect(reopened).toMatchObject({ overdue: [{ id, version: 4 }], doneToday: [] });
  expect(reopened.overdue[0]).not.toHaveProperty('doneAt');
});

test('a change of what was changed meanwhile is refused, and so is one without a version', async () => {
  const { ann } = await team();
  const id = await newTask(ann, { dueOn: PAST });
  await changeTask(ann, { id, dueOn: FUTURE });
  expect(await refusal(patchTask(ann, { id, status: 'done' }))).toMatchObject({ code: 'stale_version' });
  const bare = ann.client.api.v1.tasks[':id'].$patch({ param: { id }, json: { status: 'done' } });
  expect(await refusal(bare)).toMatchObject({ status: 428 });
});

test('somebody else’s task is not changed: refused where it may be read, unknown where it may not', async () => {
  const { ann, bob, eve, rita } = await team();
  const accountId = await newAccount(ann, { visibility: 'team' });
  const shared = await newTask(ann, { dueOn: PAST, accountId });
  const own = await newTask(ann, { dueOn: PAST });
  const done = { status: 'done' } as const;
  expect(await refusal(patchTask(bob, { id: shared, ...done }))).toMatchObject({ status: 403 });
  expect(await refusal(patchTask(bob, { id: own, ...done }))).toMatchObject({ status: 404 });
  expect(await refusal(patchTask(eve, { id: shared, ...done }))).toMatchObject({ status: 404 });
  expect(await refusal(patchTask(rita, { id: shared, ...done }))).toMatchObject({ status: 403 });
  expect(await refusal(postTask(rita, { dueOn: PAST }))).toMatchObject({ status: 403 });
});

test('a task is read by whoever may read what it is about, whichever team wrote it', async () => {
  const { people } = await newWorkspace({
    teams: ['north', 'south'],
    members: { mia: { team: 'north', manages: ['south'] }, nora: { team: 'north' }, sam: { team: 'south' } },
  });
  const { mia, nora, sam } = people;
  const accountId = await newAccount(sam, { visibility: 'team' });
  const opportunityId = await newOpportunity(sam, accountId, { visibility: 'team' });
  for (const about of [{ accountId }, { opportunityId }]) {
    const id = await newTask(mia, { dueOn: PAST, ...about });
    const answers = [sam, nora].map((person) => refusal(patchTask(person, { id, status: 'done' })));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 404]);
  }
});

test('a task of one’s own is read in any state, another’s is not', async () => {
  const { ann, bob } = await team();
  const id = await newTask(ann, { dueOn: PAST, accountId: await newAccount(ann) });
  await changeTask(ann, { id, status: 'done' });
  const read = ({ client }: typeof ann) => client.api.v1.tasks[':id'].$get({ param: { id } });
  const answer = await read(ann);
  expect(answer.headers.get('etag')).toBe('"2"');
  expect(await answer.json()).toMatchObject({ id, status: 'done', account: { name: 'Hengchuan' } });
  expect(await refusal(read(bob))).toMatchObject({ status: 404 });
});

test('no answer about a task names a record that its person may not see', async () => {
  const { ann, bob } = await team();
  const hidden = await newAccount(bob, { visibility: 'private' });
  const opportunityId = await newOpportunity(bob, hidden, { visibility: 'org' });
  const created = await postTask(ann, { dueOn: PAST, opportunityId });
  const json = await created.json();
  const { id } = json as { id: string };
  const read = () => bodyOf(ann.client.api.v1.tasks[':id'].$get({ param: { id } }));
  const moved = await changeTask(ann, { id, dueOn: FUTURE });
  expect(moved).toMatchObject({ opportunityId, dueOn: FUTURE });
  expect(JSON.stringify([json, moved, await read()])).not.toContain(hidden);
  await testEnv.SHARD_0.prepare(`UPDATE opportunity SET audience = 'x' WHERE ws_id = ? AND id = ?`)
    .bind(ann.wsId, opportunityId)
    .run();
  const done = await changeTask(ann, { id, version: 2, status: 'done' });
  expect([done, await read()].map((answer) => answer.opportunityId)).toEqual([undefined, undefined]);
});

test('what is done to a task is on the audit trail, by the names of its fields', async () => {
  const { ann } = await team();
  const id = await newTask(ann, { dueOn: PAST });
  await changeTask(ann, { id, status: 'done' });
  const { results } = await testEnv.SHARD_0.prepare(
    'SELECT action, fields FROM audit_event WHERE ws_id = ? AND record_id = ? ORDER BY seq',
  )
    .bind(ann.wsId, id)
    .all();
  expect(results).toEqual([
    { action: 'task.create', fields: '["id","kind","title","dueOn"]' },
    { action: 'task.update', fields: '["status"]' },
  ]);
});

test('one’s open tasks are read on page by page, of some days or all', async () => {
  const { ann } = await team();
  const days = ['2026-03-02', '2026-03-01', '2026-03-02', '2026-03-04', '2026-03-03'];
  for (const dueOn of days) await newTask(ann, { dueOn });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await bodyOf(
      ann.client.api.v1.tasks.$get({
        query: { limit: '2', to: '2026-03-03', ...(cursor && { cursor }) } as never,
      }),
    );
    seen.push(...page.items.map(({ dueOn }) => dueOn));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(['2026-03-01', '2026-03-02', '2026-03-02', '2026-03-03']);
});

test('the log that agreed on a task is named as long as it stands', async () => {
  const { ann } = await team();
  const taskId = uuidv7();
  const { id } = await log(ann, { nextStep: { taskId, text: 'Call', dueOn: PAST } });
  expect((await todayOf(ann)).overdue).toMatchObject([{ id: taskId, activityId: id }]);
  await changeTask(ann, { id: taskId, title: 'Call Li' });
  await bodyOf(ann.client.api.v1.undos.$post({ json: { id: uuidv7(), target: id } }));
  const [left] = (await todayOf(ann)).overdue;
  expect(left).toMatchObject({ id: taskId, title: 'Call Li' });
  expect(left).not.toHaveProperty('activityId');
});
