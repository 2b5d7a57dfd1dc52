import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Pipeline } from '../../shared/pipeline.ts';
import { costOf } from './bound-statements.ts';
import { testEnv } from './setup/databases.ts';
import { bodyOf, meOf, newWorkspace, type Person, refusal } from './setup/tenants.ts';

async function seeded() {
  const { people, wsId } = await newWorkspace({ members: { ann: {}, bob: {}, boss: { scope: 'all' } } });
  const [pipeline, other] = (await meOf(people.ann)).pipelines as [Pipeline, Pipeline];
  const [first = '', second = ''] = pipeline.stages.map(({ id }) => id);
  const accountId = uuidv7();
  const { accounts, opportunities } = people.ann.client.api.v1;
  await bodyOf(accounts.$post({ json: { id: accountId, name: 'Hengchuan' } }));
  const create = ({ client }: Person, json: { amountMinor: number; stageId?: string; currency?: string }) =>
    bodyOf(
      client.api.v1.opportunities.$post({
        json: { id: uuidv7(), name: 'Line 3', accountId, pipelineId: pipeline.id, ...json },
      }),
    );
  await create(people.ann, { amountMinor: 100 });
  await create(people.ann, { amountMinor: 50, stageId: second, currency: 'USD' });
  await create(people.bob, { amountMinor: 7 });
  return { ...people, wsId, pipeline, other, first, second, opportunities };
}

const summaryOf = ({ client }: Person, id: string) =>
  client.api.v1.pipelines[':id'].summary.$get({ param: { id } });

test('a reader of scope all sees the totals of everybody, stage by stage and currency by currency', async () => {
  const { boss, pipeline, other, first, second } = await seeded();
  expect(await bodyOf(summaryOf(boss, pipeline.id))).toEqual({
    of: 'all',
    totals: [
      { stageId: first, currency: 'CNY', opportunities: 2, amountMinor: 107 },
      { stageId: second, currency: 'USD', opportunities: 1, amountMinor: 50 },
    ],
  });
  expect(await bodyOf(summaryOf(boss, other.id))).toEqual({ of: 'all', totals: [] });
});

test('everybody else sees the totals of what is theirs', async () => {
  const { bob, pipeline, first } = await seeded();
  expect(await bodyOf(summaryOf(bob, pipeline.id))).toEqual({
    of: 'own',
    totals: [{ stageId: first, currency: 'CNY', opportunities: 1, amountMinor: 7 }],
  });
});

test('a stage that has been left is not mentioned', async () => {
  const { bob, pipeline, second } = await seeded();
  const { opportunities } = bob.client.api.v1;
  const { items } = await bodyOf(opportunities.$get({ query: {} }));
  const mine = items.find(({ ownerId }) => ownerId === bob.userId);
  await bodyOf(
    opportunities[':id'].$patch(
      { param: { id: mine?.id ?? '' }, json: { stageId: second } },
      { headers: { 'if-match': `"${mine?.version}"` } },
    ),
  );
  const { totals } = await bodyOf(summaryOf(bob, pipeline.id));
  expect(totals.map(({ stageId }) => stageId)).toEqual([second]);
});

test('a pipeline of another workspace answers like one that does not exist', async () => {
  const { boss } = await seeded();
  const elsewhere = await seeded();
  expect(await refusal(summaryOf(boss, elsewhere.pipeline.id))).toMatchObject({ status: 404 });
  expect(await refusal(summaryOf(boss, uuidv7()))).toMatchObject({ status: 404 });
});

test('it reads rows by stages, not by owners: one round trip after the session', async () => {
  const { boss, bob, wsId, pipeline, first } = await seeded();
  await testEnv.SHARD_0.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
     INSERT INTO stage_total (ws_id, pipeline_id, stage_id, owner_id, currency, n, amount_minor)
     SELECT ?1, ?2, ?3, 1000000 + i, 'CNY', 1, 1 FROM n`,
  )
    .bind(wsId, pipeline.id, first)
    .run();
  for (const person of [boss, bob]) {
    const cost = await costOf(() => bodyOf(summaryOf(person, pipeline.id)));
    expect(cost.trips).toBe(2);
    expect(cost.rowsRead).toBeLessThan(60);
  }
});
