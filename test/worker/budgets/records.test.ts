import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { encodeCursor } from '../../../shared/page.ts';
import { nameIndexRow } from '../../../worker/search/name-index.ts';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, meOf, newWorkspace, type Person } from '../setup/tenants.ts';

const LEADS = 2000;
const START = 1_700_000_000_000;
const shard = testEnv.SHARD_0;

/** Leads as the worker would have written them, in bulk; every hundredth is one of ours to look for. */
async function fill(person: Person) {
  const { wsId, userId } = person;
  const readers = [`u:${userId}`, 'o'];
  const leads = Array.from({ length: LEADS }, (_, i) => {
    const name = i % 100 === 0 ? `恒川 Hengchuan ${i}` : `Company ${i} Limited`;
    const id = uuidv7();
    return {
      id,
      name,
      at: START + i,
      ...nameIndexRow(wsId, { kind: 'lead', recordId: id, names: [name], readers }),
    };
  });
  const json = JSON.stringify(leads);
  await shard.batch([
    shard
      .prepare(
        `INSERT INTO lead (ws_id, id, name, status, source, owner_id, visibility, audience, created_by, created_at, updated_at)
         SELECT ?1, value ->> 'id', value ->> 'name', 'new', 'other', ?2, 'org', 'o', ?2, value ->> 'at', value ->> 'at'
         FROM json_each(?3)`,
      )
      .bind(wsId, userId, json),
    shard
      .prepare(
        "INSERT INTO name_entry (ws_id, kind, record_id) SELECT ?, 'lead', value ->> 'id' FROM json_each(?)",
      )
      .bind(wsId, json),
    shard
      .prepare(
        `INSERT INTO name_fts (rowid, scope, t) SELECT e.seq, value ->> 'scope', value ->> 't' FROM json_each(?2) j
         CROSS JOIN name_entry e ON e.ws_id = ?1 AND e.kind = 'lead' AND e.record_id = value ->> 'id'`,
      )
      .bind(wsId, json),
  ]);
  return leads;
}

async function fillShard() {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const other = await newWorkspace({ members: { eve: {} } });
  const leads = await fill(people.ann);
  await fill(other.people.eve);
  return { ann: people.ann, api: people.ann.client.api.v1, leads };
}

/** Filled once: no test depends on what another one added. */
let filled: ReturnType<typeof fillShard> | undefined;
const full = () => {
  filled ??= fillShard();
  return filled;
};

describe.each([
  ['before ANALYZE', undefined],
  ['after ANALYZE', 'ANALYZE'],
])('%s, with thousands of records in the shard', (_, prepare) => {
  test('a list reads about what it shows, page 30 as much as page 1', async () => {
    const { api, leads } = await full();
    if (prepare) await shard.prepare(prepare).run();
    const last = leads[LEADS - 1500];
    const cursor = encodeCursor({ at: last?.at ?? 0, id: last?.id ?? '' });
    const first = await costOf(() => bodyOf(api.leads.$get({ query: {} })));
    const deep = await costOf(() => bodyOf(api.leads.$get({ query: { cursor } })));
    expect(first.trips).toBe(2);
    expect(first.rowsRead).toBeLessThanOrEqual(60);
    expect(deep.rowsRead).toBeLessThanOrEqual(first.rowsRead + 1);
  });

  test.each(['恒川', '恒', 'heng', 'hengchuan 1900', 'nobody'])(
    'a search for %s reads about what it shows',
    async (q) => {
      const { api } = await full();
      if (prepare) await shard.prepare(prepare).run();
      const cost = await costOf(async () => {
        const { names } = await bodyOf(api.search.$get({ query: { q } }));
        expect(names.length).toBe(q === 'nobody' ? 0 : q.includes('1900') ? 1 : 8);
      });
      expect(cost.trips).toBeLessThanOrEqual(3);
      expect(cost.rowsRead).toBeLessThanOrEqual(60);
    },
  );

  test('reading one record and creating one cost the same however many there are', async () => {
    const { api, leads, ann } = await full();
    if (prepare) await shard.prepare(prepare).run();
    const read = await costOf(() => bodyOf(api.leads[':id'].$get({ param: { id: leads[7]?.id ?? '' } })));
    expect(read).toMatchObject({ trips: 2, statements: 2 });
    expect(read.rowsRead).toBeLessThanOrEqual(6);
    const created = await costOf(() => bodyOf(api.leads.$post({ json: { id: uuidv7(), name: 'New' } })));
    expect(created.trips).toBe(2);
    expect(created.rowsRead).toBeLessThanOrEqual(30);
    const me = await costOf(() => meOf(ann));
    expect(me).toMatchObject({ trips: 2, statements: 5 });
  });
});
