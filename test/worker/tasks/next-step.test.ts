import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { log, newAccount, newOpportunity, opportunityOf, undo } from '../activities/logs.ts';
import { contested } from '../contested.ts';
import { bodyOf, newWorkspace, type Person } from '../setup/tenants.ts';
import { changeTask } from './own-tasks.ts';

/** An opportunity whose next step, Visit, took the place of Call: both are open tasks. */
async function agreed() {
  const { ann } = (await newWorkspace({ members: { ann: {} } })).people;
  const opportunityId = await newOpportunity(ann, await newAccount(ann));
  const [call, visit] = [uuidv7(), uuidv7()];
  const first = { taskId: call, text: 'Call', dueOn: '2026-12-05' };
  await log(ann, { opportunityId, nextStep: first });
  const second = { taskId: visit, text: 'Visit', dueOn: '2026-12-10' };
  const { id: visitLog } = await log(ann, { opportunityId, nextStep: second });
  return { ann, opportunityId, call, visit, visitLog };
}

const stepOf = async (person: Person, id: string) => {
  const { nextStep, nextStepOn } = await opportunityOf(person, id);
  return nextStep && `${nextStep} ${nextStepOn}`;
};

test('the opportunity follows its next step to another day and other words', async () => {
  const { ann, opportunityId, visit } = await agreed();
  await changeTask(ann, { id: visit, dueOn: '2026-12-12', title: 'Visit plant 2' });
  expect(await stepOf(ann, opportunityId)).toBe('Visit plant 2 2026-12-12');
});

test.each(['done', 'cancelled'] as const)(
  '%s, it gives way to what is left; reopened, it is back',
  async (status) => {
    const { ann, opportunityId, call, visit } = await agreed();
    await changeTask(ann, { id: visit, status });
    expect(await stepOf(ann, opportunityId)).toBe('Call 2026-12-05');
    await changeTask(ann, { id: visit, status: 'todo', version: 2 });
    expect(await stepOf(ann, opportunityId)).toBe('Visit 2026-12-10');
    await changeTask(ann, { id: visit, status, version: 3 });
    await changeTask(ann, { id: call, status });
    expect(await stepOf(ann, opportunityId)).toBeUndefined();
    await changeTask(ann, { id: call, status: 'todo', version: 2 });
    expect(await stepOf(ann, opportunityId)).toBe('Call 2026-12-05');
  },
);

test.each(['done', 'todo'] as const)('what comes next is looked at when it is shown: %s', async (status) => {
  const { ann, opportunityId, call, visit } = await agreed();
  if (status === 'todo') await changeTask(ann, { id: visit, status: 'done' });
  const version = status === 'todo' ? 2 : 1;
  const race = contested(() => changeTask(ann, { id: call, status: 'done' }));
  const late = { ...ann, client: race.client(ann) };
  await changeTask(late, { id: visit, status, version });
  expect(await stepOf(ann, opportunityId)).toBe(status === 'todo' ? 'Visit 2026-12-10' : undefined);
});

test('what stood before a settled step is looked at then, too', async () => {
  const { ann, opportunityId, call, visit } = await agreed();
  const third = { taskId: uuidv7(), text: 'Demo', dueOn: '2026-12-15' };
  const { id: demoLog } = await log(ann, { opportunityId, nextStep: third });
  const race = contested(() => changeTask(ann, { id: call, status: 'done' }));
  await changeTask({ ...ann, client: race.client(ann) }, { id: visit, status: 'done' });
  await undo(ann, demoLog);
  expect(await stepOf(ann, opportunityId)).toBeUndefined();
});

test('a task that is not the next step changes nothing there, not even reopened', async () => {
  const { ann, opportunityId, call } = await agreed();
  await changeTask(ann, { id: call, status: 'done' });
  await changeTask(ann, { id: call, status: 'todo', dueOn: '2026-12-01', version: 2 });
  expect(await stepOf(ann, opportunityId)).toBe('Visit 2026-12-10');
});

test('what somebody agreed meanwhile stays when a task is reopened', async () => {
  const { ann, opportunityId, visit } = await agreed();
  await changeTask(ann, { id: visit, status: 'done' });
  const { version } = await opportunityOf(ann, opportunityId);
  await bodyOf(
    ann.client.api.v1.opportunities[':id'].$patch(
      { param: { id: opportunityId }, json: { nextStep: 'Demo', nextStepOn: '2026-12-20' } },
      { headers: { 'if-match': `"${version}"` } },
    ),
  );
  await changeTask(ann, { id: visit, status: 'todo', version: 2 });
  expect(await stepOf(ann, opportunityId)).toBe('Demo 2026-12-20');
});

test('an undone log puts back the step before it as it is by now', async () => {
  const moved = await agreed();
  await changeTask(moved.ann, { id: moved.call, dueOn: '2026-12-08' });
  await undo(moved.ann, moved.visitLog);
  expect(await stepOf(moved.ann, moved.opportunityId)).toBe('Call 2026-12-08');
  const done = await agreed();
  await changeTask(done.ann, { id: done.call, status: 'done' });
  await undo(done.ann, done.visitLog);
  expect(await stepOf(done.ann, done.opportunityId)).toBeUndefined();
});
