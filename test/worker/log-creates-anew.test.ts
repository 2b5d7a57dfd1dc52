import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { NewActivity } from '../../shared/activity.ts';
import type { Receipt } from '../../shared/receipt.ts';
import { renewed } from '../../shared/renewed.ts';
import { contradictionsIn } from './activities/consistency.ts';
import { newMessageKey, post, undo } from './activities/logs.ts';
import { countsIn, fromNewLead, fromNewSender, twoTeams } from './new-senders.ts';
import { bodyOf, refusal } from './setup/tenants.ts';

const TAKEN = { status: 409, code: 'already_exists' };

const withStep = () => ({
  messageKey: newMessageKey(),
  nextStep: { taskId: uuidv7(), text: 'Call', dueOn: '2026-12-01' },
});

/** A log that the server had, and that was taken back to be sent in another version. */
async function takenBack(json: NewActivity) {
  const { ann, wsId } = await twoTeams();
  await bodyOf(post(ann, json));
  await undo(ann, json.id);
  return { ann, wsId, again: { ...json, id: uuidv7() } };
}

const LOGS: [string, () => NewActivity, [number, number, number]][] = [
  ['account and contact', () => fromNewSender({}, withStep()), [1, 1, 0]],
  ['lead', () => fromNewLead(undefined, withStep()), [0, 0, 1]],
];

test.each(LOGS)('a log taken back is sent anew with a new %s under new ids', async (_, made, counts) => {
  const { ann, wsId, again } = await takenBack(made());
  const json = renewed(again);
  const { accountId, contactId, leadId } = json;
  const receipt = await bodyOf<Receipt>(post(ann, json));
  expect(receipt.outcome).toBe('created');
  expect(receipt.records).toEqual({
    ...(accountId && { accountId }),
    ...(contactId && { contactId }),
    ...(leadId && { leadId }),
  });
  expect(await countsIn(wsId)).toEqual(counts);
  expect(await contradictionsIn(wsId)).toEqual([]);
});

test.each(LOGS)('the old ids of %s are spent by the undo, and nothing is made of them', async (_, made) => {
  const { ann, wsId, again } = await takenBack(made());
  expect(await refusal(post(ann, again))).toEqual(TAKEN);
  expect(await countsIn(wsId)).toEqual([0, 0, 0]);
});

test.each(LOGS)('ids of %s that somebody else keeps to oneself are taken as well', async (_, made) => {
  const { ann, eve, wsId } = await twoTeams();
  const json = made();
  const { account, contact, lead } = json.create ?? {};
  const hidden = { visibility: 'private' as const };
  await bodyOf(
    post(eve, {
      ...json,
      id: uuidv7(),
      messageKey: newMessageKey(),
      nextStep: undefined,
      create: {
        ...(account && { account: { ...account, ...hidden } }),
        ...(contact && { contact: { ...contact, ...hidden } }),
        ...(lead && { lead: { ...lead, ...hidden } }),
      },
    }),
  );
  const before = await countsIn(wsId);
  expect(await refusal(post(ann, json))).toEqual(TAKEN);
  expect(await countsIn(wsId)).toEqual(before);
});

test('the id of a task that is there is taken', async () => {
  const { ann } = await twoTeams();
  const { nextStep } = withStep();
  const [first, second] = [fromNewSender({}, { nextStep }), fromNewSender({}, { nextStep })];
  await bodyOf(post(ann, first));
  expect(await refusal(post(ann, second))).toEqual(TAKEN);
});
