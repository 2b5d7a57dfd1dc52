import { Hono } from 'hono';
import * as z from 'zod';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { migrationLevels } from './service.ts';

const Health = z.object({
  ok: z.boolean(),
  /** Database → name of the newest migration applied to it. */
  migrations: z.record(z.string(), z.string()),
});

export const healthRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'Whether the databases answer, and their migration level',
    tags: ['meta'],
    answers: { 200: Health },
    refusals: ['internal', 'unavailable'],
    isPublic: true,
  }),
  async (c) => c.json({ ok: true, migrations: await migrationLevels(c.var.databases) }, 200),
);
