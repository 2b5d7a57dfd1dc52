import { and, eq } from 'drizzle-orm';
import type { Receipt } from '../../shared/receipt.ts';
import type { Ctx } from '../context.ts';
import { receipt } from '../db/shard/schema.ts';
import { ServiceError } from '../errors.ts';

export type StoredReceipt = typeof receipt.$inferSelect;
export type NewReceipt = {
  id: string;
  /** Kind of what was created (`account`, `activity`, …) or `undo`. */
  kind: string;
  /** SHA-256 (hex) of the body as received. */
  hash: string | null;
  recordId: string | null;
  outcome: Receipt['outcome'];
  /** What a log's `create` came to. */
  records?: Receipt['records'];
};

/** The receipt of a client id, if it was ever accepted here. */
export function receiptQuery(ctx: Ctx, id: string) {
  return ctx.db
    .select()
    .from(receipt)
    .where(and(eq(receipt.wsId, ctx.workspace.wsId), eq(receipt.id, id)))
    .limit(1);
}

export async function findReceipt(ctx: Ctx, id: string): Promise<StoredReceipt | undefined> {
  return (await receiptQuery(ctx, id))[0];
}

/** Keeps the proof, in the batch of what it proves. A second insert of the same id aborts the batch (`unique`). */
export function receiptStatement(ctx: Ctx, fresh: NewReceipt) {
  return ctx.db.insert(receipt).values({
    ...fresh,
    records: fresh.records ?? null,
    wsId: ctx.workspace.wsId,
    userId: ctx.user.userId,
    at: ctx.now,
  });
}

/**
 * The answer to a replay. Another body under the same id, or somebody else's id, is a conflict; what was undone stays
 * undone.
 */
export function replayOf(ctx: Ctx, stored: StoredReceipt, hash: string): Receipt {
  const isSame = stored.userId === ctx.user.userId && (stored.hash === null || stored.hash === hash);
  if (!isSame) throw new ServiceError('hash_conflict');
  return {
    id: stored.id,
    hash,
    outcome: stored.outcome,
    ...(stored.recordId === null || stored.outcome === 'undone' ? {} : { recordId: stored.recordId }),
    ...(stored.records === null || stored.outcome === 'undone' ? {} : { records: stored.records }),
    at: stored.at,
  };
}
