import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { NewActivity } from '../../../shared/activity.ts';
import { fromNewSender } from '../new-senders.ts';
import { testEnv } from '../setup/databases.ts';
import { clientOf, newWorkspace, type Person } from '../setup/tenants.ts';
import { contradictionsIn, snapshotOf } from './consistency.ts';
import { type Fault, failingD1 } from './failing-d1.ts';
import { log, mail, newAccount, newMessageKey, newOpportunity } from './logs.ts';

type Scene = { wsId: number; ann: Person; bob: Person };
type Act = (person: Pick<Person, 'client'>) => Promise<{ status: number; json(): Promise<unknown> }>;

async function scene(): Promise<Scene> {
  const { people, wsId } = await newWorkspace({
    teams: ['north'],
    members: { ann: { team: 'north' }, bob: { team: 'north' } },
  });
  return { ...people, wsId };
}

const postOf =
  (json: NewActivity): Act =>
  ({ client }) =>
    client.api.v1.activities.$post({ json });

const undoOf = (target: string): Act => {
  const json = { id: uuidv7(), target };
  return ({ client }) => client.api.v1.undos.$post({ json });
};

async function fullMail({ ann }: Scene): Promise<NewActivity> {
  const opportunityId = await newOpportunity(ann, await newAccount(ann));
  return mail({
    opportunityId,
    messageKey: newMessageKey(),
    parties: [{ role: 'from', email: 'li@hengchuan.example' }],
    nextStep: { taskId: uuidv7(), text: 'Send the offer', dueOn: '2026-12-01' },
  });
}

/** Each use case with what comes before it. */
const USE_CASES: Record<string, (scene: Scene) => Promise<Act>> = {
  log: async (at) => postOf(await fullMail(at)),
  join: async (at) => {
    const first = await fullMail(at);
    await postOf(first)(at.bob);
    const nextStep = { taskId: uuidv7(), text: 'Visit them', dueOn: '2026-12-02' };
    return postOf({ ...first, id: uuidv7(), nextStep });
  },
  'log with new records': async () => postOf(fromNewSender()),
  'undo of a log with new records': async (at) => {
    const json = fromNewSender();
    await postOf(json)(at.ann);
    return undoOf(json.id);
  },
  'undo of a log': async (at) => {
    const json = await fullMail(at);
    await postOf(json)(at.ann);
    return undoOf(json.id);
  },
  'undo of a join': async (at) => {
    const messageKey = newMessageKey();
    await log(at.bob, { messageKey, level: 'fact', text: undefined });
    const json = mail({ messageKey });
    await postOf(json)(at.ann);
    return undoOf(json.id);
  },
  'undo before its create': async () => undoOf(uuidv7()),
};

const CALLS = 2;
const faults = Object.keys(USE_CASES).flatMap((name) =>
  (['request', 'answer'] as const).flatMap((lost) =>
    Array.from({ length: CALLS }, (_, i) => ({ name, lost, at: i + 1 })),
  ),
);

describe('one call to the database fails', () => {
  test.each(faults)(
    '$name, call $at, lost $lost: all or nothing, and a retry delivers',
    async ({ name, ...fault }) => {
      const at = await scene();
      const act = (await USE_CASES[name]?.(at)) ?? postOf(mail());
      const before = await snapshotOf(at.wsId);
      const failed = await act({ client: failingClient(at, fault) });
      expect(failed.status).toBe(503);
      const isWritten = fault.at === CALLS && fault.lost === 'answer';
      expect((await snapshotOf(at.wsId)) === before).toBe(!isWritten);
      expect(await contradictionsIn(at.wsId)).toEqual([]);
      const retried = await act(at.ann);
      expect(retried.status).toBeLessThan(300);
      const delivered = await snapshotOf(at.wsId);
      expect(delivered).not.toBe(before);
      await act(at.ann);
      expect(await snapshotOf(at.wsId)).toBe(delivered);
      expect(await contradictionsIn(at.wsId)).toEqual([]);
    },
  );

  test.each(Object.keys(USE_CASES))('%s makes one read and one write', async (name) => {
    const at = await scene();
    const act = (await USE_CASES[name]?.(at)) ?? postOf(mail());
    const { database, calls } = failingD1(testEnv.SHARD_0, { at: 0, lost: 'request' });
    await act({ client: clientOf(at.ann.token, at.wsId, { SHARD_0: database }) });
    expect(calls()).toBe(CALLS);
  });
});

function failingClient({ ann, wsId }: Scene, fault: Fault) {
  const { database } = failingD1(testEnv.SHARD_0, fault);
  return clientOf(ann.token, wsId, { SHARD_0: database });
}
