import { DatabaseSync } from 'node:sqlite';
import { databasePath, query } from '../start/databases.ts';
import { generate, type SeedPlan } from './generate.ts';
import { openWriter } from './sqlite-writer.ts';
import type { FirstFree } from './world.ts';

export const SAMPLE: Omit<SeedPlan, 'first' | 'now'> = {
  seed: 20_261_101,
  workspaces: 1,
  accounts: 40,
  activities: 600,
  neighbourActivities: 2000,
};

/** Fills the local databases in `dataDir`, unless somebody already lives there. */
export function seedIfEmpty(dataDir: string): boolean {
  const isEmpty = query(databasePath(dataDir, 'CONTROL'), 'SELECT 1 FROM workspace LIMIT 1').length === 0;
  if (isEmpty) seedLocal(dataDir, { ...SAMPLE, now: Date.now() });
  return isEmpty;
}

export const hasSample = (dataDir: string): boolean =>
  query(databasePath(dataDir, 'CONTROL'), 'SELECT 1 FROM workspace WHERE sample = 1 LIMIT 1').length > 0;

/** Adds sample data to the local databases in `dataDir`, whose server is not running. */
export function seedLocal(dataDir: string, plan: Omit<SeedPlan, 'first'>): void {
  const control = databasePath(dataDir, 'CONTROL');
  const shard = databasePath(dataDir, 'SHARD_0');
  const first = firstFree(control, shard);
  const writer = openWriter({ control, shard });
  for (const chunk of generate({ ...plan, first })) writer.write(chunk);
  writer.finish();
}

function firstFree(control: string, shard: string): FirstFree {
  const next = (path: string, column: string, table: string): number => {
    const db = new DatabaseSync(path, { readOnly: true });
    const row = db.prepare(`SELECT coalesce(max(${column}), 0) + 1 AS next FROM ${table}`).get();
    db.close();
    return Number(row?.next ?? 1);
  };
  return {
    wsId: next(control, 'ws_id', 'workspace'),
    userId: next(control, 'id', 'user'),
    teamId: next(control, 'id', 'team'),
    seq: next(shard, 'seq', 'activity'),
    nameSeq: next(shard, 'seq', 'name_entry'),
  };
}
