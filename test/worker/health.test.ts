import { expect, test } from 'vitest';
import { app } from '../../worker/index.ts';
import { testEnv } from './setup/databases.ts';

test('health names the newest migration of every database', async () => {
  const answer = await app.request('/healthz', {}, testEnv);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    ok: true,
    migrations: {
      CONTROL: '0001_control.sql',
      SHARD_0: '0001_shard.sql',
      SHARD_1: '0001_shard.sql',
      SHARD_2: '0001_shard.sql',
    },
  });
});
