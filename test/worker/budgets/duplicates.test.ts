import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DuplicateQuery, Duplicates } from '../../../shared/duplicates.ts';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, newWorkspace, type Person } from '../setup/tenants.ts';
import { idOf } from './scale.ts';

// The large size takes minutes to fill, so the everyday run compares a tenth of it.
const SIZES = env.SIDELOG_BIG === '1' ? [10_000, 100_000] : [1000, 10_000];
const BRANDS = 50;
const CHUNK = 20_000;
const shard = testEnv.SHARD_0;

/** `n` accounts, contacts and leads with domains, addresses, numbers and names; a brand stands in many of them. */
const STATEMENTS = [
  `INSERT INTO account (ws_id, id, name, status, source, OWNED) SELECT ?1, ID('a'), 'Brand' || (i % ${BRANDS}) || ' Precision ' || i || ' Ltd',
     'customer', 'other', VALUES FROM n`,
  `INSERT INTO account_domain (ws_id, domain, account_id) SELECT ?1, 'company' || i || '.example', ID('a') FROM n WHERE ?2`,
  `INSERT INTO contact (ws_id, id, account_id, name, phone, phone_key, OWNED) SELECT ?1, ID('c'), ID('a'),
     'Person' || (i % ${BRANDS}) || ' Wei', '138' || printf('%08d', i), printf('%08d', i), VALUES FROM n`,
  `INSERT INTO contact_email (ws_id, email, contact_id) SELECT ?1, 'p' || i || '@company' || i || '.example', ID('c') FROM n WHERE ?2`,
  `INSERT INTO lead (ws_id, id, name, company, email, domain, phone, phone_key, status, source, OWNED)
     SELECT ?1, ID('f'), 'Person' || (i % ${BRANDS}) || ' Wei', '恒川' || i || '精密有限公司', 'p' || i || '@company' || i || '.example',
       'company' || i || '.example', '138' || printf('%08d', i), printf('%08d', i), 'new', 'other', VALUES FROM n`,
  ...[
    ['account', 'a', `'brand' || (i % ${BRANDS}) || ' precision ' || i || ' ltd'`],
    ['contact', 'c', `'person' || (i % ${BRANDS}) || ' wei'`],
    ['lead', 'f', `'person' || (i % ${BRANDS}) || ' wei 恒川 ' || i || ' 精密 密有 有限 限公 公司'`],
  ].flatMap(([kind, letter, words]) => [
    `INSERT INTO name_entry (ws_id, kind, record_id) SELECT ?1, '${kind}', ID('${letter}') FROM n WHERE ?2`,
    `INSERT INTO name_fts (rowid, scope, t) SELECT e.seq, 'w' || CAST(?1 AS INTEGER) || ' u' || CAST(?2 AS INTEGER) || ' o k${kind}', ${words}
     FROM n CROSS JOIN name_entry e ON e.ws_id = ?1 AND e.kind = '${kind}' AND e.record_id = ID('${letter}')`,
  ]),
].map((sql) =>
  sql
    .replaceAll('OWNED', 'owner_id, team_id, visibility, audience, created_by, created_at, updated_at')
    .replaceAll('VALUES', "?2, NULL, 'org', 'o', ?2, 1, 1")
    .replaceAll(/ID\('(\w)'\)/g, "printf('0193000$1-%04x-7000-8000-%012x', ?1, i)"),
);

async function fill({ wsId, userId }: Person, { from, to }: { from: number; to: number }) {
  for (let start = from; start < to; start += CHUNK) {
    const numbers = `WITH RECURSIVE n(i) AS (
      SELECT CAST(?3 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?4)`;
    for (const sql of STATEMENTS) {
      const end = Math.min(start + CHUNK, to);
      await shard.prepare(`${numbers} ${sql}`).bind(wsId, userId, start, end).run();
    }
  }
}

/** Everything asked at once, names that stand in hundreds of records, and names that nobody has. */
const QUERIES: Record<string, DuplicateQuery> = {
  'a whole lead': {
    lead: {
      name: 'Person17 Wei',
      company: 'Brand17 Precision 17',
      email: 'p17@company17.example',
      domain: 'company17.example',
      phones: ['13800000017', '010-5555 0123'],
    },
  },
  'a contact with an account': {
    account: { name: 'Brand18 Precision 18 GmbH', domain: 'company18.example' },
    contact: { name: 'Person18 Wei', email: 'p18@company18.example', phones: ['+86 138 0000 0018'] },
  },
  'a name that is everywhere': { account: { name: 'Precision' }, contact: { name: 'Wei' } },
  'a Chinese name': { account: { name: '恒川精密机械有限公司' } },
  'a name that nobody has': { account: { name: 'Zukunft' }, contact: { name: 'Zoltan' } },
};

type Cost = Awaited<ReturnType<typeof costOf>>;
/** size → query → what it cost */
const measured = new Map<string, Map<string, Cost>>();
let found = 0;

beforeAll(async () => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  const neighbour = await newWorkspace({ members: { eve: {} } });
  await fill(neighbour.people.eve, { from: 0, to: 1000 });
  let filled = 0;
  for (const size of SIZES) {
    await fill(people.ann, { from: filled, to: size });
    filled = size;
    measured.set(`${size}, before ANALYZE`, await measure(people.ann));
    await shard.prepare('ANALYZE').run();
    measured.set(`${size}, after ANALYZE`, await measure(people.ann));
  }
}, 600_000);

async function measure({ client, wsId }: Person): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const [name, json] of Object.entries(QUERIES)) {
    const cost = await costOf(async () => {
      const { items } = await bodyOf<Duplicates>(client.api.v1.duplicates.$post({ json }));
      if (items[0]?.id === idOf('contact', wsId, 17)) found += 1;
    });
    costs.set(name, cost);
  }
  return costs;
}

describe('duplicates among thousands of records', () => {
  test('cost one round trip beside the session, and 300 rows at most', () => {
    const dearer = [...measured].flatMap(([stage, costs]) =>
      [...costs]
        .filter(([, { rowsRead, trips }]) => rowsRead > 300 || trips > 2)
        .map((cost) => [stage, ...cost]),
    );
    expect(dearer).toEqual([]);
    expect(found).toBe(measured.size);
  });

  test('cost the same in a workspace ten times as large, before and after ANALYZE', () => {
    const [first, ...others] = measured.values();
    const differences = others.flatMap((costs) =>
      [...costs].map(([name, { rowsRead }]) => Math.abs(rowsRead - (first?.get(name)?.rowsRead ?? 0))),
    );
    expect(differences).toHaveLength(Object.keys(QUERIES).length * 3);
    expect(Math.max(...differences)).toBeLessThanOrEqual(20);
  });
});
