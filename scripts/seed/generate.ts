import { fieldsSet } from '../../worker/audit/audit-statement.ts';
import * as shard from '../../worker/db/shard/schema.ts';
import { type ActivityRows, activityRows } from './activity-rows.ts';
import { receiptRow, type Trail, trailOf } from './audit-trail.ts';
import { buildLogs, type Logs } from './build-logs.ts';
import { buildWorld } from './build-world.ts';
import { threadsOf } from './conversations.ts';
import { type Created, createdRecords, nameRows } from './named-records.ts';
import { plannedTasks, settled } from './planned-tasks.ts';
import { type Random, randomOf } from './random.ts';
import { rollupsOf } from './rollups.ts';
import { type Chunk, shardChunk } from './tables.ts';
import { todaysTasks } from './todays-tasks.ts';
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
      seed: plan.seed + i,
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
  const { place, members, teams } = world;
  const { first } = scale;
  const records = createdRecords(world);
  // A stream of its own, so that proofs do not change what happens.
  const proofs = { wsId: place.wsId, random: randomOf(place.wsId) };
  const trail = trailOf(proofs.wsId, proofs.random);
  yield* controlRows(world, scale.isSample);
  yield* furnishingRows(world);
  yield* recordRows(world);
  yield* nameRows(records, place.wsId, first.nameSeq);
  yield receiptsOf(world, records, { ...proofs, trail });
  yield* generateActivities(world, scale, { ...proofs, trail });
  return {
    wsId: first.wsId + 1,
    userId: first.userId + members.length,
    teamId: first.teamId + teams.length,
    seq: first.seq + scale.activities,
    nameSeq: first.nameSeq + records.length,
  };
}

type Proofs = { wsId: number; random: Random; trail: Trail };

function receiptsOf({ place, members }: World, records: readonly Created[], proofs: Proofs): Chunk {
  const { trail } = proofs;
  const founder = { at: place.createdAt, actorId: members[0]?.id ?? 0 };
  trail.append({
    ...founder,
    ...{ action: 'workspace.create', recordKind: 'workspace', recordId: place.uuid, fields: [] },
  });
  const receipts = records.map(({ kind, recordId, row }) => {
    const { ownerId: userId, createdAt: at } = row;
    const fields = fieldsSet(row).filter((name) => name !== 'wsId');
    trail.append({ at, actorId: userId, action: `${kind}.create`, recordKind: kind, recordId, fields });
    return receiptRow({ ...proofs, outcome: 'created' }, { kind, id: recordId, recordId, userId, at });
  });
  return shardChunk(shard.receipt, receipts);
}

function* generateActivities(world: World, { first, activities }: Scale, proofs: Proofs): Generator<Chunk> {
  const rollups = rollupsOf(world.place.wsId);
  const threads = threadsOf(world.place.wsId);
  let { seq } = first;
  for (const logs of inChunks(buildLogs(world, activities))) {
    const rows = logs.map((entry, i) => activityRows(world, seq + i, entry));
    seq += logs.length;
    yield* chunksOf(world, rows, proofs.random);
    const receipts = logs.flatMap((entry) => accept(entry, proofs));
    yield shardChunk(shard.receipt, receipts);
    for (const { activity, contributions } of rows) {
      for (const { userId } of contributions) rollups.count(userId, activity.day, activity.type);
    }
    logs.forEach((entry, i) => {
      const { id: activityId = '', occurredAt = 0 } = rows[i]?.activity ?? {};
      for (const log of entry) threads.note(log, { activityId, occurredAt });
    });
    yield proofs.trail.take();
  }
  yield threads.rows(world.place.now);
  yield shardChunk(shard.task, [...plannedTasks(world), ...todaysTasks(world)]);
  yield proofs.trail.take();
  yield* rollups.rows();
}

function* inChunks<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function chunksOf({ place }: World, rows: readonly ActivityRows[], random: Random): Chunk[] {
  const all = <K extends keyof ActivityRows>(key: K): ActivityRows[K][] => rows.map((row) => row[key]);
  const tasks = all('tasks').flat();
  return [
    shardChunk(shard.activity, all('activity')),
    shardChunk(shard.activityBody, all('body').flat()),
    shardChunk(shard.activityParty, all('parties').flat()),
    shardChunk(shard.contribution, all('contributions').flat()),
    shardChunk(shard.activityReader, all('readers').flat()),
    shardChunk(shard.activityFts, all('words')),
    shardChunk(
      shard.task,
      tasks.map((task) => settled(task, place, random)),
    ),
  ];
}

/** Receipts and audit events of an activity's logs. */
function accept(logs: Logs, { wsId, random, trail }: Proofs) {
  const recordId = logs[0].input.id;
  return logs.map(({ by, at, input }, i) => {
    const outcome = i === 0 ? 'created' : 'joined';
    trail.append({
      ...{ at, actorId: by.id, action: i === 0 ? 'activity.log' : 'activity.join' },
      ...{ recordKind: 'activity', recordId, fields: fieldsSet(input) },
    });
    const accepted = { kind: 'activity', id: input.id, recordId, userId: by.id, at };
    return receiptRow({ wsId, random, outcome }, accepted);
  });
}
