import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { opportunity, task } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, type Person, refusal } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import {
  edit,
  feedOf,
  log,
  newAccount,
  newContact,
  newOpportunity,
  open,
  opportunityOf,
  patch,
  undo,
} from './logs.ts';

const shard = drizzle(testEnv.SHARD_0);

async function scene() {
  const { people, wsId } = await newWorkspace({
    teams: ['north'],
    members: { ann: { team: 'north' }, bob: { team: 'north' } },
  });
  const { ann, bob } = people;
  const [first, second] = [
    await newAccount(ann, { name: 'First' }),
    await newAccount(ann, { name: 'Second' }),
  ];
  const place = async (accountId: string, nextStep: string) => ({
    accountId,
    opportunityId: await newOpportunity(ann, accountId, { nextStep, nextStepOn: '2026-12-01' }),
  });
  return { ann, bob, wsId, from: await place(first, 'Old step'), to: await place(second, 'Other step') };
}

const agreed = (visibility: 'team' | 'private' = 'team') => ({
  visibility,
  nextStep: { taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-09' },
});

const idsOf = async (person: Person, query: Parameters<typeof feedOf>[1]) =>
  (await feedOf(person, query)).items.map(({ id }) => id);

const stepOf = async (person: Person, id: string) => {
  const { nextStep, nextStepOn } = await opportunityOf(person, id);
  return [nextStep, nextStepOn];
};

describe('a move', () => {
  test('to another opportunity takes its account along, for every reader and filter', async () => {
    const { ann, bob, wsId, from, to } = await scene();
    const { id } = await log(ann, from);
    const moved = await edit(ann, id, { opportunityId: to.opportunityId });
    expect(moved).toMatchObject({ account: { name: 'Second' }, opportunity: { id: to.opportunityId } });
    for (const person of [ann, bob]) {
      expect(await idsOf(person, { accountId: from.accountId })).toEqual([]);
      expect(await idsOf(person, { opportunityId: from.opportunityId })).toEqual([]);
      expect(await idsOf(person, { accountId: to.accountId })).toEqual([id]);
      expect(await idsOf(person, { opportunityId: to.opportunityId })).toEqual([id]);
    }
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('to a lead, or to nothing, leaves account and opportunity', async () => {
    const { ann, wsId, from } = await scene();
    const leadId = uuidv7();
    await bodyOf(ann.client.api.v1.leads.$post({ json: { id: leadId, name: 'Zhao' } }));
    const { id } = await log(ann, from);
    const nowhere = { accountId: null, opportunityId: null, contactId: null };
    const moved = await edit(ann, id, { ...nowhere, leadId });
    expect(moved.lead).toEqual({ id: leadId, name: 'Zhao' });
    expect([moved.account, moved.opportunity]).toEqual([undefined, undefined]);
    expect((await edit(ann, id, { leadId: null })).lead).toBeUndefined();
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('and back leaves the record as it was, but for its version', async () => {
    const { ann, wsId, from, to } = await scene();
    const { id } = await log(ann, { ...from, ...agreed() });
    const before = await open(ann, id);
    await edit(ann, id, to);
    const back = await edit(ann, id, from);
    const { version, editedAt, contributions, ...rest } = before;
    expect(back).toMatchObject(rest);
    expect(await stepOf(ann, from.opportunityId)).toEqual(['Send the offer', '2026-12-09']);
    expect(await stepOf(ann, to.opportunityId)).toEqual(['Other step', '2026-12-01']);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });
});

describe('what the log agreed', () => {
  test('moves with it: the step that stood before stands again, and an undo still takes all back', async () => {
    const { ann, wsId, from, to } = await scene();
    const { id } = await log(ann, { ...from, ...agreed() });
    await edit(ann, id, { ...to, visibility: 'private' });
    expect(await stepOf(ann, from.opportunityId)).toEqual(['Old step', '2026-12-01']);
    expect(await stepOf(ann, to.opportunityId)).toEqual(['Send the offer', '2026-12-09']);
    const [moved] = await shard.select().from(task).where(eq(task.wsId, wsId));
    expect(moved).toMatchObject({ ...to, audience: 'x', replacedStep: 'Other step' });
    await undo(ann, id);
    expect(await stepOf(ann, to.opportunityId)).toEqual(['Other step', '2026-12-01']);
    expect(await shard.select().from(task).where(eq(task.wsId, wsId))).toEqual([]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('is seen by whom the log is seen from now on', async () => {
    const { ann, wsId, from } = await scene();
    const { id } = await log(ann, { ...from, ...agreed() });
    await edit(ann, id, { visibility: 'org' });
    const [kept] = await shard.select().from(task).where(eq(task.wsId, wsId));
    expect(kept).toMatchObject({ ...from, audience: 'o', replacedStep: 'Old step' });
    expect(await stepOf(ann, from.opportunityId)).toEqual(['Send the offer', '2026-12-09']);
  });

  test('stays where it is once it was touched', async () => {
    const { ann, wsId, from, to } = await scene();
    const { id } = await log(ann, { ...from, ...agreed() });
    await shard.update(task).set({ version: 2 }).where(eq(task.wsId, wsId));
    await edit(ann, id, to);
    const [kept] = await shard.select().from(task).where(eq(task.wsId, wsId));
    expect(kept).toMatchObject(from);
    expect(await stepOf(ann, to.opportunityId)).toEqual(['Other step', '2026-12-01']);
  });
});

describe('a move is refused', () => {
  test.each(['accountId', 'contactId', 'leadId', 'opportunityId'] as const)(
    'to what the caller cannot see: %s',
    async (field) => {
      const { ann, bob, from } = await scene();
      const accountId = await newAccount(bob, { visibility: 'private' });
      const hidden = {
        accountId,
        contactId: await newContact(bob, { visibility: 'private' }),
        leadId: uuidv7(),
        opportunityId: await newOpportunity(bob, accountId, { visibility: 'private' }),
      };
      const { id } = await log(ann, from);
      const { version } = await open(ann, id);
      for (const target of [hidden[field], uuidv7()]) {
        const json = field === 'accountId' ? { opportunityId: null, accountId: target } : { [field]: target };
        const answer = await refusal(patch(ann, id, version, json));
        expect(answer).toEqual({ status: 422, code: 'reference_unknown', fields: { [field]: 'unknown' } });
      }
    },
  );

  test('to an account that the opportunity does not belong to', async () => {
    const { ann, from, to } = await scene();
    const { id } = await log(ann, from);
    const { version } = await open(ann, id);
    const refused = {
      status: 422,
      code: 'reference_unknown',
      fields: { opportunityId: 'other_account' },
    };
    for (const json of [{ accountId: to.accountId }, { ...from, opportunityId: to.opportunityId }]) {
      expect(await refusal(patch(ann, id, version, json))).toEqual(refused);
    }
  });

  test('to a closed opportunity, which stays where it was filed before it closed', async () => {
    const { ann, wsId, from, to } = await scene();
    const { id } = await log(ann, from);
    const { version } = await open(ann, id);
    await shard.update(opportunity).set({ status: 'won', closedAt: 1 }).where(eq(opportunity.wsId, wsId));
    expect(await refusal(patch(ann, id, version, to))).toMatchObject({
      status: 409,
      code: 'opportunity_closed',
      detail: { opportunity: 'Line 3' },
    });
    expect(await edit(ann, id, { ...from, note: 'Won.' })).toMatchObject({ opportunity: { name: 'Line 3' } });
  });
});
