import type { BatchItem } from 'drizzle-orm/batch';
import type { Receipt } from '../../shared/receipt.ts';
import type { Ctx } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { receiptStatement, replayOf } from '../receipts/receipts.ts';
import { type Delivered, runFenced } from '../receipts/write-once.ts';
import { createStatements } from './create-activity.ts';
import { joinStatements, repeatStatements } from './join-activity.ts';
import type { LogInput } from './log-input.ts';
import { type LogReads, readAgain, readForLog, readsOf } from './log-reads.ts';
import { newRecordStatements, recordsOf, settle } from './new-records.ts';
import { nextStepStatements } from './next-step.ts';
import { resolveReferences } from './references.ts';
import { StatementLimit } from './statement-limit.ts';
import { untilWon } from './until-won.ts';

const DAY = 86_400_000;
const OLDEST = 3653 * DAY;
const ATTEMPTS = 3;

/** What one attempt would write, and how it would be answered. */
type Plan = {
  outcome: Receipt['outcome'];
  recordId: string;
  records: Receipt['records'];
  statements: BatchItem<'sqlite'>[];
  isRepeat: boolean;
};

/**
 * Logs an activity: one round trip of reads, then one batch. Where another person has logged the same message it becomes
 * a contribution to that activity. A race lost to another request is read again, which turns a create into a join.
 */
export async function logActivity(ctx: Ctx, input: LogInput, hash: string): Promise<Delivered> {
  refuseOddTime(ctx, input.occurredAt);
  const limit = new StatementLimit();
  let seen: LogReads | undefined;
  return untilWon(ATTEMPTS, async () => {
    const { first, again } = readsOf(input);
    limit.spendRead(seen ? again : first);
    const reads = seen ? await readAgain(ctx, input, seen) : await readForLog(ctx, input);
    if (reads.receipt) return { receipt: replayOf(ctx, reads.receipt, hash), isReplay: true };
    seen = reads;
    const { outcome, recordId, records, statements, isRepeat } = planOf(ctx, input, reads);
    const fresh = { id: input.id, kind: 'activity', hash, recordId, outcome, records };
    const batch = [receiptStatement(ctx, fresh), ...statements];
    limit.spendWrite(batch.length);
    await runFenced(ctx, batch);
    const receipt = { id: input.id, hash, outcome, recordId, ...(records && { records }), at: ctx.now };
    return { receipt, isReplay: isRepeat };
  });
}

function refuseOddTime(ctx: Ctx, occurredAt: number) {
  const refuse = (reason: string) => new ServiceError('invalid', { fields: { occurredAt: reason } });
  if (occurredAt > ctx.now + DAY) throw refuse('in_the_future');
  if (occurredAt < ctx.now - OLDEST) throw refuse('too_long_ago');
}

function planOf(ctx: Ctx, asked: LogInput, reads: LogReads): Plan {
  const settled = settle(ctx, asked, reads);
  const { input } = settled;
  const references = resolveReferences(ctx, settled, reads);
  const { logged } = reads;
  const recordId = logged?.row.id ?? input.id;
  const records = recordsOf(asked, references);
  const fresh = newRecordStatements(ctx, asked, { settled, reads });
  const nextStep = nextStepStatements(ctx, { input, references, activityId: recordId });
  if (!logged) {
    const statements = [...fresh, ...createStatements(ctx, input, references), ...nextStep];
    return { outcome: 'created', recordId, records, statements, isRepeat: false };
  }
  // Logged again by the same person: no second credit, and nothing that the first log said is changed. Only what is
  // agreed next is new.
  const isRepeat = logged.contributions.some(({ userId }) => userId === ctx.user.userId);
  const joined = isRepeat
    ? repeatStatements(ctx, logged)
    : [...fresh, ...joinStatements(ctx, { input, references, logged })];
  return { outcome: 'joined', recordId, records, statements: [...joined, ...nextStep], isRepeat };
}
