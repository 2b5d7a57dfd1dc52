import type * as z from 'zod';
import type { NewTask } from '../../shared/task.ts';
import { visibleAccount } from '../accounts/service.ts';
import { opportunityQuery, readable } from '../activities/log-reads.ts';
import { refuseClosed } from '../activities/references.ts';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import { task } from '../db/shard/schema.ts';
import { ServiceError } from '../errors.ts';
import { receiptQuery, replayOf } from '../receipts/receipts.ts';
import { type Delivered, writeOnce } from '../receipts/write-once.ts';

type Input = z.output<typeof NewTask>;

/** A task of one's own, typed by itself. */
export async function createTask(ctx: Ctx, input: Input, hash: string): Promise<Delivered> {
  const [[stored], accounts, opportunities] = await ctx.db.batch([
    receiptQuery(ctx, input.id),
    visibleAccount(ctx, input.accountId ?? ''),
    opportunityQuery(ctx, input.opportunityId),
  ]);
  if (stored) return { receipt: replayOf(ctx, stored, hash), isReplay: true };
  const about = { account: accounts[0], opportunity: readable(ctx, opportunities)[0] };
  refuseUnknown(input, about);
  refuseClosed(about);
  const { userId } = ctx.user;
  return writeOnce(ctx, { id: input.id, kind: 'task', recordId: input.id, hash, outcome: 'created' }, [
    ctx.db.insert(task).values({
      ...input,
      wsId: ctx.workspace.wsId,
      accountId: input.accountId ?? about.opportunity?.accountId ?? null,
      assigneeId: userId,
      status: 'todo',
      // As many may read it as may read what it is about; what is about nothing is one's own.
      audience: about.opportunity?.audience ?? about.account?.audience ?? 'x',
      createdBy: userId,
      createdAt: ctx.now,
    }),
    auditStatement(ctx, {
      action: 'task.create',
      recordKind: 'task',
      recordId: input.id,
      fields: fieldsSet(input),
    }),
  ]);
}

type About = { account: { id: string } | undefined; opportunity: { accountId: string } | undefined };

function refuseUnknown({ accountId, opportunityId }: Input, about: About) {
  const refuse = (field: string, reason: string) =>
    new ServiceError('reference_unknown', { fields: { [field]: reason } });
  if (accountId && !about.account) throw refuse('accountId', 'unknown');
  if (!opportunityId) return;
  if (!about.opportunity) throw refuse('opportunityId', 'unknown');
  if (accountId && about.opportunity.accountId !== accountId) throw refuse('opportunityId', 'other_account');
}
