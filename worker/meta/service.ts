import { eq } from 'drizzle-orm';
import type { Meta } from '../../shared/session.ts';
import { workspace } from '../db/control/schema.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Databases, Env } from '../env.ts';

export const SERVER_VERSION = '0.1.0';
export const MIN_CLIENT = '0.1.0';

export async function getMeta(databases: Databases, env: Env): Promise<Meta> {
  const isLocal = env.LOCAL === '1';
  return {
    name: 'sidelog',
    version: SERVER_VERSION,
    minClient: MIN_CLIENT,
    local: isLocal,
    sample: isLocal && (await hasSample(databases.control)),
  };
}

async function hasSample(control: D1Database): Promise<boolean> {
  const rows = await openDatabase(control)
    .select({ wsId: workspace.wsId })
    .from(workspace)
    .where(eq(workspace.sample, true))
    .limit(1);
  return rows.length > 0;
}
