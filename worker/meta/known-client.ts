import { createMiddleware } from 'hono/factory';
import { isOlder } from '../../shared/version.ts';
import type { AppEnv } from '../env.ts';
import { ServiceError } from '../errors.ts';
import { MIN_CLIENT } from './service.ts';

/** Refuses an extension too old to be understood; a client that does not say what it is may try. */
export const knownClient = createMiddleware<AppEnv>(async (c, next) => {
  const version = c.req.header('x-sidelog-client');
  if (version !== undefined && isOlder(version, MIN_CLIENT)) throw new ServiceError('client_too_old');
  await next();
});
