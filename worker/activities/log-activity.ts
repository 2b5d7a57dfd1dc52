import type { BatchItem } from 'drizzle-orm/batch';
import type { Receipt } from '../../shared/receipt.ts';
import type { Ctx } from '../context.ts';
import { abortCode, ServiceError } from '../errors.ts';
import { receiptStatement, replayOf } from '../receipts/receipts.ts';
import { type Delivered, runFenced } from '../receipts/write-once.ts';
import { createStatements } from './create-activity.ts';
import { joinStatements, repeatStatements } from './join-activity.ts';
import type { LogInput } from './log-input.ts';
import { type LogReads, READS, readAgain, readForLog } from './log-reads.ts';
import { nextStepStatements } from './next-step.ts';
import { resolveReferences } from './references.ts';
import { StatementLimit } from './statement-limit.ts';

const DAY = 86_400_000;
const OLDEST = 3653 * DAY;
const ATTEMPTS = 3;

/** What one attempt would write, and how it would be answered. */
type Plan = {
  outcome: Receipt['outcome'];
  recordId: string;
  statements: BatchItem<'sqlite'>[];
  isRepeat: boolean;
};

/**
 * Logs an activity: one round trip of reads, then one batch. Where another person has logged the same message it becomes
 * a contribution to that activity. A race lost to another request is read again, which turns a create into a join.
 */
export async function logActivity(ctx: Ctx, input: LogInput, hash: string): Promise<Delivered> {
  refuseOddTime(ctx, input.occurredAt);
  let lost: unknown;
  const limit = new StatementLimit();
  limit.spendRead(READS.first);
  let reads = await readForLog(ctx, input);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (reads.receipt) return { receipt: replayOf(ctx, reads.receipt, hash), isReplay: true };
    const plan = planOf(ctx, input, reads);
    const { outcome, recordId } = plan;
    const fresh = { id: input.id, kind: 'activity', hash, recordId, outcome };
    const statements = [receiptStatement(ctx, fresh), ...plan.statements];
    limit.spendWrite(statements.length);
    try {
      await runFenced(ctx, statements);
      return { receipt: { id: input.id, hash, outcome, recordId, at: ctx.now }, isReplay: plan.isRepeat };
    } catch (error) {
      if (!isLostRace(error)) throw error;
      lost = error;
      limit.spendRead(READS.again);
      reads = await readAgain(ctx, input, reads);
    }
  }
  throw lost instanceof ServiceError ? lost : new ServiceError('unavailable', { cause: lost });
}

function refuseOddTime(ctx: Ctx, occurredAt: number) {
  const refuse = (reason: string) => new ServiceError('invalid', { fields: { occurredAt: reason } });
  if (occurredAt > ctx.now + DAY) throw refuse('in_the_future');
  if (occurredAt < ctx.now - OLDEST) throw refuse('too_long_ago');
}

/** Something read has changed before the batch, or the same id or message was stored first: worth another look. */
export const isLostRace = (error: unknown): boolean =>
  abortCode(error) === 'changed_meanwhile' ||
  (error instanceof ServiceError && error.code === 'already_exists');

function planOf(ctx: Ctx, input: LogInput, reads: LogReads): Plan {
  const references = resolveReferences(ctx, input, reads);
  const { logged } = reads;
  const recordId = logged?.row.id ?? input.id;
  const nextStep = nextStepStatements(ctx, { input, references, activityId: recordId });
  if (!logged) {
    const created = createStatements(ctx, input, references);
    return { outcome: 'created', recordId, statements: [...created, ...nextStep], isRepeat: false };
  }
  // Logged again by the same person: no second credit, and nothing that the first log said is changed. Only what is
  // agreed next is new.
  const isRepeat = logged.contributions.some(({ userId }) => userId === ctx.user.userId);
  const joined = isRepeat
    ? repeatStatements(ctx, logged)
    : joinStatements(ctx, { input, references, logged });
  return { outcome: 'joined', recordId, statements: [...joined, ...nextStep], isRepeat };
}
