import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../env.ts';
import { ServiceError } from '../errors.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1']);
const EXTENSION = /^(chrome|moz)-extension:\/\//;

/**
 * Local sign-in exists under `npm start` alone, on this machine, for the extension or the server's own pages: a name
 * that resolves here (DNS rebinding) and any other web page are refused.
 */
export const localOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.env.LOCAL !== '1' || !c.env.LOCAL_SECRET) throw new ServiceError('not_found');
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const isHere = LOOPBACK.has(host.replace(/:\d+$/, ''));
  const origin = c.req.header('origin');
  const isOwnOrigin = origin === undefined || EXTENSION.test(origin) || origin === `http://${host}`;
  if (!isHere || !isOwnOrigin) throw new ServiceError('forbidden');
  await next();
});
