import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { log, newAccount, newMessageKey, newOpportunity, undo } from '../activities/logs.ts';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace, type Person } from '../setup/tenants.ts';

const WORKSPACES = 5;
const PARTIES = [1, 2, 5, 12, 40];

async function team() {
  for (let i = 1; i < WORKSPACES; i++) await newWorkspace({ members: { eve: {} } });
  const { people } = await newWorkspace({
    teams: ['north'],
    members: { ann: { team: 'north' }, bob: { team: 'north' } },
  });
  return { ...people, opportunityId: await newOpportunity(people.ann, await newAccount(people.ann)) };
}

let threads = 0;
/** The dearest log there is: text, opportunity, next step, a conversation, and readers in every facet. */
const dearest = (opportunityId: string, parties: number) => ({
  opportunityId,
  messageKey: newMessageKey(),
  threadKey: (++threads).toString(16).padStart(64, '0'),
  nextStep: { taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-01' },
  parties: Array.from({ length: parties }, (_, i) => ({ role: 'to' as const, email: `p${i}@x.example` })),
});

describe.each([
  ['before ANALYZE', 'SELECT 1'],
  ['after ANALYZE', 'ANALYZE'],
])('%s, five workspaces in the shard', (_, prepare) => {
  test.each(PARTIES)('a log of %i participants writes at most 24 rows and two for each', async (parties) => {
    const { ann, opportunityId } = await team();
    await testEnv.SHARD_0.prepare(prepare).run();
    const cost = await costOf(() => log(ann, dearest(opportunityId, parties)));
    expect(cost.rowsWritten).toBeLessThanOrEqual(24 + 2 * parties);
    expect(cost.trips).toBe(3);
    expect(cost.statements).toBeLessThanOrEqual(40);
  });

  test.each(PARTIES)('the next mail of a conversation of %i participants costs no more', async (parties) => {
    const { ann, opportunityId } = await team();
    const first = dearest(opportunityId, parties);
    await log(ann, { ...first, nextStep: undefined });
    await testEnv.SHARD_0.prepare(prepare).run();
    const { threadKey } = first;
    const cost = await costOf(() => log(ann, { ...dearest(opportunityId, parties), threadKey }));
    expect(cost.rowsWritten).toBeLessThanOrEqual(24 + 2 * parties);
  });

  test.each(PARTIES)('a join of %i participants costs no more than a log', async (parties) => {
    const { ann, bob, opportunityId } = await team();
    const json = dearest(opportunityId, parties);
    await log(ann, json);
    await testEnv.SHARD_0.prepare(prepare).run();
    const nextStep = { ...json.nextStep, taskId: uuidv7() };
    const cost = await costOf(() => log(bob, { ...json, id: uuidv7(), nextStep }));
    expect(cost.rowsWritten).toBeLessThanOrEqual(24 + 2 * parties);
    expect(cost).toMatchObject({ trips: 3 });
    expect(cost.rowsRead).toBeLessThanOrEqual(100 + 8 * parties);
  });

  test('an undo writes about what the log wrote, alone or shared', async () => {
    const { ann, bob, opportunityId } = await team();
    const json = dearest(opportunityId, 5);
    const first = await log(ann, json);
    const second = await log(bob, { ...json, id: uuidv7(), nextStep: undefined });
    await testEnv.SHARD_0.prepare(prepare).run();
    const undone = async (person: Person, id: string) => {
      const cost = await costOf(() => undo(person, id));
      expect(cost.trips).toBe(3);
      expect(cost.rowsWritten).toBeLessThanOrEqual(40);
      expect(cost.statements).toBeLessThanOrEqual(40);
    };
    await undone(bob, second.id);
    await undone(ann, first.id);
  });
});
