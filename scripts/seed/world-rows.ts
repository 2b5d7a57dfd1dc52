import * as control from '../../worker/db/control/schema.ts';
import * as shard from '../../worker/db/shard/schema.ts';
import { idAt } from './random.ts';
import { type Chunk, chunkOf, shardChunk } from './tables.ts';
import type { World } from './world.ts';

/** What Control knows of a workspace. */
export function controlRows({ place, members, teams }: World, isSample: boolean): Chunk[] {
  const { wsId, uuid, name, timeZone, currency, createdAt } = place;
  const users = members.map(({ id, name, email }) => ({ id, name, email, createdAt }));
  const workspace = { wsId, uuid, name, timeZone, currency, createdAt, shard: 'SHARD_0', sample: isSample };
  const memberships = members.map(({ id, role, scope, teamId, manages }) => ({
    ...{ wsId, userId: id, role, scope, teamId, manages },
  }));
  return [
    chunkOf('control', control.user, users),
    chunkOf('control', control.workspace, [workspace]),
    chunkOf('control', control.controlTeam, inWorkspace(wsId, teams)),
    chunkOf('control', control.membership, memberships),
  ];
}

const inWorkspace = <T>(wsId: number, rows: readonly T[]) => rows.map((row) => ({ ...row, wsId }));

/** The shard's half of a workspace before anybody works in it. */
export function furnishingRows({ place, members, teams, funnels }: World): Chunk[] {
  const { wsId } = place;
  const people = members.map(({ id, name, email, teamId }) => ({ userId: id, name, email, teamId, rev: 1 }));
  return [
    shardChunk(shard.workspaceHome, [{ wsId, epoch: 1, state: 'live' }]),
    shardChunk(shard.member, inWorkspace(wsId, people)),
    shardChunk(shard.team, inWorkspace(wsId, teams)),
    shardChunk(shard.pipeline, funnels),
    shardChunk(
      shard.stage,
      funnels.flatMap(({ stages }) => stages),
    ),
  ];
}

/** Accounts, contacts, leads, opportunities with all that belongs to them. */
export function recordRows(world: World): Chunk[] {
  const { place, customers, prospects } = world;
  const { wsId } = place;
  const contacts = customers.flatMap((customer) => customer.contacts);
  const accounts = customers.map(({ account }) => account);
  const domains = customers.map(({ account, domain }) => ({ wsId, domain, accountId: account.id }));
  const emails = contacts.map(({ row, email }) => ({ wsId, email, contactId: row.id }));
  const rowsOf = <T>(list: readonly { row: T }[]) => list.map(({ row }) => row);
  return [
    shardChunk(shard.account, accounts),
    shardChunk(shard.accountDomain, domains),
    shardChunk(shard.contact, rowsOf(contacts)),
    shardChunk(shard.contactEmail, emails),
    shardChunk(shard.lead, rowsOf(prospects)),
    shardChunk(shard.opportunity, rowsOf(customers.flatMap(({ opportunities }) => opportunities))),
    shardChunk(shard.stageHistory, stageHistory(world)),
    ...stageTotals(world),
  ];
}

function stageHistory({ place, random, customers }: World): (typeof shard.stageHistory.$inferInsert)[] {
  return customers.flatMap(({ opportunities, owner }) =>
    opportunities.flatMap(({ row, moves }) =>
      moves.map(({ at, from, to, fromStatus, toStatus }) => ({
        ...{ wsId: place.wsId, opportunityId: row.id, at, id: idAt(random, at) },
        ...{ fromStageId: from, toStageId: to, fromStatus, toStatus, byUser: owner.id },
      })),
    ),
  );
}

/** A funnel holds what can still move: open and suspended opportunities. */
function stageTotals({ customers }: World): Chunk[] {
  const own = new Map<string, typeof shard.stageTotal.$inferInsert>();
  const all = new Map<string, typeof shard.stageTotalAll.$inferInsert>();
  for (const { row } of customers.flatMap(({ opportunities }) => opportunities)) {
    if (row.status !== 'open' && row.status !== 'suspended') continue;
    const { wsId, pipelineId, stageId, ownerId, currency, amountMinor } = row;
    const place = { wsId, pipelineId, stageId, currency };
    const mine = `${stageId} ${currency} ${ownerId}`;
    const everyones = `${stageId} ${currency}`;
    own.set(mine, added({ ...place, ownerId, ...(own.get(mine) ?? NONE) }, amountMinor));
    all.set(everyones, added({ ...place, ...(all.get(everyones) ?? NONE) }, amountMinor));
  }
  return [
    shardChunk(shard.stageTotal, [...own.values()]),
    shardChunk(shard.stageTotalAll, [...all.values()]),
  ];
}

const NONE = { n: 0, amountMinor: 0 };

const added = <T extends typeof NONE>(total: T, amountMinor: number): T => ({
  ...total,
  n: total.n + 1,
  amountMinor: total.amountMinor + amountMinor,
});
