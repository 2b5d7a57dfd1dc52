import { sql } from 'drizzle-orm';
import { readsAudience } from '../../shared/access.ts';
import { addDays, type Day, startOfDay } from '../../shared/day.ts';
import { ANSWER_DUE_DAYS, ANSWER_FORGOTTEN_DAYS, type WaitingThread } from '../../shared/today.ts';
import { readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import { withoutNulls } from '../db/without-nulls.ts';

type Direction = WaitingThread['last'];

/**
 * Conversations shown of each direction, and looked at for them at most: those put off, or answered by a colleague, are
 * passed over one by one until enough are left.
 */
const SHOWN = 25;
const EXAMINED = 500;

type Named = { id: string | null; name: string | null; ownerId: number | null; audience: string | null };
export type WaitingRow = {
  threadKey: string;
  last: Direction;
  lastAt: number;
  activityId: string;
  subject: string | null;
  person: string | null;
  /** JSON of `Named`. */
  account: string;
  opportunity: string;
};

/**
 * One's own conversations whose last message has waited long enough, the longest first. They show what one has logged
 * oneself, up to one's own level.
 */
export function waitingThreads(ctx: Ctx, today: Day, direction: Direction) {
  const { wsId, timeZone } = ctx.workspace;
  const { userId } = ctx.user;
  const before = startOfDay(addDays(today, 1 - ANSWER_DUE_DAYS[direction]), timeZone);
  const since = startOfDay(addDays(today, -ANSWER_FORGOTTEN_DAYS), timeZone);
  const last = sql.identifier(`last_${direction}_id`);
  const role = direction === 'inbound' ? 'from' : 'to';
  return ctx.db.all<WaitingRow>(sql`
    SELECT t.thread_key AS "threadKey", t.waiting AS "last", t.waiting_since AS "lastAt", a.id AS "activityId",
      CASE WHEN k.level = 'fact' THEN NULL WHEN k.content IS NULL THEN a.subject ELSE k.content ->> 'subject' END AS "subject",
      CASE WHEN k.content IS NULL THEN (
        SELECT coalesce(p.name, p.email) FROM activity_party p
        WHERE p.ws_id = a.ws_id AND p.activity_id = a.id AND p.role = ${role} AND p.user_id IS NULL
        ORDER BY p.position LIMIT 1
      ) ELSE (
        SELECT coalesce(j.value ->> 'name', j.value ->> 'email') FROM json_each(k.content, '$.parties') j
        WHERE j.value ->> 'role' = ${role} AND j.value ->> 'userId' IS NULL LIMIT 1
      ) END AS "person",
      json_object('id', c.id, 'name', c.name, 'ownerId', c.owner_id, 'audience', c.audience) AS "account",
      json_object('id', o.id, 'name', o.name, 'ownerId', o.owner_id, 'audience', o.audience) AS "opportunity"
    FROM (
      SELECT thread_key, waiting, waiting_since, settled_at, settled_until, ${last} AS last_id
      FROM thread INDEXED BY thread_waiting
      WHERE ws_id = ${wsId} AND user_id = ${userId} AND waiting = ${direction}
        AND waiting_since >= ${since} AND waiting_since < ${before}
      ORDER BY waiting_since LIMIT ${EXAMINED}
    ) t
    CROSS JOIN activity a ON a.ws_id = ${wsId} AND a.id = t.last_id
    CROSS JOIN contribution k ON k.ws_id = a.ws_id AND k.activity_id = a.id AND k.user_id = ${userId}
    LEFT JOIN account c ON c.ws_id = k.ws_id AND c.id = k.account_id
    LEFT JOIN opportunity o ON o.ws_id = k.ws_id AND o.id = k.opportunity_id
    WHERE (t.settled_at IS NOT t.waiting_since OR t.settled_until <= ${ctx.now})
      AND NOT ${answeredByColleague(ctx, direction)}
    LIMIT ${SHOWN}`);
}

/**
 * Whether somebody else logged a later message of the other side, where this reader may know of it: what a colleague
 * keeps to oneself must not show by the conversation's falling silent.
 */
function answeredByColleague(ctx: Ctx, direction: Direction) {
  const { wsId } = ctx.workspace;
  const other = direction === 'inbound' ? 'outbound' : 'inbound';
  const column = (which: string, what: string) => sql.identifier(`${which}_${other}_${what}`);
  const later = (which: string) =>
    sql`iif(r.${column(which, 'at')} > t.waiting_since, r.${column(which, 'id')}, NULL)`;
  const audience = sql`CASE w.visibility WHEN 'org' THEN 'o' WHEN 'team' THEN 't' || coalesce(w.team_id, 0) ELSE 'x' END`;
  return sql`EXISTS (
    SELECT 1 FROM thread r
    CROSS JOIN contribution w
      ON w.ws_id = r.ws_id AND w.activity_id IN (${later('last')}, ${later('prior')}) AND w.user_id = r.user_id
    WHERE r.ws_id = ${wsId} AND r.thread_key = t.thread_key AND r.user_id <> ${ctx.user.userId}
      AND ${readable(ctx, { ownerId: sql`w.user_id`, audience: sql`(${audience})` })}
  )`;
}

export function toWaitingThread(ctx: Ctx, row: WaitingRow): WaitingThread {
  const { account, opportunity, ...rest } = row;
  return {
    ...withoutNulls(rest),
    ...withoutNulls({ account: named(ctx, account), opportunity: named(ctx, opportunity) }),
  };
}

/** Its name, where the reader may see the record. */
function named(ctx: Ctx, json: string): { id: string; name: string } | null {
  const { id, name, ownerId, audience } = JSON.parse(json) as Named;
  if (id === null || ownerId === null || audience === null) return null;
  return readsAudience(ctx.user, { ownerId, audience }) ? { id, name: name ?? '' } : null;
}
