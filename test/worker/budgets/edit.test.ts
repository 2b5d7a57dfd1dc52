import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { EditActivity } from '../../../shared/activity.ts';
import { log, newAccount, newMessageKey, newOpportunity, open, patch } from '../activities/logs.ts';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, type Person } from '../setup/tenants.ts';

const WORKSPACES = 5;
const PARTIES = 40;

async function team() {
  for (let i = 1; i < WORKSPACES; i++) await newWorkspace({ members: { eve: {} } });
  const { people } = await newWorkspace({
    teams: ['north', 'south'],
    members: { ann: { team: 'north' }, bob: { team: 'south' }, cleo: { team: 'north' } },
  });
  const { ann } = people;
  const places = [];
  for (let i = 0; i < 2; i++)
    places.push(
      await newOpportunity(ann, await newAccount(ann, { visibility: 'org' }), {
        visibility: 'org',
        nextStep: 'Call',
      }),
    );
  return { ...people, from: places[0], to: places[1] };
}

/** The dearest log there is: text, opportunity, next step, and readers in every facet. */
const dearest = (opportunityId: string | undefined, messageKey: string) => ({
  ...{ id: uuidv7(), opportunityId, messageKey },
  nextStep: { taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-01' },
  parties: Array.from({ length: PARTIES }, (_, i) => ({ role: 'to' as const, email: `p${i}@x.example` })),
});

describe.each([
  ['before ANALYZE', 'SELECT 1'],
  ['after ANALYZE', 'ANALYZE'],
])('%s, five workspaces in the shard', (_, prepare) => {
  test.each([1, 2, 3])(
    'an edit of everything costs the same whoever else took part: %i people',
    async (people) => {
      const { ann, bob, cleo, from, to } = await team();
      const messageKey = newMessageKey();
      const [first, ...others] = [ann, bob, cleo].slice(0, people);
      const { id } = await log(ann, dearest(from, messageKey));
      for (const other of others) await log(other, dearest(from, messageKey));
      await testEnv.SHARD_0.prepare(prepare).run();
      const { version } = await open(ann, id);
      const json: EditActivity = {
        ...{
          opportunityId: to ?? '',
          subject: 'Gear',
          summary: 'Short.',
          text: 'The gearbox.',
          note: 'Note',
        },
        visibility: 'org',
        outcome: 'positive',
      };
      const cost = await costOf(() => bodyOf(patch(first as Person, id, version, json)));
      expect(cost.trips).toBe(3);
      expect(cost.statements).toBeLessThanOrEqual(40);
      expect(cost.rowsWritten).toBeLessThanOrEqual(40);
      expect(cost.rowsRead).toBeLessThanOrEqual(150 + 4 * PARTIES);
    },
  );
});
