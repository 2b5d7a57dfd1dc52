import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { type Observer, observeD1 } from './db/observe.ts';
import { SHARD_BINDING } from './db/shard-of.ts';
import type { AppEnv, Databases, Env } from './env.ts';

/**
 * Gives each request an id and counted databases, and writes one line about it: the route's pattern and the cost. Never
 * a path, a query, a body or a token, because those name people.
 */
export const requestLog = createMiddleware<AppEnv>(async (c, next) => {
  const startedAt = Date.now();
  const cost = { statements: 0, rowsRead: 0, rowsWritten: 0 };
  const trips = new Set<number>();
  c.set('requestId', crypto.randomUUID());
  c.set(
    'databases',
    observeAll(c.env, {
      sent: ({ trip }) => {
        trips.add(trip);
        cost.statements += 1;
      },
      answered: ({ rowsRead, rowsWritten }) => {
        cost.rowsRead += rowsRead;
        cost.rowsWritten += rowsWritten;
      },
    }),
  );
  await next();
  c.header('x-request-id', c.var.requestId);
  console.log(
    JSON.stringify({
      event: 'request',
      requestId: c.var.requestId,
      method: c.req.method,
      // The pattern of what answered: middleware is registered for every method.
      route: matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path,
      status: c.res.status,
      ms: Date.now() - startedAt,
      trips: trips.size,
      ...cost,
    }),
  );
});

export function observeAll(env: Env, observer: Observer): Databases {
  const shards = new Map<string, D1Database>();
  for (const [binding, database] of Object.entries(env)) {
    if (SHARD_BINDING.test(binding)) {
      shards.set(binding, observeD1(database as D1Database, binding, observer));
    }
  }
  return { control: observeD1(env.CONTROL, 'CONTROL', observer), shards };
}
