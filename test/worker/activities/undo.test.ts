import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { activity, activityBody, receipt, task } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, refusal } from '../setup/tenants.ts';
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

const shard = drizzle(testEnv.SHARD_0);
const team = async () => {
  const { people, wsId } = await newWorkspace({
    teams: ['north'],
    members: { ann: { team: 'north' }, bob: { team: 'north' } },
  });
  return { ...people, wsId };
};

test('the last one to undo takes the activity along, with all that belongs to it', async () => {
  const { ann, wsId } = await team();
  const opportunityId = await newOpportunity(ann, await newAccount(ann));
  const nextStep = { taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-01' };
  const parties = [{ role: 'from' as const, email: 'li@hengchuan.example' }];
  const { id } = await log(ann, { opportunityId, nextStep, parties, messageKey: newMessageKey() });
  const undoId = uuidv7();
  const answer = await undo(ann, id, undoId);
  expect(answer).toMatchObject({ id: undoId, outcome: 'undone' });
  expect(answer.recordId).toBeUndefined();
  expect(await refusal(opened(ann, id))).toEqual({ status: 404, code: 'not_found' });
  expect((await feedOf(ann)).items).toEqual([]);
  expect(await shard.select().from(task).where(eq(task.wsId, wsId))).toEqual([]);
  expect((await opportunityOf(ann, opportunityId)) as object).not.toHaveProperty('nextStep');
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('a create that arrives again after its undo is answered “undone” and resurrects nothing', async () => {
  const { ann, wsId } = await team();
  const json = mail();
  await bodyOf(post(ann, json));
  await undo(ann, json.id);
  const late = await post(ann, json);
  expect([late.status, await late.json()]).toMatchObject([200, { id: json.id, outcome: 'undone' }]);
  expect((await feedOf(ann)).items).toEqual([]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('an undo that overtakes its create wins', async () => {
  const { ann, wsId } = await team();
  const json = mail();
  await undo(ann, json.id);
  const late = await post(ann, json);
  expect([late.status, await late.json()]).toMatchObject([200, { id: json.id, outcome: 'undone' }]);
  expect(await shard.select().from(activity).where(eq(activity.wsId, wsId))).toEqual([]);
});

test('an undo may be sent as often as one likes, and under another id does nothing more', async () => {
  const { ann, wsId } = await team();
  const { id } = await log(ann);
  await log(ann);
  const undoId = uuidv7();
  const first = await undo(ann, id, undoId);
  expect(await undo(ann, id, undoId)).toEqual(first);
  expect(await undo(ann, id)).toMatchObject({ outcome: 'undone' });
  expect(await contradictionsIn(wsId)).toEqual([]);
  const other = ann.client.api.v1.undos.$post({ json: { id: undoId, target: uuidv7() } });
  expect(await refusal(other)).toEqual({ status: 409, code: 'hash_conflict' });
});

test('an undo cannot be its own target', async () => {
  const { ann } = await team();
  const id = uuidv7();
  const undoing = ann.client.api.v1.undos.$post({ json: { id, target: id } });
  expect(await refusal(undoing)).toEqual({ status: 400, code: 'invalid', fields: { target: 'same_id' } });
});

test('somebody else’s log is answered as an unknown one is, and stays untouched', async () => {
  const { ann, bob, wsId } = await team();
  const { id } = await log(ann);
  const [known, unknown] = [await undo(bob, id), await undo(bob, uuidv7())];
  expect(Object.keys(known)).toEqual(Object.keys(unknown));
  expect(known.outcome).toBe('undone');
  const [kept] = await shard.select().from(receipt).where(eq(receipt.id, id));
  expect(kept).toMatchObject({ userId: ann.userId, outcome: 'created' });
  expect(await open(ann, id)).toMatchObject({ contributors: 1 });
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('what is not an activity cannot be undone here', async () => {
  const { ann } = await team();
  const target = await newAccount(ann);
  const undoing = ann.client.api.v1.undos.$post({ json: { id: uuidv7(), target } });
  expect(await refusal(undoing)).toEqual({
    status: 422,
    code: 'reference_unknown',
    fields: { target: 'not_undoable' },
  });
});

test('the owner’s undo leaves the others’ record, without what only the owner’s part carried', async () => {
  const { ann, bob, wsId } = await team();
  const messageKey = newMessageKey();
  const { id } = await log(ann, { messageKey, summary: 'My own view.', outcome: 'positive' });
  await log(bob, { messageKey, level: 'subject', text: undefined, outcome: 'neutral' });
  await undo(ann, id);
  const left = await open(bob, id);
  expect(left).toMatchObject({
    level: 'subject',
    subject: 'Pump',
    ownerId: bob.userId,
    contributors: 1,
    outcome: 'neutral',
  });
  expect([left.text, left.summary, left.snippet]).toEqual([undefined, undefined, undefined]);
  expect(await shard.select().from(activityBody).where(eq(activityBody.wsId, wsId))).toEqual([]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('the joiner’s undo takes back the text that only the joiner brought, and the search for it', async () => {
  const { ann, bob, wsId } = await team();
  const messageKey = newMessageKey();
  const { id } = await log(ann, { messageKey, level: 'fact', text: undefined });
  const joined = await log(bob, { messageKey, text: 'The turbine.' });
  await undo(bob, joined.id);
  expect(await open(ann, id)).toMatchObject({ level: 'fact', contributors: 1, ownerId: ann.userId });
  const found = await ann.client.api.v1.search.$get({ query: { q: 'turbine' } as never });
  expect(await found.json()).toMatchObject({ activities: [] });
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('a task that was touched and a next step that was changed stay', async () => {
  const { ann, wsId } = await team();
  const opportunityId = await newOpportunity(ann, await newAccount(ann));
  const nextStep = { taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-01' };
  const { id } = await log(ann, { opportunityId, nextStep });
  await shard.update(task).set({ version: 2 }).where(eq(task.id, nextStep.taskId));
  const { version } = await opportunityOf(ann, opportunityId);
  await bodyOf(
    ann.client.api.v1.opportunities[':id'].$patch(
      { param: { id: opportunityId }, json: { nextStep: 'Visit them' } },
      { headers: { 'if-match': `"${version}"` } },
    ),
  );
  await undo(ann, id);
  expect(await shard.select().from(task).where(eq(task.wsId, wsId))).toHaveLength(1);
  expect(await opportunityOf(ann, opportunityId)).toMatchObject({ nextStep: 'Visit them' });
});
