import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace } from '../setup/tenants.ts';
import { log, newAccount, newOpportunity, opportunityOf, undo } from './logs.ts';

const DAYS: Record<string, string> = {
  s0: '2026-12-10',
  s1: '2026-12-11',
  s2: '2026-12-12',
  s3: '2026-12-13',
};

/** Who sets which next step over the first one, and what stands after each undo. */
const CHAINS = [
  ['A:s1', 'A:s0'],
  ['A:s1 B:s2', 'A:s2 B:s0'],
  ['A:s1 B:s2', 'B:s1 A:s0'],
  ['A:s1 B:s2 C:s3', 'B:s3 C:s1 A:s0'],
  ['A:s1 B:s2 C:s3', 'A:s3 B:s3 C:s0'],
  ['A:s1 B:s1', 'A:s1 B:s0'],
  ['A:s1 B:s2 C:s3 D:s1', 'D:s3 B:s3 C:s1 A:s0'],
] as const;
const pairsOf = (chain: string) => chain.split(' ').map((pair) => pair.split(':') as [string, string]);

const stepOf = (text: string) => ({ text, dueOn: DAYS[text] ?? '' });

describe.each([
  ['over an earlier next step', { nextStep: 's0', nextStepOn: DAYS.s0 }],
  ['over none', {}],
])('next steps %s', (_, first) => {
  test.each(CHAINS)('set %s; after each undo %s', async (set, undone) => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    const opportunityId = await newOpportunity(people.ann, await newAccount(people.ann), first);
    const ids: Record<string, string> = {};
    for (const [name, step] of pairsOf(set)) {
      const nextStep = { taskId: uuidv7(), ...stepOf(step) };
      ids[name] = (await log(people.ann, { opportunityId, nextStep })).id;
    }
    for (const [name, left] of pairsOf(undone)) {
      await undo(people.ann, ids[name] ?? '');
      const { nextStep, nextStepOn } = await opportunityOf(people.ann, opportunityId);
      const expected = left === 's0' ? first : { nextStep: left, nextStepOn: DAYS[left] };
      expect([name, { nextStep, nextStepOn }]).toEqual([name, expected]);
    }
  });
});

test('a next step that somebody typed meanwhile stays', async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const { ann } = people;
  const first = { nextStep: 's0', nextStepOn: DAYS.s0 };
  const opportunityId = await newOpportunity(ann, await newAccount(ann), first);
  const { id } = await log(ann, { opportunityId, nextStep: { taskId: uuidv7(), ...stepOf('s1') } });
  const typed = ann.client.api.v1.opportunities[':id'].$patch(
    { param: { id: opportunityId }, json: { nextStep: 's2' } },
    { headers: { 'if-match': '"2"' } },
  );
  await bodyOf(typed);
  await undo(ann, id);
  expect(await opportunityOf(ann, opportunityId)).toMatchObject({ nextStep: 's2', nextStepOn: DAYS.s1 });
});

test('what an undo reads does not grow with the tasks of the workspace', async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {} } });
  const { ann } = people;
  const opportunityId = await newOpportunity(ann, await newAccount(ann), { nextStep: 's0' });
  const readByUndo = async () => {
    const { id } = await log(ann, { opportunityId, nextStep: { taskId: uuidv7(), ...stepOf('s1') } });
    return (await costOf(() => undo(ann, id))).rowsRead;
  };
  const before = await readByUndo();
  await testEnv.SHARD_0.prepare(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
    INSERT INTO task (ws_id, id, kind, title, due_on, assignee_id, status, audience, created_by, created_at)
    SELECT ?, 'task' || i, 'call', 'Call', '2026-12-01', 1, 'todo', 'o', 1, 1 FROM n`)
    .bind(wsId)
    .run();
  expect(await readByUndo()).toBe(before);
});
