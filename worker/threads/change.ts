import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { ThreadChange } from '../../shared/today.ts';
import { auditStatement } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import { refuseUnless } from '../db/guard.ts';
import { thread } from '../db/shard/schema.ts';
import { runFenced } from '../receipts/write-once.ts';

type Change = { threadKey: string; change: z.output<typeof ThreadChange> };

const LAST = sql`iif(
  coalesce(last_inbound_at, 0) > coalesce(last_outbound_at, 0), last_inbound_id, last_outbound_id
)`;

/** Says of one's own conversation that it waits for nothing, or not yet, or after all. Whoever is late is told so. */
export async function changeThread(ctx: Ctx, { threadKey, change }: Change): Promise<void> {
  const { wsId } = ctx.workspace;
  const { userId } = ctx.user;
  const own = sql`ws_id = ${wsId} AND thread_key = ${threadKey} AND user_id = ${userId}`;
  await runFenced(ctx, [
    refuseUnless(ctx, 'not_found', sql`EXISTS (SELECT 1 FROM thread WHERE ${own})`),
    refuseUnless(
      ctx,
      'stale_version',
      sql`EXISTS (SELECT 1 FROM thread WHERE ${own} AND ${LAST} = ${change.activityId})`,
    ),
    ctx.db
      .update(thread)
      .set({
        settledAt: change.to === 'waiting' ? null : sql`waiting_since`,
        settledUntil: change.to === 'snoozed' ? change.until : null,
      })
      .where(own),
    auditStatement(ctx, { action: `thread.${change.to}`, recordKind: 'thread', recordId: threadKey }),
  ]);
}
