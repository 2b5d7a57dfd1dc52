import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll } from 'vitest';
import type { Env } from '../../../worker/env.ts';

declare global {
  namespace Cloudflare {
    interface Env extends TestEnv {}
  }
}
type TestEnv = {
  CONTROL: D1Database;
  SHARD_0: D1Database;
  SHARD_1: D1Database;
  SHARD_2: D1Database;
  CONTROL_MIGRATIONS: D1Migration[];
  SHARD_MIGRATIONS: D1Migration[];
  SIDELOG_BIG: string;
  SIDELOG_FUZZ: string;
};

export const SHARDS = ['SHARD_0', 'SHARD_1', 'SHARD_2'] as const;
export const testEnv: Env = {
  CONTROL: env.CONTROL,
  SHARD_0: env.SHARD_0,
  SHARD_1: env.SHARD_1,
  SHARD_2: env.SHARD_2,
};

beforeAll(async () => {
  await applyD1Migrations(env.CONTROL, env.CONTROL_MIGRATIONS);
  for (const shard of SHARDS) await applyD1Migrations(env[shard], env.SHARD_MIGRATIONS);
});
