import { uuidv7 } from 'uuidv7';
import type { NewActivity } from '../../../shared/activity.ts';
import { newAccount, newContact, newOpportunity } from '../activities/logs.ts';
import { bodyOf, meOf, newWorkspace, type Person } from '../setup/tenants.ts';

/** What there is to point at; it grows as requests succeed. */
export type Scene = {
  ann: Person;
  ids: Record<
    'account' | 'contact' | 'lead' | 'opportunity' | 'task' | 'activity' | 'pipeline' | 'stage',
    string[]
  >;
  /** thread key → the activity that its last message is. */
  threads: Map<string, string>;
  versions: Map<string, number>;
};

export async function newScene(): Promise<Scene> {
  const { people } = await newWorkspace({ members: { ann: { email: 'ann@ours.example' }, bob: {} } });
  const { ann, bob } = people;
  const [pipeline] = (await meOf(ann)).pipelines;
  if (!pipeline) throw new Error('no pipeline');
  const account = [await newAccount(ann, { domains: ['known.example'] }), await newAccount(bob)];
  const opportunity = await Promise.all(account.map((id) => newOpportunity(ann, id)));
  const threadKey = 'a'.repeat(64);
  const activity = await newLog(ann, threadKey);
  return {
    ann,
    ids: {
      account,
      opportunity,
      contact: [await newContact(ann, { emails: ['li@known.example'] })],
      lead: [await newLead(ann)],
      task: [await newTask(ann)],
      activity: [activity],
      pipeline: [pipeline.id],
      stage: pipeline.stages.filter(({ type }) => type === 'open').map(({ id }) => id),
    },
    threads: new Map([[threadKey, activity]]),
    versions: new Map(),
  };
}

async function newLog({ client }: Person, threadKey: string): Promise<string> {
  const id = uuidv7();
  const json = {
    id,
    type: 'email',
    direction: 'inbound',
    occurredAt: Date.now() - 60_000,
    threadKey,
    parties: [
      { role: 'from', email: 'li@known.example' },
      { role: 'to', email: 'ann@ours.example' },
    ],
  } satisfies NewActivity;
  await bodyOf(client.api.v1.activities.$post({ json }));
  return id;
}

async function newLead({ client }: Person): Promise<string> {
  const id = uuidv7();
  await bodyOf(client.api.v1.leads.$post({ json: { id, name: 'Wang' } }));
  return id;
}

async function newTask({ client }: Person): Promise<string> {
  const id = uuidv7();
  await bodyOf(client.api.v1.tasks.$post({ json: { id, title: 'Call', dueOn: '2026-12-01' } }));
  return id;
}
