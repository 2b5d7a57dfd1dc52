import { describe, expect, test } from 'vitest';
import { newMessageKey, undo } from '../activities/logs.ts';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace, refusal } from '../setup/tenants.ts';
import { mailOf, newThreadKey, patchThread, waitingOf } from './conversation.ts';

const DAY = 86_400_000;
const team = async () =>
  (await newWorkspace({ teams: ['n'], members: { ann: { team: 'n' }, bob: { team: 'n' } } })).people;

describe('an undo', () => {
  test('of the answer lets the conversation wait again', async () => {
    const { ann } = await team();
    const threadKey = newThreadKey();
    const asked = await mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 6 });
    const answer = await mailOf(ann, { threadKey, direction: 'outbound', daysAgo: 5.5 });
    await undo(ann, answer.id);
    expect(await waitingOf(ann, threadKey)).toMatchObject({ last: 'inbound', activityId: asked.id });
  });

  test('gives the message before back; what was before that is not known, so it reminds of nothing', async () => {
    const { ann } = await team();
    const threadKey = newThreadKey();
    const logged: { id: string }[] = [];
    for (const daysAgo of [9, 8, 7])
      logged.push(await mailOf(ann, { threadKey, direction: 'inbound', daysAgo }));
    const [first, second, third] = logged.map(({ id }) => id);
    await undo(ann, third ?? '');
    expect(await waitingOf(ann, threadKey)).toMatchObject({ activityId: second });
    // Logged late, and older than one that is forgotten: nobody could tell.
    await mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 20 });
    await undo(ann, second ?? '');
    expect(await waitingOf(ann, threadKey)).toBeUndefined();
    await undo(ann, first ?? '');
    expect(await waitingOf(ann, threadKey)).toBeUndefined();
  });

  test('of everything leaves nothing of the conversation', async () => {
    const { ann } = await team();
    const threadKey = newThreadKey();
    const logged = [
      await mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 9 }),
      await mailOf(ann, { threadKey, direction: 'outbound', daysAgo: 8 }),
      await mailOf(ann, { threadKey, direction: 'outbound', daysAgo: 7 }),
    ];
    for (const { id } of logged) await undo(ann, id);
    const rows = testEnv.SHARD_0.prepare('SELECT * FROM thread WHERE ws_id = ? AND thread_key = ?');
    expect((await rows.bind(ann.wsId, threadKey).all()).results).toEqual([]);
  });

  test('of one’s own part of a mail leaves the colleague’s conversation alone', async () => {
    const { ann, bob } = await team();
    const mail = {
      threadKey: newThreadKey(),
      direction: 'inbound',
      daysAgo: 5,
      messageKey: newMessageKey(),
    } as const;
    const first = await mailOf(ann, mail);
    await mailOf(bob, mail);
    await undo(ann, first.id);
    expect(await waitingOf(ann, mail.threadKey)).toBeUndefined();
    expect(await waitingOf(bob, mail.threadKey)).toMatchObject({ activityId: first.id });
  });
});

describe('a conversation put aside', () => {
  const waiting = async () => {
    const { ann, bob } = await team();
    const threadKey = newThreadKey();
    const { id: activityId } = await mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 9 });
    return { ann, bob, threadKey, activityId };
  };

  test('for good stays so, can be taken back, and a later message speaks anew', async () => {
    const { ann, threadKey, activityId } = await waiting();
    expect((await patchThread(ann, threadKey, { to: 'settled', activityId })).status).toBe(204);
    expect(await waitingOf(ann, threadKey)).toBeUndefined();
    await mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 15 });
    expect(await waitingOf(ann, threadKey)).toBeUndefined();
    await patchThread(ann, threadKey, { to: 'waiting', activityId });
    expect(await waitingOf(ann, threadKey)).toMatchObject({ activityId });
    await patchThread(ann, threadKey, { to: 'settled', activityId });
    const later = await mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 4.5 });
    expect(await waitingOf(ann, threadKey)).toMatchObject({ activityId: later.id });
  });

  test('until a moment comes back then', async () => {
    const { ann, threadKey, activityId } = await waiting();
    await patchThread(ann, threadKey, { to: 'snoozed', activityId, until: Date.now() + DAY });
    expect(await waitingOf(ann, threadKey)).toBeUndefined();
    await patchThread(ann, threadKey, { to: 'snoozed', activityId, until: Date.now() - 1000 });
    expect(await waitingOf(ann, threadKey)).toMatchObject({ activityId });
  });

  test('is one’s own, and only as it stood', async () => {
    const { ann, bob, threadKey, activityId } = await waiting();
    const settled = { to: 'settled', activityId } as const;
    expect(await refusal(patchThread(bob, threadKey, settled))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect(await refusal(patchThread(ann, newThreadKey(), settled))).toMatchObject({ status: 404 });
    await mailOf(ann, { threadKey, direction: 'inbound', daysAgo: 8 });
    expect(await refusal(patchThread(ann, threadKey, settled))).toMatchObject({
      status: 412,
      code: 'stale_version',
    });
    expect(await waitingOf(ann, threadKey)).toBeDefined();
  });

  test('costs one round trip', async () => {
    const { ann, threadKey, activityId } = await waiting();
    const cost = await costOf(() => patchThread(ann, threadKey, { to: 'settled', activityId }));
    // The session is looked up before.
    expect(cost.trips).toBe(2);
  });
});
