import type { BatchItem } from 'drizzle-orm/batch';
import type { Receipt } from '../../shared/receipt.ts';
import type { Ctx } from '../context.ts';
import { fence } from '../db/guard.ts';
import { abortCode, ServiceError } from '../errors.ts';
import { findReceipt, type NewReceipt, receiptStatement, replayOf } from './receipts.ts';

export type Delivered = { receipt: Receipt; isReplay: boolean };
type Statement = BatchItem<'sqlite'>;

/** Runs a fenced batch and turns what aborted it into the refusal it stands for. */
export async function runFenced(ctx: Ctx, statements: readonly Statement[]): Promise<unknown[]> {
  try {
    return await ctx.db.batch([fence(ctx), ...statements]);
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  const code = abortCode(error);
  if (code === 'unique') return new ServiceError('already_exists', { cause: error });
  if (code === 'foreign_key' || code === 'record_gone')
    return new ServiceError('reference_unknown', { cause: error });
  if (code === 'workspace_moved' || code === 'stale_version' || code === 'not_found')
    return new ServiceError(code, { cause: error });
  return error;
}

/**
 * One create: fence, receipt and facts in one batch. Where another request with the same id got there first, its
 * receipt is the answer, so that a client may send the same create as often as it likes.
 */
export async function writeOnce(
  ctx: Ctx,
  fresh: NewReceipt & { hash: string },
  statements: readonly Statement[],
): Promise<Delivered> {
  try {
    await runFenced(ctx, [receiptStatement(ctx, fresh), ...statements]);
  } catch (error) {
    if (!(error instanceof ServiceError && error.code === 'already_exists')) throw error;
    const stored = await findReceipt(ctx, fresh.id);
    if (!stored) throw error;
    return { receipt: replayOf(ctx, stored, fresh.hash), isReplay: true };
  }
  const { id, hash, outcome, recordId } = fresh;
  return {
    receipt: { id, hash, outcome, ...(recordId === null ? {} : { recordId }), at: ctx.now },
    isReplay: false,
  };
}
