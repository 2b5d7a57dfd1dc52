import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { ActivityType, Direction } from '../../shared/activity.ts';
import type { Ctx } from '../context.ts';

/** What a logged message has to be to belong to a conversation. */
type Logged = {
  id: string;
  type: ActivityType;
  direction?: Direction | null | undefined;
  threadKey?: string | null | undefined;
  occurredAt: number;
};

/** A conversation has two sides. */
const SIDES = 2;

/** The message takes its place in its person's conversation, whenever it is logged: each side keeps its latest two. */
export function noteMessage(ctx: Ctx, message: Logged, parties: readonly unknown[]): BatchItem<'sqlite'>[] {
  const { threadKey, occurredAt: at, id } = message;
  const side = sideOf(message);
  if (!side || !threadKey || parties.length < SIDES) return [];
  const { lastAt, lastId, priorAt, priorId, more } = side;
  const isNewest = sql`(${lastAt} IS NULL OR excluded.${lastAt} > ${lastAt})`;
  // Where further ones have been forgotten nobody can tell whether an older one comes next after the last.
  const isSecond = sql`(${priorAt} IS NULL AND NOT ${more} OR excluded.${lastAt} > ${priorAt})`;
  const secondOf = (last: SQL, prior: SQL) =>
    sql`CASE WHEN ${isNewest} THEN ${last} WHEN ${isSecond} THEN excluded.${last} ELSE ${prior} END`;
  return [
    ctx.db.run(sql`
      INSERT INTO thread (ws_id, thread_key, user_id, ${lastAt}, ${lastId})
      VALUES (${ctx.workspace.wsId}, ${threadKey}, ${ctx.user.userId}, ${at}, ${id})
      ON CONFLICT DO UPDATE SET
        ${lastAt} = iif(${isNewest}, excluded.${lastAt}, ${lastAt}),
        ${lastId} = iif(${isNewest}, excluded.${lastId}, ${lastId}),
        ${priorAt} = ${secondOf(lastAt, priorAt)},
        ${priorId} = ${secondOf(lastId, priorId)},
        ${more} = ${more} OR ${priorAt} IS NOT NULL`),
  ];
}

/**
 * The former state, as far as it is known. Where it is not the conversation goes: better no reminder than a wrong one.
 */
export function forgetMessage(ctx: Ctx, message: Logged, userId: number): BatchItem<'sqlite'>[] {
  const { id, threadKey } = message;
  const side = sideOf(message);
  if (!side || !threadKey) return [];
  const { lastAt, lastId, priorAt, priorId } = side;
  const own = sql`ws_id = ${ctx.workspace.wsId} AND thread_key = ${threadKey} AND user_id = ${userId}`;
  return [
    ctx.db.run(sql`
      UPDATE thread SET
        ${lastAt} = iif(${lastId} = ${id}, ${priorAt}, ${lastAt}),
        ${lastId} = iif(${lastId} = ${id}, ${priorId}, ${lastId}),
        ${priorAt} = NULL,
        ${priorId} = NULL
      WHERE ${own} AND ${id} IN (${lastId}, ${priorId})`),
    ctx.db.run(sql`
      DELETE FROM thread WHERE ${own} AND (
        last_inbound_at IS NULL AND (more_inbound OR last_outbound_at IS NULL)
        OR last_outbound_at IS NULL AND more_outbound
      )`),
  ];
}

/** The columns of the side that wrote it; none for what is no mail between two sides. */
function sideOf({ type, direction }: Logged) {
  if (type !== 'email' || !direction || direction === 'internal') return undefined;
  const column = (name: string) => sql`${sql.identifier(name)}`;
  return {
    lastAt: column(`last_${direction}_at`),
    lastId: column(`last_${direction}_id`),
    priorAt: column(`prior_${direction}_at`),
    priorId: column(`prior_${direction}_id`),
    more: column(`more_${direction}`),
  };
}
