import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atLeast, type Level } from '../../../shared/access.ts';
import type { EditActivity, NewActivity } from '../../../shared/activity.ts';
import { newWorkspace } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import { feedOf, log, mail, newAccount, newOpportunity, opened, patch, post, undo } from './logs.ts';

const RUNS = 16;
const LEVELS = ['fact', 'subject', 'summary', 'full'] as const;

const step = fc.record({
  act: fc.constantFrom(...(['log', 'log', 'log', 'undo', 'replay', 'edit', 'edit', 'edit'] as const)),
  person: fc.nat(2),
  message: fc.nat(3),
  level: fc.constantFrom(...LEVELS),
  visibility: fc.constantFrom('private' as const, 'team' as const, 'org' as const),
  type: fc.constantFrom('email' as const, 'call' as const, 'visit' as const),
  day: fc.nat(40),
  record: fc.nat(3),
  pick: fc.nat(20),
});

/** Some of the words that the level may carry. */
const wordsAt = (level: Level, pick: number): EditActivity => ({
  ...(pick % 2 && atLeast(level, 'subject') && { subject: `Subject ${pick}` }),
  ...(pick % 3 && atLeast(level, 'summary') && { summary: `Summary ${pick}` }),
  ...(pick % 5 && atLeast(level, 'full') && { text: `Text ${pick}` }),
  ...(pick % 7 === 0 && { text: null, note: `Note ${pick}` }),
});

test('after any sequence of logs, joins, replays, edits and undos every count agrees with a recount', async () => {
  const { people, wsId } = await newWorkspace({
    teams: ['north', 'south'],
    members: { ann: { team: 'north' }, bob: { team: 'south' }, cleo: {} },
  });
  const cast = Object.values(people);
  const shown = { visibility: 'org' } as const;
  const accountId = await newAccount(people.ann, shown);
  const opportunityId = await newOpportunity(people.ann, accountId, shown);
  const records = [{}, { accountId }, { opportunityId }, { accountId, opportunityId }];
  const nowhere = { accountId: null, opportunityId: null };
  const moves = [nowhere, { ...nowhere, accountId }, { opportunityId }, { accountId, opportunityId }];
  const recordOf = new Map<string, string>();
  let [run, edits] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      run += 1;
      const sent: { by: number; json: NewActivity }[] = [];
      for (const { act, person, message, level, visibility, type, day, record, pick } of steps) {
        const by = cast[person] ?? people.ann;
        const own = sent.filter((one) => one.by === person);
        const earlier = own[pick % Math.max(own.length, 1)];
        if (act === 'log') {
          const json = mail({
            ...{ level, visibility, type, ...records[record] },
            messageKey: `m:${(run * 10 + message).toString(16).padStart(64, 'b')}`,
            occurredAt: Date.now() - day * 86_400_000,
          });
          sent.push({ by: person, json });
          const answer = await post(by, json);
          if (answer.ok) recordOf.set(json.id, (await answer.json()).recordId ?? '');
        } else if (earlier && act === 'edit') {
          const change = { ...moves[record], level, visibility, ...wordsAt(level, pick) };
          edits += await editOwn(by, recordOf.get(earlier.json.id) ?? '', change);
        } else if (earlier && act === 'undo') await undo(by, earlier.json.id);
        else if (earlier) await post(by, earlier.json);
      }
      expect(await contradictionsIn(wsId)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(edits).toBeGreaterThan(RUNS);
  for (const person of cast) {
    for (const { id } of (await feedOf(person)).items) await undoOwn(person, id);
  }
  expect(await contradictionsIn(wsId)).toEqual([]);

  /** How many edits were made: none where the log was taken back. */
  async function editOwn(person: (typeof cast)[number], id: string, change: EditActivity): Promise<number> {
    const answer = await opened(person, id);
    if (!answer.ok) return 0;
    const { version } = await answer.json();
    const edited = await patch(person, id, version, change);
    expect([200, 404]).toContain(edited.status);
    return edited.ok ? 1 : 0;
  }

  async function undoOwn(person: (typeof cast)[number], id: string) {
    const answer = await opened(person, id);
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
