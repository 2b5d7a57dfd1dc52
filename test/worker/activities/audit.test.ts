import { asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { auditEvent } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace } from '../setup/tenants.ts';
import { log, newMessageKey, undo } from './logs.ts';

test('the trail tells who logged, joined, repeated and undid, by names of fields and never by their values', async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {}, bob: {} } });
  const { ann, bob } = people;
  const messageKey = newMessageKey();
  const first = await log(ann, { messageKey, subject: 'Secret turbine', text: 'Very secret' });
  const joined = await log(bob, { messageKey });
  const again = await log(bob, { messageKey });
  await undo(bob, again.id);
  await undo(bob, joined.id);
  await undo(ann, uuidv7());
  const rows = await drizzle(testEnv.SHARD_0)
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.wsId, wsId))
    .orderBy(asc(auditEvent.seq));
  const trail = rows.filter(({ recordKind }) => recordKind === 'activity');
  expect(trail.map(({ action, actorId, recordId }) => [action, actorId, recordId])).toEqual([
    ['activity.log', ann.userId, first.id],
    ['activity.join', bob.userId, first.id],
    ['activity.repeat', bob.userId, first.id],
    ['activity.undo', bob.userId, first.id],
    ['activity.undo', bob.userId, first.id],
  ]);
  expect(trail[0]?.fields).toEqual(expect.arrayContaining(['subject', 'text', 'messageKey']));
  expect(JSON.stringify(rows)).not.toMatch(/secret/i);
});
