import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Receipt, Undo } from '../../shared/receipt.ts';
import { auditStatement } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import { refuseUnless } from '../db/guard.ts';
import { activity, receipt } from '../db/shard/schema.ts';
import { ServiceError } from '../errors.ts';
import { receiptQuery, receiptStatement, replayOf, type StoredReceipt } from '../receipts/receipts.ts';
import { runFenced } from '../receipts/write-once.ts';
import { type Logged, loggedQueries, toLogged } from './logged.ts';
import { takeBackStatements, taskOfLog } from './next-step.ts';
import { StatementLimit } from './statement-limit.ts';
import { takeBackRecords } from './take-back-records.ts';
import { untilWon } from './until-won.ts';
import { withdrawStatements } from './withdraw.ts';

const ATTEMPTS = 3;
/** Statements of `readForUndo`. */
const READS = 5;

/**
 * Takes back what the caller's receipt `target` stands for: one's own contribution, and the activity with the last one.
 *
 * A target that is not known is remembered as undone, so that a create which arrives late is answered so. Somebody
 * else's target is answered in the very same way and nothing happens to it: who asks cannot tell that it exists.
 */
export async function undo(ctx: Ctx, input: Undo, hash: string): Promise<Receipt> {
  const limit = new StatementLimit();
  return untilWon(ATTEMPTS, async () => {
    limit.spendRead(READS);
    const reads = await readForUndo(ctx, input);
    if (reads.receipt) return replayOf(ctx, reads.receipt, hash);
    const fresh = { id: input.id, kind: 'undo', hash, recordId: null, outcome: 'undone' } as const;
    const statements = [receiptStatement(ctx, fresh), ...undoStatements(ctx, input.target, reads)];
    limit.spendWrite(statements.length);
    await runFenced(ctx, statements);
    return { id: input.id, hash, outcome: 'undone', at: ctx.now };
  });
}

type UndoReads = Awaited<ReturnType<typeof readForUndo>>;

async function readForUndo(ctx: Ctx, { id, target }: Undo) {
  const { wsId } = ctx.workspace;
  const { userId } = ctx.user;
  const recordOfTarget = sql`(
    SELECT record_id FROM receipt WHERE ws_id = ${wsId} AND id = ${target} AND user_id = ${userId}
  )`;
  const [receipts, targets, activities, contributions, tasks] = await ctx.db.batch([
    receiptQuery(ctx, id),
    receiptQuery(ctx, target),
    ...loggedQueries(ctx, sql`${activity.id} = ${recordOfTarget}`),
    taskOfLog(ctx, target),
  ]);
  const stored = targets[0];
  return {
    receipt: receipts[0],
    /** Undefined for an unknown one and for somebody else's alike. */
    target: stored?.userId === ctx.user.userId ? stored : undefined,
    logged: toLogged(activities[0], contributions),
    tasks,
  };
}

function undoStatements(ctx: Ctx, targetId: string, reads: UndoReads): BatchItem<'sqlite'>[] {
  const { target, logged, tasks } = reads;
  if (!target) return tombstoneStatements(ctx, targetId);
  if (target.kind !== 'activity') {
    throw new ServiceError('reference_unknown', { fields: { target: 'not_undoable' } });
  }
  if (target.outcome === 'undone') return [];
  const withdrawn = logged ? withdrawalOf(ctx, target, logged) : [];
  return [
    // A withdrawal refuses by itself: it needs the activity as it was read.
    ...(withdrawn.length > 0 ? [] : [refuseUnlessLive(ctx, target)]),
    ...tasks.flatMap((agreed) => takeBackStatements(ctx, agreed)),
    ...withdrawn,
    ...takeBackRecords(ctx, target),
    markUndone(ctx, target),
    auditStatement(ctx, {
      action: 'activity.undo',
      recordKind: 'activity',
      recordId: target.recordId ?? target.id,
    }),
  ];
}

/** A create that is on its way finds its id taken. The row of somebody else is left as it is. */
function tombstoneStatements(ctx: Ctx, id: string): BatchItem<'sqlite'>[] {
  const { wsId } = ctx.workspace;
  const { userId } = ctx.user;
  return [
    refuseUnless(
      ctx,
      'changed_meanwhile',
      sql`NOT EXISTS (SELECT 1 FROM receipt WHERE ws_id = ${wsId} AND id = ${id} AND user_id = ${userId})`,
    ),
    ctx.db
      .insert(receipt)
      .values({
        wsId,
        id,
        userId,
        kind: 'activity',
        hash: null,
        recordId: null,
        outcome: 'undone',
        at: ctx.now,
      })
      .onConflictDoNothing(),
  ];
}

/** Two undos of one create may meet: only the first takes anything back. */
function refuseUnlessLive(ctx: Ctx, target: StoredReceipt) {
  const { wsId } = ctx.workspace;
  return refuseUnless(
    ctx,
    'changed_meanwhile',
    sql`EXISTS (SELECT 1 FROM receipt WHERE ws_id = ${wsId} AND id = ${target.id} AND outcome <> 'undone')`,
  );
}

function markUndone(ctx: Ctx, target: StoredReceipt) {
  return ctx.db
    .update(receipt)
    .set({ outcome: 'undone' })
    .where(and(eq(receipt.wsId, ctx.workspace.wsId), eq(receipt.id, target.id)));
}

/** A message logged twice by one person has one contribution; only the log that made it withdraws it. */
function withdrawalOf(ctx: Ctx, target: StoredReceipt, logged: Logged): BatchItem<'sqlite'>[] {
  const own = logged.contributions.find(({ receiptId }) => receiptId === target.id);
  return own ? withdrawStatements(ctx, logged, own) : [];
}
