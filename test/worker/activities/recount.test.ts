import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewActivity } from '../../../shared/activity.ts';
import { newWorkspace } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import { feedOf, log, mail, newAccount, newOpportunity, post, undo } from './logs.ts';

const RUNS = 12;
const LEVELS = ['fact', 'subject', 'summary', 'full'] as const;

const step = fc.record({
  act: fc.constantFrom('log' as const, 'log' as const, 'log' as const, 'undo' as const, 'replay' as const),
  person: fc.nat(2),
  message: fc.nat(3),
  level: fc.constantFrom(...LEVELS),
  visibility: fc.constantFrom('private' as const, 'team' as const, 'org' as const),
  type: fc.constantFrom('email' as const, 'call' as const, 'visit' as const),
  day: fc.nat(40),
  record: fc.nat(3),
  pick: fc.nat(20),
});

test('after any sequence of logs, joins, replays and undos every count agrees with a recount', async () => {
  const { people, wsId } = await newWorkspace({
    teams: ['north', 'south'],
    members: { ann: { team: 'north' }, bob: { team: 'south' }, cleo: {} },
  });
  const cast = Object.values(people);
  const accountId = await newAccount(people.ann);
  const opportunityId = await newOpportunity(people.ann, accountId);
  const records = [{}, { accountId }, { opportunityId }, { accountId, opportunityId }];
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      run += 1;
      const sent: { by: number; json: NewActivity }[] = [];
      for (const { act, person, message, level, visibility, type, day, record, pick } of steps) {
        const by = cast[person] ?? people.ann;
        const earlier = sent.filter((one) => one.by === person)[pick % 5];
        if (act === 'log') {
          const json = mail({
            ...{ level, visibility, type, ...records[record] },
            messageKey: `m:${(run * 10 + message).toString(16).padStart(64, 'b')}`,
            occurredAt: Date.now() - day * 86_400_000,
          });
          sent.push({ by: person, json });
          await post(by, json);
        } else if (earlier && act === 'undo') await undo(by, earlier.json.id);
        else if (earlier) await post(by, earlier.json);
      }
      expect(await contradictionsIn(wsId)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  for (const person of cast) {
    for (const { id } of (await feedOf(person)).items) await undoOwn(person, id);
  }
  expect(await contradictionsIn(wsId)).toEqual([]);

  async function undoOwn(person: (typeof cast)[number], id: string) {
    const answer = await person.client.api.v1.activities[':id'].$get({ param: { id } });
    if (!answer.ok) return;
    const { contributions } = await answer.json();
    const own = contributions.find(({ receiptId }) => receiptId !== undefined);
    if (own?.receiptId) await undo(person, own.receiptId);
  }
}, 30_000);

test('what everybody has undone leaves no row behind', async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {}, bob: {} } });
  const messageKey = `m:${'c'.repeat(64)}`;
  const receipts = [
    { person: people.ann, id: (await log(people.ann, { messageKey })).id },
    { person: people.bob, id: (await log(people.bob, { messageKey })).id },
  ];
  for (const { person, id } of receipts) await undo(person, id);
  expect((await feedOf(people.ann)).items).toEqual([]);
  expect(await contradictionsIn(wsId)).toEqual([]);
});
