import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Pipeline } from '../../shared/pipeline.ts';
import { opportunity, stageHistory, stageTotal, stageTotalAll } from '../../worker/db/shard/schema.ts';
import { testEnv } from './setup/databases.ts';
import { bodyOf, meOf, newWorkspace, type Person, refusal } from './setup/tenants.ts';

const shard = drizzle(testEnv.SHARD_0);

async function seeded(members = { ann: {} }) {
  const { people, wsId } = await newWorkspace({ members });
  const me = await meOf(people.ann);
  const [pipeline, other] = me.pipelines as [Pipeline, Pipeline];
  const accountId = uuidv7();
  await bodyOf(people.ann.client.api.v1.accounts.$post({ json: { id: accountId, name: 'Hengchuan' } }));
  return { ann: people.ann, wsId, pipeline, other, accountId, stages: pipeline.stages.map(({ id }) => id) };
}

type Extra = {
  stageId?: string;
  amountMinor?: number;
  nextStep?: string;
  nextStepOn?: string;
  pipelineId?: string;
};
async function createIn({ ann, accountId, pipeline }: Awaited<ReturnType<typeof seeded>>, extra: Extra = {}) {
  const id = uuidv7();
  const json = { id, name: 'Line 3', accountId, pipelineId: pipeline.id, ...extra };
  await bodyOf(ann.client.api.v1.opportunities.$post({ json }));
  return id;
}

type Change = { stageId?: string; nextStep?: string | null; nextStepOn?: string | null };
function change({ client }: Person, id: string, json: Change, ifMatch?: string) {
  return client.api.v1.opportunities[':id'].$patch(
    { param: { id }, json },
    { headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } },
  );
}

/** Rollups as they stand beside a recount from the facts. */
async function totals(wsId: number) {
  const counted = { n: sql<number>`count(*)`.as('n'), amount: sql<number>`sum(amount_minor)`.as('amount') };
  const facts = await shard
    .select({ stageId: opportunity.stageId, ...counted })
    .from(opportunity)
    .where(eq(opportunity.wsId, wsId))
    .groupBy(opportunity.stageId);
  const rolled = await Promise.all(
    [stageTotal, stageTotalAll].map((table) =>
      shard
        .select({ stageId: table.stageId, n: table.n, amount: table.amountMinor })
        .from(table)
        .where(sql`${table.wsId} = ${wsId} AND ${table.n} <> 0`)
        .orderBy(table.stageId),
    ),
  );
  return { facts: facts.toSorted((a, b) => (a.stageId < b.stageId ? -1 : 1)), rolled };
}

test('starts in the first open stage, in the currency of the workspace', async () => {
  const given = await seeded();
  const id = await createIn(given);
  const { client } = given.ann;
  const found = await bodyOf(client.api.v1.opportunities[':id'].$get({ param: { id } }));
  expect(found).toMatchObject({
    stageId: given.stages[0],
    currency: 'CNY',
    status: 'open',
    accountName: 'Hengchuan',
  });
});

test('is not created in a stage of another pipeline, nor in a closing stage', async () => {
  const given = await seeded();
  const { client } = given.ann;
  const create = (extra: Extra) =>
    client.api.v1.opportunities.$post({
      json: { id: uuidv7(), name: 'X', accountId: given.accountId, pipelineId: given.pipeline.id, ...extra },
    });
  const foreign = given.other.stages[0]?.id ?? '';
  expect(await refusal(create({ stageId: foreign }))).toMatchObject({
    status: 422,
    code: 'reference_unknown',
  });
  expect(await refusal(create({ pipelineId: uuidv7() }))).toMatchObject({
    fields: { pipelineId: 'unknown' },
  });
  expect(await refusal(create({ stageId: given.stages.at(-1) ?? '' }))).toMatchObject({
    status: 400,
    fields: { stageId: 'closing_needs_review' },
  });
});

test('an edit needs If-Match, and one that is based on an older version is refused', async () => {
  const given = await seeded();
  const id = await createIn(given);
  expect(await refusal(change(given.ann, id, { nextStep: 'Call' }))).toEqual({
    status: 428,
    code: 'version_required',
  });
  const answer = await change(given.ann, id, { nextStep: 'Call', nextStepOn: '2026-12-01' }, '"1"');
  expect(answer.headers.get('etag')).toBe('"2"');
  expect(await answer.json()).toMatchObject({ nextStep: 'Call', nextStepOn: '2026-12-01', version: 2 });
  expect(await refusal(change(given.ann, id, { nextStep: 'Mail' }, '"1"'))).toEqual({
    status: 412,
    code: 'stale_version',
  });
});

test('what an edit answers is what is stored, and null clears a field', async () => {
  const given = await seeded();
  const id = await createIn(given, { nextStep: 'Call', nextStepOn: '2026-12-01' });
  const changed = await bodyOf(change(given.ann, id, { nextStepOn: null, stageId: given.stages[1] }, '"1"'));
  expect(changed).not.toHaveProperty('nextStepOn');
  expect(await bodyOf(given.ann.client.api.v1.opportunities[':id'].$get({ param: { id } }))).toEqual(changed);
});

test('a day without a next step is refused', async () => {
  const given = await seeded();
  const { client } = given.ann;
  const day = { nextStepOn: '2026-12-01' };
  const refused = { status: 400, code: 'invalid', fields: { nextStepOn: 'needs_next_step' } };
  const json = {
    id: uuidv7(),
    name: 'X',
    accountId: given.accountId,
    pipelineId: given.pipeline.id,
    ...day,
  };
  expect(await refusal(client.api.v1.opportunities.$post({ json }))).toEqual(refused);
  const id = await createIn(given);
  expect(await refusal(change(given.ann, id, day, '"1"'))).toEqual(refused);
  expect(await refusal(change(given.ann, id, { nextStep: null, ...day }, '"1"'))).toEqual(refused);
  const planned = await createIn(given, { nextStep: 'Call', nextStepOn: '2026-12-24' });
  expect(await bodyOf(change(given.ann, planned, day, '"1"'))).toMatchObject({ nextStep: 'Call', ...day });
});

test('a next step that is cleared takes its day along', async () => {
  const given = await seeded();
  const { client } = given.ann;
  const id = await createIn(given, { nextStep: 'Call', nextStepOn: '2026-12-01' });
  const changed = await bodyOf(change(given.ann, id, { nextStep: null }, '"1"'));
  expect(changed).not.toHaveProperty('nextStepOn');
  expect(await bodyOf(client.api.v1.opportunities[':id'].$get({ param: { id } }))).toEqual(changed);
});

test('of 50 edits based on one version one is made', async () => {
  const given = await seeded();
  const id = await createIn(given);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => change(given.ann, id, { nextStep: `Step ${i}` }, '"1"')),
  );
  const statuses = Map.groupBy(answers, ({ status }) => status as number);
  expect([statuses.get(200)?.length, statuses.get(412)?.length]).toEqual([1, 49]);
});

test('a move is kept in the history and moves the totals', async () => {
  const given = await seeded();
  const id = await createIn(given, { amountMinor: 500_000 });
  await createIn(given, { amountMinor: 70_000 });
  await bodyOf(change(given.ann, id, { stageId: given.stages[1] }, '"1"'));
  const history = await shard.select().from(stageHistory).where(eq(stageHistory.opportunityId, id));
  expect(history.map(({ fromStageId, toStageId }) => [fromStageId, toStageId])).toEqual([
    [null, given.stages[0]],
    [given.stages[0], given.stages[1]],
  ]);
  const { facts, rolled } = await totals(given.wsId);
  expect(facts).toHaveLength(2);
  expect(rolled).toEqual([facts, facts]);
});

test('a move into a closing stage needs a review, into an unknown stage is refused', async () => {
  const given = await seeded();
  const id = await createIn(given);
  expect(await refusal(change(given.ann, id, { stageId: given.stages.at(-1) ?? '' }, '"1"'))).toMatchObject({
    status: 400,
    fields: { stageId: 'closing_needs_review' },
  });
  expect(await refusal(change(given.ann, id, { stageId: uuidv7() }, '"1"'))).toMatchObject({
    code: 'reference_unknown',
  });
});

test('a closed opportunity is not edited, and says so', async () => {
  const given = await seeded();
  const id = await createIn(given);
  await shard
    .update(opportunity)
    .set({ status: 'lost', closedAt: 1_790_000_000_000, closedBy: given.ann.userId })
    .where(eq(opportunity.id, id));
  expect(await refusal(change(given.ann, id, { nextStep: 'Call' }, '"1"'))).toEqual({
    status: 409,
    code: 'opportunity_closed',
    detail: { opportunity: 'Line 3', by: given.ann.userId, at: 1_790_000_000_000 },
  });
});

test('of another workspace it cannot be edited: it does not exist there', async () => {
  const given = await seeded();
  const id = await createIn(given);
  const { people } = await newWorkspace({ members: { eve: { role: 'admin', scope: 'all' } } });
  expect(await refusal(change(people.eve, id, { nextStep: 'Mine' }, '"1"'))).toEqual({
    status: 404,
    code: 'not_found',
  });
});

test('the open opportunities of an account come with the nearest next step first', async () => {
  const given = await seeded();
  const late = await createIn(given, { nextStep: 'Call', nextStepOn: '2026-12-24' });
  const none = await createIn(given);
  const soon = await createIn(given, { nextStep: 'Call', nextStepOn: '2026-12-01' });
  const lost = await createIn(given);
  await shard.update(opportunity).set({ status: 'lost' }).where(eq(opportunity.id, lost));
  const { client } = given.ann;
  const { items } = await bodyOf(
    client.api.v1.accounts[':id'].opportunities.$get({ param: { id: given.accountId } }),
  );
  expect(items.map(({ id }) => id)).toEqual([soon, late, none]);
  expect(
    await refusal(client.api.v1.accounts[':id'].opportunities.$get({ param: { id: uuidv7() } })),
  ).toEqual({ status: 404, code: 'not_found' });
});
