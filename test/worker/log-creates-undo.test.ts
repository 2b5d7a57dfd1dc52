import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../shared/receipt.ts';
import { account, contact, task } from '../../worker/db/shard/schema.ts';
import { contradictionsIn } from './activities/consistency.ts';
import {
  log,
  mail,
  newAccount,
  newContact,
  newMessageKey,
  newOpportunity,
  open,
  post,
  undo,
} from './activities/logs.ts';
import { auditOf, countsIn, fromNewLead, fromNewSender, namesFound, twoTeams } from './new-senders.ts';
import { testEnv } from './setup/databases.ts';
import { bodyOf, type Person, refusal } from './setup/tenants.ts';

const shard = drizzle(testEnv.SHARD_0);

/** Ann has logged a mail of somebody new. */
async function loggedByAnn(extra: Parameters<typeof fromNewSender>[1] = {}) {
  const team = await twoTeams();
  const json = fromNewSender({ domain: 'hengchuan.example' }, extra);
  await bodyOf<Receipt>(post(team.ann, json));
  const { id, accountId = '', contactId = '' } = json;
  return { ...team, json, id, accountId, contactId };
}

const contactOf = ({ client }: Person, id: string) => client.api.v1.contacts[':id'].$get({ param: { id } });
const accountOf = ({ client }: Person, id: string) => client.api.v1.accounts[':id'].$get({ param: { id } });

describe('the undo of a log takes its records along', () => {
  test('they are unknown, unfound and unnamed from then on', async () => {
    const { ann, id, accountId, contactId, wsId } = await loggedByAnn();
    await undo(ann, id);
    for (const of of [contactOf(ann, contactId), accountOf(ann, accountId)]) {
      expect(await refusal(of)).toEqual({ status: 404, code: 'not_found' });
    }
    expect(await countsIn(wsId)).toEqual([0, 0, 0]);
    expect(await namesFound(ann, 'hengchuan')).toEqual([]);
    const left = [
      await shard.select().from(contact).where(eq(contact.wsId, wsId)),
      await shard.select().from(account).where(eq(account.wsId, wsId)),
    ];
    // A number is kept twice: as it was written, and the key under which it is looked up.
    expect(JSON.stringify(left)).not.toMatch(/Li Wei|hengchuan|138 0013|00138000/);
    expect((await auditOf(wsId)).slice(-3)).toEqual([
      `account.undo ${accountId}`,
      `contact.undo ${contactId}`,
      `activity.undo ${id}`,
    ]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('a lead goes as well', async () => {
    const { ann, wsId } = await twoTeams();
    const json = fromNewLead('li@hengchuan.example');
    await bodyOf(post(ann, json));
    await undo(ann, json.id);
    expect(await countsIn(wsId)).toEqual([0, 0, 0]);
    expect(await namesFound(ann, 'hengchuan')).toEqual([]);
  });

  test('so does what was agreed, and the same sender can be logged anew', async () => {
    const nextStep = { taskId: uuidv7(), text: 'Call', dueOn: '2026-12-01' };
    const { ann, id, wsId } = await loggedByAnn({ nextStep });
    await undo(ann, id);
    expect(await countsIn(wsId)).toEqual([0, 0, 0]);
    const again = fromNewSender({ domain: 'hengchuan.example' });
    const { accountId, contactId } = again;
    expect(await bodyOf<Receipt>(post(ann, again))).toMatchObject({ records: { accountId, contactId } });
    expect(await countsIn(wsId)).toEqual([1, 1, 0]);
  });

  test('a late create is answered “undone” and makes no record, whichever came first', async () => {
    const { ann, json, wsId } = await loggedByAnn();
    await undo(ann, json.id);
    expect(await bodyOf<Receipt>(post(ann, json))).not.toHaveProperty('records');
    const early = fromNewSender();
    await undo(ann, early.id);
    expect(await bodyOf<Receipt>(post(ann, early))).toMatchObject({ outcome: 'undone' });
    expect(await countsIn(wsId)).toEqual([0, 0, 0]);
  });

  test('the undo of a join takes only the joiner’s records', async () => {
    const messageKey = newMessageKey();
    const { ann, bob, wsId } = await twoTeams();
    await log(bob, { messageKey, level: 'fact', text: undefined });
    const json = fromNewSender({}, { messageKey });
    await bodyOf(post(ann, json));
    await undo(ann, json.id);
    expect(await countsIn(wsId)).toEqual([0, 0, 0]);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });
});

type Scene = Awaited<ReturnType<typeof loggedByAnn>>;
const DUE = '2026-12-01';

/** What somebody may do with a new record, and what stays because of it: accounts and contacts. */
const USES: Record<string, { use(scene: Scene): Promise<unknown>; stays: [number, number, number] }> = {
  'a colleague logs another mail of the same new sender': {
    use: ({ bob }) => post(bob, fromNewSender({ domain: 'hengchuan.example' })),
    stays: [1, 1, 0],
  },
  'a colleague files a mail at the account': {
    use: ({ bob, accountId }) => log(bob, { accountId }),
    stays: [1, 0, 0],
  },
  'a colleague’s mail has the contact among its recipients': {
    use: ({ bob }) => log(bob, { parties: [{ role: 'cc', email: 'li@hengchuan.example' }] }),
    stays: [1, 1, 0],
  },
  'a colleague joins the log': {
    use: ({ bob, json: { messageKey } }) => log(bob, { messageKey: messageKey ?? '' }),
    stays: [0, 0, 0],
  },
  'a colleague joins the log with the same people': {
    use: ({ bob, json: { messageKey, parties } }) =>
      log(bob, { messageKey: messageKey ?? '', parties: parties ?? [] }),
    stays: [1, 1, 0],
  },
  'ann logs another mail at the account': {
    use: ({ ann, accountId, contactId }) => log(ann, { accountId, contactId }),
    stays: [1, 1, 0],
  },
  'another contact is filed at the account': {
    use: ({ bob, accountId }) => newContact(bob, { accountId }),
    stays: [1, 1, 0],
  },
  'the account has an opportunity': {
    use: ({ bob, accountId }) => newOpportunity(bob, accountId),
    stays: [1, 0, 0],
  },
  'the log is repeated with a next step': {
    use: ({ ann, accountId, contactId, json: { messageKey } }) =>
      log(ann, {
        messageKey: messageKey ?? '',
        accountId,
        contactId,
        nextStep: { taskId: uuidv7(), text: 'Call', dueOn: DUE },
      }),
    stays: [1, 1, 0],
  },
  'the contact was changed': {
    use: ({ contactId }) => shard.update(contact).set({ version: 2 }).where(eq(contact.id, contactId)),
    stays: [1, 1, 0],
  },
  'the account was changed': {
    use: ({ accountId }) => shard.update(account).set({ version: 2 }).where(eq(account.id, accountId)),
    stays: [1, 0, 0],
  },
  'what was agreed is done': {
    use: ({ wsId }) => shard.update(task).set({ status: 'done', version: 2 }).where(eq(task.wsId, wsId)),
    stays: [1, 1, 0],
  },
};

describe('nothing is taken back that was used meanwhile', () => {
  test.each(Object.entries(USES))('%s', async (_, { use, stays }) => {
    const nextStep = { taskId: uuidv7(), text: 'Send the offer', dueOn: DUE };
    const scene = await loggedByAnn({ messageKey: newMessageKey(), nextStep });
    const { ann, id, wsId } = scene;
    await use(scene);
    await undo(ann, id);
    expect(await countsIn(wsId)).toEqual(stays);
    expect(await contradictionsIn(wsId)).toEqual([]);
  });

  test('a record that was there before', async () => {
    const { ann, bob, wsId } = await twoTeams();
    const accountId = await newAccount(ann, { domains: ['known.example'] });
    const contactId = await newContact(ann, { accountId, emails: ['li@known.example'] });
    const json = fromNewSender({ domain: 'known.example' });
    expect(await bodyOf<Receipt>(post(bob, json))).toMatchObject({ records: { accountId, contactId } });
    await undo(bob, json.id);
    expect(await countsIn(wsId)).toEqual([1, 1, 0]);
  });

  test('a colleague’s log keeps the contact that it found, with its name in the search', async () => {
    const { ann, bob, id, contactId } = await loggedByAnn();
    const json = fromNewSender({ domain: 'hengchuan.example' });
    await bodyOf(post(bob, json));
    await undo(ann, id);
    expect(await open(bob, json.id)).toMatchObject({ parties: [{ contactId }] });
    expect(await namesFound(bob, 'Li')).toEqual([contactId]);
  });

  test('whoever uses a record at the moment of its undo keeps it, or is told that it is unknown', async () => {
    for (let i = 0; i < 8; i++) {
      const { ann, bob, id, accountId, wsId } = await loggedByAnn();
      const json = mail({ accountId });
      const [answer] = await Promise.all([post(bob, json), undo(ann, id)]);
      const first: number = answer.status;
      const status: number = first === 503 ? (await post(bob, json)).status : first;
      expect([201, 422]).toContain(status);
      expect((await countsIn(wsId))[0]).toBe(status === 201 ? 1 : 0);
      expect(await contradictionsIn(wsId)).toEqual([]);
    }
  });

  test('a new log of the sender at the moment of the undo has its records, made anew or kept', async () => {
    for (let i = 0; i < 8; i++) {
      const { ann, bob, id, wsId } = await loggedByAnn();
      const json = fromNewSender({ domain: 'hengchuan.example' });
      const [answer] = await Promise.all([post(bob, json), undo(ann, id)]);
      if ((answer.status as number) === 503) await bodyOf(post(bob, json));
      expect(await countsIn(wsId)).toEqual([1, 1, 0]);
    }
  });
});
