import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { app } from '../../worker/index.ts';
import { testEnv } from './setup/databases.ts';

test('health names the newest migration of every database', async () => {
  const answer = await app.request('/healthz', {}, testEnv);
  expect(answer.status).toBe(200);
  const newest = env.SHARD_MIGRATIONS.at(-1)?.name;
  expect(newest).toMatch(/^\d{4}_\w+\.sql$/);
  expect(await answer.json()).toEqual({
    ok: true,
    migrations: {
      CONTROL: env.CONTROL_MIGRATIONS.at(-1)?.name,
      SHARD_0: newest,
      SHARD_1: newest,
      SHARD_2: newest,
    },
  });
});
