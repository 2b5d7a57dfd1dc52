import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/message-key.ts';
import { activity, opportunity, task } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, refusal } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import {
  log,
  mail,
  newAccount,
  newContact,
  newOpportunity,
  open,
  opportunityOf,
  post,
  undo,
} from './logs.ts';

const DAY = 86_400_000;
const shard = drizzle(testEnv.SHARD_0);
const north = { team: 'north' } as const;
const twoReps = () => newWorkspace({ teams: ['north'], members: { ann: north, bob: north } });

test('a log is answered with a receipt of its body, and stored with everything it says', async () => {
  const { people, wsId } = await twoReps();
  const json = mail({ messageId: '<1@hengchuan.example>', attachments: [{ name: 'offer.pdf' }] });
  const answer = await post(people.ann, json);
  expect(answer.status).toBe(201);
  const hash = await sha256Hex(JSON.stringify(json));
  expect(await answer.json()).toMatchObject({ id: json.id, recordId: json.id, outcome: 'created', hash });
  expect(await open(people.ann, json.id)).toMatchObject({
    subject: 'Pump',
    text: 'The pump arrives on Monday.',
    snippet: 'The pump arrives on Monday.',
    messageId: '<1@hengchuan.example>',
    attachments: [{ name: 'offer.pdf' }],
    attachmentCount: 1,
    contributors: 1,
    contributions: [{ userId: people.ann.userId, level: 'full', receiptId: json.id }],
  });
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('a replay is answered from the receipt; another body or another person under the same id is a conflict', async () => {
  const { people } = await twoReps();
  const json = mail();
  const first = await bodyOf(post(people.ann, json));
  const replay = await post(people.ann, json);
  expect([replay.status, await replay.json()]).toEqual([200, first]);
  const conflict = { status: 409, code: 'hash_conflict' };
  expect(await refusal(post(people.ann, { ...json, subject: 'Other' }))).toEqual(conflict);
  expect(await refusal(post(people.bob, json))).toEqual(conflict);
});

test.each([
  ['more than ten years ago', -3660 * DAY, 'too_long_ago'],
  ['later than tomorrow', 1.1 * DAY, 'in_the_future'],
])('what happened %s is refused', async (_, offset, reason) => {
  const { people } = await twoReps();
  const json = mail({ occurredAt: Date.now() + offset });
  expect(await refusal(post(people.ann, json))).toEqual({
    status: 400,
    code: 'invalid',
    fields: { occurredAt: reason },
  });
});

test('ten years back and tomorrow are fine; the day is the workspace’s', async () => {
  const { people } = await newWorkspace({ members: { ann: {} }, timeZone: 'Asia/Shanghai' });
  await log(people.ann, { occurredAt: Date.now() - 3640 * DAY });
  await log(people.ann, { occurredAt: Date.now() + 0.9 * DAY });
  // 23:30 in London is the next morning in Shanghai.
  const { id } = await log(people.ann, { occurredAt: Date.UTC(2026, 5, 30, 22, 30) });
  const [row] = await shard.select().from(activity).where(eq(activity.id, id));
  expect(row?.day).toBe('2026-07-01');
});

test.each([
  ['subject', { level: 'fact', subject: 'Pump' }],
  ['summary', { level: 'subject', summary: 'He agreed.' }],
  ['text', { level: 'summary', text: 'Hello' }],
] as const)('a level that does not carry a %s refuses one', async (path, extra) => {
  const { people } = await twoReps();
  const { text: _, ...bare } = mail({ level: 'fact' });
  expect(await refusal(post(people.ann, { ...bare, ...extra }))).toMatchObject({
    code: 'invalid',
    fields: { [path]: 'level' },
  });
});

test('who may only read may not log', async () => {
  const { people } = await newWorkspace({ members: { eve: { role: 'read_only' } } });
  expect(await refusal(post(people.eve, mail()))).toEqual({ status: 403, code: 'forbidden' });
  const target = uuidv7();
  const undoing = people.eve.client.api.v1.undos.$post({ json: { id: uuidv7(), target } });
  expect(await refusal(undoing)).toEqual({ status: 403, code: 'forbidden' });
});

test('references that do not exist, are hidden or lie in another workspace are refused alike', async () => {
  const { people } = await twoReps();
  const other = await twoReps();
  const hidden = await newAccount(people.bob, { visibility: 'private' });
  const foreign = await newAccount(other.people.ann);
  for (const id of [uuidv7(), hidden, foreign]) {
    expect(await refusal(post(people.ann, mail({ accountId: id })))).toEqual({
      status: 422,
      code: 'reference_unknown',
      fields: { accountId: 'unknown' },
    });
  }
  const unknown = uuidv7();
  const parties = [{ role: 'to' as const, contactId: unknown }];
  const json = mail({ contactId: unknown, leadId: unknown, opportunityId: unknown, parties });
  expect((await refusal(post(people.ann, json))).fields).toEqual({
    contactId: 'unknown',
    leadId: 'unknown',
    opportunityId: 'unknown',
    'parties.0.contactId': 'unknown',
  });
});

test('the account follows from the opportunity, and another one contradicts it', async () => {
  const { people } = await twoReps();
  const accountId = await newAccount(people.ann);
  const opportunityId = await newOpportunity(people.ann, accountId);
  const { id } = await log(people.ann, { opportunityId });
  expect(await open(people.ann, id)).toMatchObject({
    account: { id: accountId, name: 'Hengchuan' },
    opportunity: { id: opportunityId, name: 'Line 3' },
  });
  const elsewhere = await newAccount(people.ann);
  expect(await refusal(post(people.ann, mail({ accountId: elsewhere, opportunityId })))).toMatchObject({
    code: 'reference_unknown',
    fields: { opportunityId: 'other_account' },
  });
});

test('a closed opportunity is refused with who closed it and when, to those who may see it', async () => {
  const { people } = await twoReps();
  const opportunityId = await newOpportunity(people.bob, await newAccount(people.bob));
  const closed = { status: 'won', closedAt: 1_790_000_000_000, closedBy: people.bob.userId } as const;
  const mine = eq(opportunity.id, opportunityId);
  await shard.update(opportunity).set(closed).where(mine);
  expect(await refusal(post(people.ann, mail({ opportunityId })))).toEqual({
    status: 409,
    code: 'opportunity_closed',
    detail: { opportunity: 'Line 3', by: 'bob', at: 1_790_000_000_000 },
  });
  await shard.update(opportunity).set({ visibility: 'private', audience: 'x' }).where(mine);
  expect((await refusal(post(people.ann, mail({ opportunityId })))).code).toBe('reference_unknown');
});

test('participants are matched to contacts and colleagues by address', async () => {
  const { people } = await newWorkspace({
    teams: ['north'],
    members: { ann: { ...north, email: 'ann@ours.example' }, bob: { ...north, email: 'bob@ours.example' } },
  });
  const contactId = await newContact(people.bob, { emails: ['li@hengchuan.example'] });
  const secret = await newContact(people.bob, { emails: ['wu@hengchuan.example'], visibility: 'private' });
  const { id } = await log(people.ann, {
    parties: [
      { role: 'from', name: '李伟', email: 'LI@hengchuan.example' },
      { role: 'to', email: 'ann@ours.example' },
      { role: 'cc', email: 'bob@ours.example' },
      { role: 'cc', email: 'wu@hengchuan.example' },
    ],
  });
  expect((await open(people.ann, id)).parties).toEqual([
    { role: 'from', name: '李伟', email: 'li@hengchuan.example', contactId },
    { role: 'to', email: 'ann@ours.example', userId: people.ann.userId },
    { role: 'cc', email: 'bob@ours.example', userId: people.bob.userId },
    { role: 'cc', email: 'wu@hengchuan.example' },
  ]);
  expect(secret).toBeDefined();
});

test('a next step becomes a task of the person who logs, and the opportunity’s next step', async () => {
  const { people, wsId } = await twoReps();
  const opportunityId = await newOpportunity(people.bob, await newAccount(people.bob));
  const before = await opportunityOf(people.ann, opportunityId);
  const nextStep = { taskId: uuidv7(), kind: 'call', text: 'Send the offer', dueOn: '2026-12-01' } as const;
  const { id } = await log(people.ann, { opportunityId, nextStep });
  const tasks = await shard.select().from(task).where(eq(task.wsId, wsId));
  expect(tasks).toMatchObject([
    {
      id: nextStep.taskId,
      title: 'Send the offer',
      assigneeId: people.ann.userId,
      activityId: id,
      status: 'todo',
    },
  ]);
  expect(await opportunityOf(people.ann, opportunityId)).toMatchObject({
    nextStep: 'Send the offer',
    nextStepOn: '2026-12-01',
    version: before.version + 1,
  });
  const { taskId: _, ...shown } = nextStep;
  expect((await open(people.ann, id)).nextStep).toEqual(shown);
});

test('the snippet is one line of 160 characters, and never half of one', async () => {
  const { people } = await twoReps();
  const { id } = await log(people.ann, { text: `\n\n  Dear all,\n\n${'泵'.repeat(150)}${'😀'.repeat(20)}` });
  const { snippet } = await open(people.ann, id);
  expect([...(snippet ?? '')]).toHaveLength(160);
  expect(snippet?.startsWith('Dear all, 泵')).toBe(true);
  expect(snippet?.isWellFormed()).toBe(true);
});

test('text of 64 KB, two hundred participants and a hundred attachments fit into one log', async () => {
  const { people, wsId } = await twoReps();
  const { id } = await log(people.ann, {
    text: '泵'.repeat(21_000),
    parties: Array.from({ length: 200 }, (_, i) => ({
      role: 'to' as const,
      email: `p${i}@hengchuan.example`,
    })),
    attachments: Array.from({ length: 100 }, (_, i) => ({ name: `${i}.pdf` })),
  });
  const stored = await open(people.ann, id);
  expect([stored.text?.length, stored.parties.length, stored.attachments.length]).toEqual([21_000, 200, 100]);
  await undo(people.ann, id);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('without a text, the snippet is the beginning of the summary', async () => {
  const { people } = await twoReps();
  const call = { type: 'call', text: undefined, subject: undefined, summary: 'He will\ncall back.' } as const;
  const { id } = await log(people.ann, call);
  expect(await open(people.bob, id)).toMatchObject({
    snippet: 'He will call back.',
    summary: 'He will\ncall back.',
  });
});
