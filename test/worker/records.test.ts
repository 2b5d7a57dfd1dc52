import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../shared/message-key.ts';
import type { Me } from '../../shared/session.ts';
import { account, auditEvent, receipt } from '../../worker/db/shard/schema.ts';
import { testEnv } from './setup/databases.ts';
import { bodyOf, type Client, meOf, newWorkspace, type Person, refusal } from './setup/tenants.ts';

const shard = drizzle(testEnv.SHARD_0);
const api = (client: Client) => client.api.v1;

async function accountOf(person: Person, visibility: 'private' | 'team' | 'org' = 'org') {
  const id = uuidv7();
  await bodyOf(api(person.client).accounts.$post({ json: { id, name: 'Hengchuan', visibility } }));
  return id;
}

/** One create and the three ways to look at it, for each kind of record. */
type Kind = {
  create(person: Person, id: string, name?: string): ReturnType<Client['api']['v1']['accounts']['$post']>;
  get(person: Person, id: string): Promise<{ status: number; headers: Headers; json(): Promise<unknown> }>;
  list(person: Person): Promise<{ items: { id: string; name: string }[] }>;
};

const pipelineOf = ({ pipelines }: Me) => pipelines[0]?.id ?? '';
const KINDS: Record<string, Kind> = {
  account: {
    create: ({ client }, id, name = 'Hengchuan') =>
      api(client).accounts.$post({
        json: { id, name, domains: ['hengchuan.example', '@Hengchuan.example'] },
      }),
    get: ({ client }, id) => api(client).accounts[':id'].$get({ param: { id } }),
    list: ({ client }) => bodyOf(api(client).accounts.$get({ query: {} })),
  },
  contact: {
    create: ({ client }, id, name = 'Li Wen') =>
      api(client).contacts.$post({ json: { id, name, emails: ['LI@hengchuan.example'] } }),
    get: ({ client }, id) => api(client).contacts[':id'].$get({ param: { id } }),
    list: ({ client }) => bodyOf(api(client).contacts.$get({ query: {} })),
  },
  lead: {
    create: ({ client }, id, name = 'Wang Fang') =>
      api(client).leads.$post({ json: { id, name, email: 'wang@beihe.example' } }),
    get: ({ client }, id) => api(client).leads[':id'].$get({ param: { id } }),
    list: ({ client }) => bodyOf(api(client).leads.$get({ query: {} })),
  },
  opportunity: {
    create: async (person, id, name = 'Line 3') => {
      const pipelineId = pipelineOf(await meOf(person));
      const accountId = (await bodyOf(api(person.client).accounts.$get({ query: {} }))).items.at(-1)?.id;
      return api(person.client).opportunities.$post({
        json: { id, name, pipelineId, accountId: accountId ?? (await accountOf(person)) },
      });
    },
    get: ({ client }, id) => api(client).opportunities[':id'].$get({ param: { id } }),
    list: ({ client }) => bodyOf(api(client).opportunities.$get({ query: {} })),
  },
};

describe.each(Object.entries(KINDS))('%s', (kind, { create, get, list }) => {
  test('is created with a receipt, found by id with its version, and listed', async () => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    const id = uuidv7();
    const answer = await create(people.ann, id);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ id, outcome: 'created', recordId: id });
    const found = await get(people.ann, id);
    expect(found.headers.get('etag')).toBe('"1"');
    expect(await found.json()).toMatchObject({ id, ownerId: people.ann.userId, version: 1 });
    expect((await list(people.ann)).items.map((item) => item.id)).toEqual([id]);
  });

  test('of another workspace is as absent as one that does not exist', async () => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    const other = await newWorkspace({ members: { eve: { role: 'admin', scope: 'all' } } });
    const id = uuidv7();
    await create(people.ann, id);
    const foreign = await refusal(get(other.people.eve, id));
    expect(foreign).toEqual({ status: 404, code: 'not_found' });
    expect(foreign).toEqual(await refusal(get(other.people.eve, uuidv7())));
    expect((await list(other.people.eve)).items).toEqual([]);
  });

  test('created again under its id answers with the same receipt', async () => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    const id = uuidv7();
    const first = await bodyOf(create(people.ann, id));
    const again = await create(people.ann, id);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
    expect((await list(people.ann)).items).toHaveLength(1);
  });

  test('is not created by a read-only person', async () => {
    const { people } = await newWorkspace({
      members: { ann: {}, guest: { role: 'read_only', scope: 'all' } },
    });
    await accountOf(people.ann);
    expect(await refusal(create(people.guest, uuidv7()))).toEqual({ status: 403, code: 'forbidden' });
  });

  test('leaves one audit row that names fields, not values', async () => {
    const { people, wsId } = await newWorkspace({ members: { ann: {} } });
    const id = uuidv7();
    const answer = await create(people.ann, id, 'Secret name');
    const rows = await shard
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.wsId, wsId), eq(auditEvent.recordId, id)));
    expect(rows).toMatchObject([
      { action: `${kind}.create`, actorId: people.ann.userId, requestId: answer.headers.get('x-request-id') },
    ]);
    expect(rows[0]?.fields).toContain('name');
    expect(JSON.stringify(rows)).not.toContain('Secret');
  });
});

test('the same id with another body, or from another person, is a conflict', async () => {
  const { people } = await newWorkspace({ members: { ann: {}, bob: {} } });
  const id = uuidv7();
  const conflict = { status: 409, code: 'hash_conflict' };
  await bodyOf(api(people.ann.client).leads.$post({ json: { id, name: 'Wang' } }));
  expect(await refusal(api(people.ann.client).leads.$post({ json: { id, name: 'Wang 2' } }))).toEqual(
    conflict,
  );
  expect(await refusal(api(people.bob.client).leads.$post({ json: { id, name: 'Wang' } }))).toEqual(conflict);
});

test('the receipt carries the hash of the body as sent', async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const json = { id: uuidv7(), name: '恒川  科技' };
  const { hash } = await bodyOf(api(people.ann.client).leads.$post({ json }));
  expect(hash).toBe(await sha256Hex(JSON.stringify(json)));
});

test('50 concurrent creates of one id make one record', async () => {
  const { people, wsId } = await newWorkspace({ members: { ann: {} } });
  const json = { id: uuidv7(), name: 'Hengchuan' };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => api(people.ann.client).accounts.$post({ json })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
  expect(await shard.$count(account, eq(account.wsId, wsId))).toBe(1);
  expect(await shard.$count(receipt, eq(receipt.wsId, wsId))).toBe(1);
});

test('an account keeps its domains once, a contact its addresses in lower case', async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const [accountId, contactId] = [uuidv7(), uuidv7()];
  await KINDS.account?.create(people.ann, accountId);
  await KINDS.contact?.create(people.ann, contactId);
  const { client } = people.ann;
  expect(await bodyOf(api(client).accounts[':id'].$get({ param: { id: accountId } }))).toMatchObject({
    domains: ['hengchuan.example'],
  });
  expect(await bodyOf(api(client).contacts[':id'].$get({ param: { id: contactId } }))).toMatchObject({
    emails: ['li@hengchuan.example'],
  });
});

test('a reference that the reader may not see is refused like one that does not exist', async () => {
  const { people } = await newWorkspace({ members: { ann: {}, bob: {} } });
  const other = await newWorkspace({ members: { eve: {} } });
  const pipelineId = pipelineOf(await meOf(people.bob));
  const ids = [await accountOf(people.ann, 'private'), await accountOf(other.people.eve), uuidv7()];
  for (const accountId of ids) {
    const contact = { id: uuidv7(), name: 'Li', accountId };
    const opportunity = { id: uuidv7(), name: 'Line 3', accountId, pipelineId };
    const refused = { status: 422, code: 'reference_unknown', fields: { accountId: 'unknown' } };
    expect(await refusal(api(people.bob.client).contacts.$post({ json: contact }))).toEqual(refused);
    expect(await refusal(api(people.bob.client).opportunities.$post({ json: opportunity }))).toEqual(refused);
  }
});

test('a list is walked page by page without gap or repeat', async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const ids = Array.from({ length: 7 }, () => uuidv7());
  for (const id of ids) await bodyOf(api(people.ann.client).leads.$post({ json: { id, name: 'Lead' } }));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await bodyOf(
      api(people.ann.client).leads.$get({ query: { limit: '3', ...(cursor && { cursor }) } }),
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(ids.toReversed());
});
