import { fieldsSet } from '../../worker/audit/audit-statement.ts';
import * as shard from '../../worker/db/shard/schema.ts';
import { type ActivityRows, activityRows } from './activity-rows.ts';
import { activityTimes } from './activity-times.ts';
import { receiptRow, type Trail, trailOf } from './audit-trail.ts';
import type { Logged } from './build-activity.ts';
import { buildLogs } from './build-logs.ts';
import { buildWorld } from './build-world.ts';
import { type Created, createdRecords, nameRows } from './named-records.ts';
import { plannedTasks, settled } from './planned-tasks.ts';
import { randomOf } from './random.ts';
import { rollupsOf } from './rollups.ts';
import { type Chunk, shardChunk } from './tables.ts';
import type { FirstFree, World } from './world.ts';
import { controlRows, furnishingRows, recordRows } from './world-rows.ts';

export type SeedPlan = {
  /** The same seed and `now` give the same rows. */
  seed: number;
  now: number;
  /** The first workspace is the sample that people try; the others are its neighbours. */
  workspaces: number;
  accounts: number;
  activities: number;
  /** Activities of each neighbour. */
  neighbourActivities: number;
  first: FirstFree;
};

const CHUNK = 500;

/** Every row of the sample data, chunk by chunk, parents first. Independent of where they go. */
export function* generate(plan: SeedPlan): Generator<Chunk> {
  let { first } = plan;
  for (let i = 0; i < plan.workspaces; i++) {
    const isSample = i === 0;
    const world = buildWorld({
      first,
      random: randomOf(plan.seed + i),
      now: plan.now,
      accounts: isSample ? plan.accounts : Math.min(plan.accounts, 40),
      isSample,
    });
    const activities = isSample ? plan.activities : plan.neighbourActivities;
    first = yield* generateWorkspace(world, { first, activities, isSample });
  }
}

type Scale = { first: FirstFree; activities: number; isSample: boolean };

function* generateWorkspace(world: World, scale: Scale): Generator<Chunk, FirstFree> {
  const { place, random, members, teams } = world;
  const { first } = scale;
  const records = createdRecords(world);
  const trail = trailOf(place.wsId, random);
  yield* controlRows(world, scale.isSample);
  yield* furnishingRows(world);
  yield* recordRows(world);
  yield* nameRows(records, place.wsId, first.nameSeq);
  yield receiptsOf(world, records, trail);
  yield* generateActivities(world, scale, trail);
  return {
    wsId: first.wsId + 1,
    userId: first.userId + members.length,
    teamId: first.teamId + teams.length,
    seq: first.seq + scale.activities,
    nameSeq: first.nameSeq + records.length,
  };
}

function receiptsOf({ place, random, members }: World, records: readonly Created[], trail: Trail): Chunk {
  const founder = { at: place.createdAt, actorId: members[0]?.id ?? 0 };
  trail.append({
    ...founder,
    ...{ action: 'workspace.create', recordKind: 'workspace', recordId: place.uuid, fields: [] },
  });
  const receipts = records.map(({ kind, recordId, row }) => {
    const { ownerId: userId, createdAt: at } = row;
    const fields = fieldsSet(row).filter((name) => name !== 'wsId');
    trail.append({ at, actorId: userId, action: `${kind}.create`, recordKind: kind, recordId, fields });
    return receiptRow({ ...place, random, outcome: 'created' }, { kind, id: recordId, recordId, userId, at });
  });
  return shardChunk(shard.receipt, receipts);
}

function* generateActivities(world: World, { first, activities }: Scale, trail: Trail): Generator<Chunk> {
  const { place, random } = world;
  const rollups = rollupsOf(place.wsId);
  const times = activityTimes(activities, random, place);
  for (let from = 0; from < times.length; from += CHUNK) {
    const logs = [...times.subarray(from, from + CHUNK)].map((at) => buildLogs(world, at));
    const rows = logs.map((entry, i) => activityRows(world, first.seq + from + i, entry));
    yield* chunksOf(world, rows);
    yield shardChunk(
      shard.receipt,
      logs.flatMap((entry) => accept(world, entry, trail)),
    );
    for (const { activity, contributions } of rows) {
      for (const { userId } of contributions) rollups.count(userId, activity.day, activity.type);
    }
    yield trail.take();
  }
  yield shardChunk(shard.task, plannedTasks(world));
  yield trail.take();
  yield* rollups.rows();
}

function chunksOf({ place, random }: World, rows: readonly ActivityRows[]): Chunk[] {
  const tasks = rows.flatMap((row) => row.tasks.map((task) => settled(task, place, random)));
  return [
    shardChunk(
      shard.activity,
      rows.map(({ activity }) => activity),
    ),
    shardChunk(
      shard.activityBody,
      rows.flatMap(({ body }) => body),
    ),
    shardChunk(
      shard.activityParty,
      rows.flatMap(({ parties }) => parties),
    ),
    shardChunk(
      shard.contribution,
      rows.flatMap(({ contributions }) => contributions),
    ),
    shardChunk(
      shard.activityReader,
      rows.flatMap(({ readers }) => readers),
    ),
    shardChunk(
      shard.activityFts,
      rows.map(({ words }) => words),
    ),
    shardChunk(shard.task, tasks),
  ];
}

/** Receipts and audit events of an activity's logs. */
function accept({ place, random }: World, logs: readonly [Logged, ...Logged[]], trail: Trail) {
  const recordId = logs[0].input.id;
  return logs.map(({ by, at, input }, i) => {
    const verb =
      i === 0
        ? ({ action: 'activity.log', outcome: 'created' } as const)
        : ({ action: 'activity.join', outcome: 'joined' } as const);
    trail.append({
      at,
      actorId: by.id,
      action: verb.action,
      recordKind: 'activity',
      recordId,
      fields: fieldsSet(input),
    });
    return receiptRow(
      { wsId: place.wsId, random, outcome: verb.outcome },
      { kind: 'activity', id: input.id, recordId, userId: by.id, at },
    );
  });
}
