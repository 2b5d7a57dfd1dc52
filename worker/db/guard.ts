import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { refuse } from './shard/schema.ts';

/** Aborts the batch it stands in with `code` unless `condition` holds. */
export function refuseUnless(ctx: Pick<Ctx, 'db'>, code: string, condition: SQL) {
  return ctx.db.insert(refuse).select(sql`SELECT ${code} WHERE NOT (${condition})`);
}

/** First statement of every write batch: the workspace still lives here, at the epoch this session read. */
export function fence(ctx: Pick<Ctx, 'db' | 'workspace'>) {
  const { wsId, epoch } = ctx.workspace;
  return refuseUnless(
    ctx,
    'workspace_moved',
    sql`EXISTS (SELECT 1 FROM workspace_home WHERE ws_id = ${wsId} AND epoch = ${epoch} AND state = 'live')`,
  );
}
