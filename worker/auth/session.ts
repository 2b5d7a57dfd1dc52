import { and, eq, isNull, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { Ctx } from '../context.ts';
import { membership, session, user, workspace } from '../db/control/schema.ts';
import { openDatabase } from '../db/open-database.ts';
import { shardOf } from '../db/shard-of.ts';
import type { Databases } from '../env.ts';
import { ServiceError } from '../errors.ts';
import { isSameText, mintToken, secretHash, type Token } from './token.ts';

const HOUR = 3_600_000;
const IDLE_LIMIT = 30 * 24 * HOUR;
const AGE_LIMIT = 90 * 24 * HOUR;

export type SessionRow = Awaited<ReturnType<typeof findSession>>;
type Moment = { now: number; requestId: string };
/** `waitUntil` takes work that the answer does not wait for; a session that was just made has none. */
type Opening = Moment & { waitUntil?: (work: Promise<unknown>) => void };

/** Session, person, rights and workspace in one query: rights never ride in the token. */
async function findSession(control: DrizzleD1Database, sessionId: string) {
  const rows = await control
    .select({
      id: session.id,
      secretHash: session.secretHash,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      userId: session.userId,
      userName: sql<string>`${user.name}`.as('user_name'),
      email: user.email,
      role: membership.role,
      scope: membership.scope,
      teamId: membership.teamId,
      manages: membership.manages,
      rev: membership.rev,
      wsId: session.wsId,
      uuid: workspace.uuid,
      workspaceName: sql<string>`${workspace.name}`.as('workspace_name'),
      shard: workspace.shard,
      epoch: workspace.epoch,
      timeZone: workspace.timeZone,
      currency: workspace.currency,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .innerJoin(membership, and(eq(membership.wsId, session.wsId), eq(membership.userId, session.userId)))
    .innerJoin(workspace, eq(workspace.wsId, session.wsId))
    .where(and(eq(session.id, sessionId), isNull(session.revokedAt)))
    .limit(1);
  return rows[0];
}

/** The context of a signed-in request, or 401: for a token unknown, wrong, revoked or too old alike. */
export async function openSession(
  databases: Databases,
  token: Token | undefined,
  { waitUntil, ...moment }: Opening,
): Promise<Ctx> {
  if (!token) throw new ServiceError('unauthenticated');
  const control = openDatabase(databases.control);
  const [row, hash] = await Promise.all([findSession(control, token.sessionId), secretHash(token.secret)]);
  if (!row || !isSameText(row.secretHash, hash)) throw new ServiceError('unauthenticated');
  const isExpired = moment.now - row.lastSeenAt > IDLE_LIMIT || moment.now - row.createdAt > AGE_LIMIT;
  if (isExpired) throw new ServiceError('unauthenticated');
  if (moment.now - row.lastSeenAt > HOUR) waitUntil?.(writeLastSeen(control, row.id, moment.now));
  return contextOf(databases, row, moment);
}

async function writeLastSeen(control: DrizzleD1Database, id: string, now: number): Promise<void> {
  await control.update(session).set({ lastSeenAt: now }).where(eq(session.id, id));
}

function contextOf(databases: Databases, row: NonNullable<SessionRow>, moment: Moment): Ctx {
  return {
    ...moment,
    db: openDatabase(shardOf(databases.shards, row)),
    control: openDatabase(databases.control),
    user: {
      userId: row.userId,
      scope: row.scope,
      teamId: row.teamId ?? undefined,
      manages: row.manages,
      role: row.role,
      name: row.userName,
      email: row.email ?? undefined,
      sessionId: row.id,
      rev: row.rev,
    },
    workspace: {
      wsId: row.wsId,
      uuid: row.uuid,
      name: row.workspaceName,
      timeZone: row.timeZone,
      currency: row.currency,
      epoch: row.epoch,
    },
  };
}

export async function createSession(
  control: DrizzleD1Database,
  person: { userId: number; wsId: number; device: string },
  now: number,
): Promise<Token> {
  const token = mintToken();
  await control.insert(session).values({
    ...person,
    id: token.sessionId,
    secretHash: await secretHash(token.secret),
    createdAt: now,
    lastSeenAt: now,
  });
  return token;
}

export async function endSession(ctx: Ctx): Promise<void> {
  await ctx.control.update(session).set({ revokedAt: ctx.now }).where(eq(session.id, ctx.user.sessionId));
}
