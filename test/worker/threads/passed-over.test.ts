import { expect, test } from 'vitest';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace, type Person } from '../setup/tenants.ts';
import { mailOf, newThreadKey, todayOf, waitingOf } from './conversation.ts';

const DAY = 86_400_000;

type Conversations = { count: number; person: Person; side: 'inbound' | 'outbound'; daysAgo: number };

/** Conversations made by SQL alone, all with the same last message: a hundred logs would take too long. */
function fillThreads(
  { count, person, side, daysAgo }: Conversations,
  { activityId = 'none', isPutOff = false },
) {
  const at = Date.now() - daysAgo * DAY;
  return testEnv.SHARD_0.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO thread (ws_id, thread_key, user_id, last_${side}_at, last_${side}_id, settled_at, settled_until)
     SELECT ?1, 'f' || printf('%063x', i), ?2, ?3, ?4, ?5, ?6 FROM n`,
  )
    .bind(
      person.wsId,
      person.userId,
      at,
      activityId,
      ...(isPutOff ? [at, Date.now() + 9 * DAY] : [null, null]),
    )
    .run();
}

test('a hundred conversations that are put off do not hide one that waits', async () => {
  const { ann } = (await newWorkspace({ members: { ann: {} } })).people;
  await fillThreads({ count: 120, person: ann, side: 'inbound', daysAgo: 20 }, { isPutOff: true });
  const threadKey = newThreadKey();
  await mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 5 });
  expect(await waitingOf(ann, threadKey)).toMatchObject({ last: 'inbound' });
});

test('neither do a hundred that a colleague answered', async () => {
  const { ann, bob } = (await newWorkspace({ members: { ann: {}, bob: {} } })).people;
  const asked = await mailOf(ann, { threadKey: newThreadKey(), direction: 'inbound', daysAgo: 4 });
  const answer = await mailOf(bob, {
    threadKey: newThreadKey(),
    direction: 'outbound',
    daysAgo: 10,
    visibility: 'org',
  });
  await fillThreads({ count: 120, person: ann, side: 'inbound', daysAgo: 20 }, { activityId: asked.id });
  await fillThreads({ count: 120, person: bob, side: 'outbound', daysAgo: 10 }, { activityId: answer.id });
  const { waiting } = await todayOf(ann);
  expect(waiting.map(({ activityId }) => activityId)).toEqual([asked.id]);
});

test('however many are put off, a day reads no more than 500 of them', async () => {
  const { ann } = (await newWorkspace({ members: { ann: {} } })).people;
  const cost = async () => (await costOf(() => todayOf(ann))).rowsRead;
  const before = await cost();
  await fillThreads({ count: 3000, person: ann, side: 'inbound', daysAgo: 20 }, { isPutOff: true });
  // A row of the index, and the one it leads to.
  expect((await cost()) - before).toBeLessThanOrEqual(2 * 500 + 10);
});
