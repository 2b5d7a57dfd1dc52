import { expect, test } from 'vitest';
import type { Context } from '../../../shared/context.ts';
import { costOf } from '../bound-statements.ts';
import { testEnv } from '../setup/databases.ts';
import { bodyOf, meOf, newWorkspace } from '../setup/tenants.ts';
import { idOf } from './scale.ts';

const MANY = 1000;
const shard = testEnv.SHARD_0;

/** One address, one domain and one account that stand in a thousand records each, most of them somebody's private ones. */
async function crowdedWorkspace() {
  const { people, wsId } = await newWorkspace({
    members: { ann: { email: 'ann@ours.example' }, eve: { email: 'eve@ours.example' } },
  });
  const [pipeline] = (await meOf(people.ann)).pipelines;
  const [stage] = pipeline?.stages ?? [];
  const run = (sql: string, ...more: unknown[]) =>
    shard
      .prepare(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${MANY}) ${sql}`)
      .bind(wsId, people.eve.userId, idOf('account', wsId, 0), ...more)
      .run();
  const owned = "?2, NULL, 'private', 'x', ?2, 1, 1";
  const columns = 'owner_id, team_id, visibility, audience, created_by, created_at, updated_at';
  const id = (letter: string) => `'${letter}' || substr(?3, 2, 23) || printf('%012x', i)`;
  await run(`INSERT INTO account (ws_id, id, name, status, source, ${columns})
    SELECT ?1, substr(?3, 1, 24) || printf('%012x', i), 'Account', 'customer', 'other', ${owned} FROM n`);
  await run(`INSERT INTO account_domain (ws_id, domain, account_id)
    SELECT ?1, 'x.example', substr(?3, 1, 24) || printf('%012x', i) FROM n WHERE ?2`);
  await run(`INSERT INTO contact (ws_id, id, account_id, name, ${columns})
    SELECT ?1, ${id('c')}, ?3, 'Li', ${owned} FROM n`);
  await run(
    `INSERT INTO contact_email (ws_id, email, contact_id) SELECT ?1, 'li@x.example', ${id('c')} FROM n WHERE ?2`,
  );
  await run(`INSERT INTO lead (ws_id, id, name, email, status, source, ${columns})
    SELECT ?1, ${id('f')}, 'Li', 'li@x.example', 'new', 'other', ${owned} FROM n WHERE ?3`);
  await run(
    `INSERT INTO opportunity (ws_id, id, account_id, name, pipeline_id, stage_id, stage_since, status, amount_minor,
       currency, ${columns})
     SELECT ?1, ${id('d')}, ?3, 'Line', ?4, ?5, 1, 'open', 1, 'CNY', ${owned} FROM n`,
    pipeline?.id,
    stage?.id,
  );
  await run(`INSERT INTO task (ws_id, id, kind, title, due_on, assignee_id, status, account_id, audience, created_by, created_at)
    SELECT ?1, ${id('b')}, 'call', 'Call', '2026-12-01', ?2, 'todo', ?3, 'x', ?2, 1 FROM n`);
  return people;
}

test('a context stays within 150 rows, whatever somebody has filled the workspace with', async () => {
  const { ann, eve } = await crowdedWorkspace();
  const addresses = ['li@x.example', ...Array.from({ length: 49 }, (_, i) => `p${i}@x.example`)];
  for (const person of [ann, eve]) {
    let answer: Context | undefined;
    const cost = await costOf(async () => {
      answer = await bodyOf<Context>(person.client.api.v1.context.$post({ json: { addresses } }));
    });
    expect(cost.rowsRead).toBeLessThanOrEqual(150);
    expect(answer?.accounts.length).toBe(person === eve ? 4 : 0);
  }
});
