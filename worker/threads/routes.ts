import { Hono } from 'hono';
import * as z from 'zod';
import { ThreadChange } from '../../shared/today.ts';
import { mayWrite } from '../auth/signed-in.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { validate } from '../validate.ts';
import { changeThread } from './change.ts';

const ThreadKey = z.string().regex(/^[0-9a-f]{64}$/, { error: 'thread_key' });

export const threadRoutes = new Hono<AppEnv>().patch(
  '/:key',
  describe({
    summary: 'Put a conversation of one’s own aside, for good or until later, or take that back',
    tags: ['today'],
    answers: { 204: null },
    refusals: ['forbidden', 'not_found', 'stale_version'],
  }),
  mayWrite,
  validate('param', z.object({ key: ThreadKey })),
  validate('json', ThreadChange),
  async (c) => {
    await changeThread(c.var.ctx, { threadKey: c.req.valid('param').key, change: c.req.valid('json') });
    return c.body(null, 204);
  },
);
