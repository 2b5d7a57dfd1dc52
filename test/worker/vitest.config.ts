import { resolve } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');
const migrations = (database: string) => readD1Migrations(`${root}/worker/db/${database}/migrations`);

// Three shards, so that nothing may lean on there being one.
export default defineConfig({
  root,
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: `${root}/wrangler.toml` },
      miniflare: {
        d1Databases: ['CONTROL', 'SHARD_0', 'SHARD_1', 'SHARD_2'],
        bindings: {
          CONTROL_MIGRATIONS: await migrations('control'),
          SHARD_MIGRATIONS: await migrations('shard'),
          // Budgets at half a million activities: minutes, so CI only.
          SIDELOG_BIG: process.env.SIDELOG_BIG ?? '',
          // Requests for each route.
          SIDELOG_FUZZ: process.env.SIDELOG_FUZZ ?? '',
        },
      },
    })),
  ],
  test: {
    name: 'worker',
    include: ['test/worker/**/*.test.ts'],
    setupFiles: ['test/worker/setup/databases.ts'],
    silent: 'passed-only',
  },
});
