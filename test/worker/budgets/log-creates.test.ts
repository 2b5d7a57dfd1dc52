import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NewActivity } from '../../../shared/activity.ts';
import type { Receipt } from '../../../shared/receipt.ts';
import { newAccount, newMessageKey, newOpportunity, post, undo } from '../activities/logs.ts';
import { costOf } from '../bound-statements.ts';
import { fromNewSender } from '../new-senders.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, type Person } from '../setup/tenants.ts';
import { fillRecords } from './scale.ts';

let ann: Person;
let bob: Person;

beforeAll(async () => {
  const { people, wsId } = await newWorkspace({
    teams: ['north'],
    members: { ann: { team: 'north', email: 'ann@ours.example' }, bob: { team: 'north' } },
  });
  ({ ann, bob } = people);
  await fillRecords(testEnv.SHARD_0, { wsId, people: [ann] });
});

const logged = (person: Person, json: NewActivity) => bodyOf<Receipt>(post(person, json));
const parties = (email: string) =>
  ['from', 'to', 'cc', 'cc', 'cc'].map((role, i) => ({
    role: role as 'from',
    email: i === 0 ? email : `p${i}@cc.example`,
  }));
const nextStep = () => ({ taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-03' });
const filled = (domain: string): NewActivity =>
  fromNewSender(
    { domain },
    { messageKey: newMessageKey(), nextStep: nextStep(), parties: parties(`li@${domain}`) },
  );

/** Everything a log may create, each with all the addresses that it can have. */
function dearest(opportunityId?: string): NewActivity {
  const json = filled(`${uuidv7()}.example`);
  const { account, contact } = json.create ?? {};
  const many = (of: (i: number) => string) => Array.from({ length: 10 }, (_, i) => of(i));
  const leadId = uuidv7();
  return {
    ...json,
    threadKey: 'a'.repeat(64),
    leadId,
    ...(opportunityId && { opportunityId, accountId: undefined }),
    create: {
      ...(account &&
        !opportunityId && { account: { ...account, domains: many((i) => `${i}.${leadId}.example`) } }),
      ...(contact && {
        contact: {
          ...contact,
          ...(opportunityId && { accountId: undefined }),
          phone: '010-5555 0123',
          emails: many((i) => `${i}@${leadId}.example`),
        },
      }),
      lead: {
        id: leadId,
        name: 'Li Wei',
        company: 'Hengchuan',
        email: `li@${leadId}.example`,
        phone: '5555 0123',
      },
    },
  };
}

describe.each([
  ['before ANALYZE', 'SELECT 1'],
  ['after ANALYZE', 'ANALYZE'],
])('%s, thousands of records in the shard', (_, prepare) => {
  test('a log of a new sender writes 16 rows more than one of a known sender, and reads no more than 100', async () => {
    await testEnv.SHARD_0.prepare(prepare).run();
    const cost = await costOf(() => logged(ann, filled(`${uuidv7()}.example`)));
    expect(cost.rowsWritten).toBeLessThanOrEqual(24 + 2 * 5 + 16);
    expect(cost.rowsRead).toBeLessThanOrEqual(100);
    expect(cost.trips).toBe(3);
  });

  test('whoever finds the records there pays for a log', async () => {
    await testEnv.SHARD_0.prepare(prepare).run();
    const domain = `${uuidv7()}.example`;
    await logged(ann, filled(domain));
    const cost = await costOf(() => logged(bob, filled(domain)));
    expect(cost.rowsWritten).toBeLessThanOrEqual(24 + 2 * 5 + 2);
    expect(cost.rowsRead).toBeLessThanOrEqual(120);
    expect(cost.trips).toBe(3);
  });

  test('the dearest create, its join and its undo stay within forty statements', async () => {
    await testEnv.SHARD_0.prepare(prepare).run();
    const opportunityId = await newOpportunity(ann, await newAccount(ann));
    for (const json of [dearest(), dearest(opportunityId)]) {
      const costs = [
        await costOf(() => logged(ann, json)),
        await costOf(() => logged(bob, { ...dearest(), id: uuidv7(), messageKey: json.messageKey ?? '' })),
        await costOf(() => undo(ann, json.id)),
      ];
      for (const cost of costs) expect(cost.statements).toBeLessThanOrEqual(38);
      expect(costs.map(({ trips }) => trips)).toEqual([3, 3, 3]);
    }
  });

  test('an undo reads what it takes back, whatever else there is', async () => {
    const json = filled(`${uuidv7()}.example`);
    await logged(ann, json);
    await testEnv.SHARD_0.prepare(prepare).run();
    const cost = await costOf(() => undo(ann, json.id));
    expect(cost.rowsRead).toBeLessThanOrEqual(160);
    expect(cost.rowsWritten).toBeLessThanOrEqual(60);
  });
});
