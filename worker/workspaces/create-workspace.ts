import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { controlJob, membership, user, workspace } from '../db/control/schema.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Databases } from '../env.ts';
import { ServiceError } from '../errors.ts';

export type NewWorkspace = {
  name: string;
  timeZone: string;
  currency: string;
  admin: { name: string; email?: string };
};

/**
 * The Control half of a new workspace: person, workspace, membership and the job that furnishes its shard, all or none.
 * Workspaces go to the newest shard, because the older ones are fuller.
 */
export async function createWorkspace(databases: Databases, fresh: NewWorkspace, now: number) {
  const control = openDatabase(databases.control);
  const uuid = uuidv7();
  const wsId = sql`(SELECT ws_id FROM workspace WHERE uuid = ${uuid})`;
  const [, , memberships] = await control.batch([
    control.insert(user).values({ ...fresh.admin, createdAt: now }),
    control.insert(workspace).values({
      uuid,
      name: fresh.name,
      shard: newestShard(databases),
      timeZone: fresh.timeZone,
      currency: fresh.currency,
      createdAt: now,
    }),
    control
      .insert(membership)
      // The person just inserted: a batch runs alone.
      .values({ wsId, userId: sql`(SELECT max(id) FROM user)`, role: 'admin', scope: 'all' })
      .returning({ wsId: membership.wsId, userId: membership.userId }),
    control
      .insert(controlJob)
      .values({ id: uuidv7(), kind: 'create_workspace', wsId, payload: {}, createdAt: now }),
  ]);
  const created = memberships[0];
  if (!created) throw new ServiceError('internal');
  return created;
}

function newestShard({ shards }: Databases): string {
  const numbers = [...shards.keys()].map((binding) => Number(binding.slice('SHARD_'.length)));
  return `SHARD_${Math.max(...numbers)}`;
}
