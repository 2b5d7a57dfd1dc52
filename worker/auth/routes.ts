import { Hono } from 'hono';
import { Me } from '../../shared/session.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { getMe } from './me.ts';
import { endSession } from './session.ts';

export const sessionRoutes = new Hono<AppEnv>()
  .delete(
    '/session',
    describe({
      summary: 'Sign out: this token is never accepted again',
      tags: ['session'],
      answers: { 204: null },
    }),
    async (c) => {
      await endSession(c.var.ctx);
      return c.body(null, 204);
    },
  )
  .get(
    '/me',
    describe({
      summary: 'Who is signed in, with colleagues, teams and pipelines',
      tags: ['session'],
      answers: { 200: Me },
    }),
    async (c) => c.json(await getMe(c.var.ctx), 200),
  );
