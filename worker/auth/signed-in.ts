import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../env.ts';
import { ServiceError } from '../errors.ts';
import { openSession } from './session.ts';
import { parseBearer } from './token.ts';

/** Everything mounted behind it has a signed-in person. Cookies are never looked at. */
export const signedIn = createMiddleware<AppEnv>(async (c, next) => {
  const token = parseBearer(c.req.header('authorization'));
  const ctx = await openSession(c.var.databases, token, {
    now: Date.now(),
    requestId: c.var.requestId,
    waitUntil: (work) => c.executionCtx.waitUntil(work),
  });
  c.set('ctx', ctx);
  await next();
});

/** Refuses a person who may only read. */
export const mayWrite = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.ctx.user.role === 'read_only') throw new ServiceError('forbidden');
  await next();
});
