import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Meta } from '../shared/session.ts';
import { workspace } from './db/control/schema.ts';
import { describe } from './describe.ts';
import type { AppEnv } from './env.ts';
import { ServiceError } from './errors.ts';

export const SERVER_VERSION = '0.1.0';
const MIN_CLIENT = '0.1.0';

export const metaRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'What this server is and what it offers before sign-in',
    tags: ['meta'],
    answers: { 200: Meta },
    isPublic: true,
  }),
  async (c) => {
    const isLocal = c.env.LOCAL === '1';
    const meta: Meta = {
      name: 'sidelog',
      version: SERVER_VERSION,
      minClient: MIN_CLIENT,
      local: isLocal,
      sample: isLocal && (await hasSample(c.var.databases.control)),
    };
    return c.json(meta, 200);
  },
);

async function hasSample(control: D1Database): Promise<boolean> {
  const rows = await drizzle(control)
    .select({ wsId: workspace.wsId })
    .from(workspace)
    .where(eq(workspace.sample, true))
    .limit(1);
  return rows.length > 0;
}

/** Refuses an extension too old to be understood; a client that does not say what it is may try. */
export const knownClient = createMiddleware<AppEnv>(async (c, next) => {
  const version = c.req.header('x-sidelog-client');
  if (version !== undefined && isOlder(version, MIN_CLIENT)) throw new ServiceError('client_too_old');
  await next();
});

function isOlder(version: string, minimum: string): boolean {
  const [own, least] = [version, minimum].map((text) => text.split('.').map(Number));
  for (const [i, part] of (least ?? []).entries()) {
    const mine = own?.[i] ?? 0;
    if (mine !== part) return !(mine > part);
  }
  return false;
}
