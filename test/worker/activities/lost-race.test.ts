import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { contested } from '../contested.ts';
import { newWorkspace } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import { log, mail, newAccount, newMessageKey, newOpportunity, post, undo } from './logs.ts';

async function scene() {
  const { people, wsId } = await newWorkspace({
    teams: ['north'],
    members: {
      ann: { team: 'north' },
      bob: { team: 'north' },
      cleo: { team: 'north' },
      dan: { team: 'north' },
    },
  });
  const opportunityId = await newOpportunity(people.ann, await newAccount(people.ann));
  const dearest = () => ({
    opportunityId,
    parties: [{ role: 'from' as const, email: 'li@hengchuan.example' }],
    nextStep: { taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-01' },
  });
  return { ...people, wsId, dearest };
}

test('a log that loses every race stops before its fortieth statement, and is taken when it comes again', async () => {
  const { ann, bob, cleo, dan, wsId, dearest } = await scene();
  const messageKey = newMessageKey();
  const faster = [bob, cleo, dan];
  const race = contested(async () => {
    const next = faster.shift();
    if (next) await log(next, { messageKey });
  });
  const json = mail({ messageKey, ...dearest() });
  const answer = await post({ client: race.client(ann) }, json);
  expect(answer.status).toBe(503);
  expect(race.statements()).toBeLessThanOrEqual(40);
  expect((await post(ann, json)).status).toBe(201);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('one lost race is made good within the same request', async () => {
  const { ann, bob, wsId, dearest } = await scene();
  const messageKey = newMessageKey();
  const faster = [bob];
  const race = contested(async () => {
    const next = faster.shift();
    if (next) await log(next, { messageKey });
  });
  const answer = await post({ client: race.client(ann) }, mail({ messageKey, parties: dearest().parties }));
  expect([answer.status, await answer.json()]).toMatchObject([201, { outcome: 'joined' }]);
  expect(race.statements()).toBeLessThanOrEqual(40);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test('an undo that loses every race stops before its fortieth statement, and is taken when it comes again', async () => {
  const { ann, bob, cleo, dan, wsId, dearest } = await scene();
  const messageKey = newMessageKey();
  const { id } = await log(ann, { messageKey, ...dearest() });
  const faster = [bob, cleo, dan];
  const race = contested(async () => {
    const next = faster.shift();
    if (next) await log(next, { messageKey, text: 'Other words' });
  });
  const json = { id: uuidv7(), target: id };
  const answer = await race.client(ann).api.v1.undos.$post({ json });
  expect(answer.status).toBe(503);
  expect(race.statements()).toBeLessThanOrEqual(40);
  await undo(ann, id, json.id);
  expect(await contradictionsIn(wsId)).toEqual([]);
});
