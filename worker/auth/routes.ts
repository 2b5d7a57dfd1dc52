import { Hono } from 'hono';
import { LocalSignIn, Me, SignedIn } from '../../shared/session.ts';
import { describe } from '../describe.ts';
import type { AppEnv } from '../env.ts';
import { validate } from '../validate.ts';
import { localOnly } from './local-only.ts';
import { signInLocally } from './local-sign-in.ts';
import { getMe } from './me.ts';
import { endSession } from './session.ts';

export const localRoutes = new Hono<AppEnv>().post(
  '/session',
  describe({
    summary: 'Sign in by the one-time code that `npm start` prints; on this machine only',
    tags: ['session'],
    answers: { 201: SignedIn },
    refusals: ['code_wrong', 'forbidden', 'not_found'],
    isPublic: true,
  }),
  localOnly,
  validate('json', LocalSignIn),
  async (c) => {
    const { databases, requestId } = c.var;
    const place = { databases, requestId, secret: c.env.LOCAL_SECRET ?? '', now: Date.now() };
    return c.json(await signInLocally(place, c.req.valid('json')), 201);
  },
);

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
