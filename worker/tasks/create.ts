import { and, eq } from 'drizzle-orm';
import type * as z from 'zod';
import { audienceOf, type Visibility } from '../../shared/access.ts';
import type { NewTask } from '../../shared/task.ts';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import { readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import { account, opportunity, task } from '../db/shard/schema.ts';
import { ServiceError } from '../errors.ts';
import { receiptQuery, replayOf } from '../receipts/receipts.ts';
import { type Delivered, writeOnce } from '../receipts/write-once.ts';

type Input = z.output<typeof NewTask>;

/** A task of one's own, typed by itself. */
export async function createTask(ctx: Ctx, input: Input, hash: string): Promise<Delivered> {
  const [[stored], accounts, opportunities] = await ctx.db.batch([
    receiptQuery(ctx, input.id),
    accountQuery(ctx, input.accountId),
    opportunityQuery(ctx, input.opportunityId),
  ]);
  if (stored) return { receipt: replayOf(ctx, stored, hash), isReplay: true };
  const about = { account: accounts[0], opportunity: opportunities[0] };
  refuseUnknown(input, about);
  const { userId, teamId } = ctx.user;
  const visibility = about.opportunity?.visibility ?? about.account?.visibility ?? 'private';
  return writeOnce(ctx, { id: input.id, kind: 'task', recordId: input.id, hash, outcome: 'created' }, [
    ctx.db.insert(task).values({
      ...input,
      wsId: ctx.workspace.wsId,
      accountId: input.accountId ?? about.opportunity?.accountId ?? null,
      assigneeId: userId,
      status: 'todo',
      // As many may read it as may read what it is about; what is about nothing is one's own.
      audience: audienceOf({ ownerId: userId, teamId, visibility }),
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

function accountQuery(ctx: Ctx, id = '') {
  return ctx.db
    .select({ id: account.id, visibility: account.visibility })
    .from(account)
    .where(and(eq(account.wsId, ctx.workspace.wsId), eq(account.id, id), readable(ctx, account)));
}

function opportunityQuery(ctx: Ctx, id = '') {
  return ctx.db
    .select({
      id: opportunity.id,
      accountId: opportunity.accountId,
      visibility: opportunity.visibility,
      status: opportunity.status,
    })
    .from(opportunity)
    .where(and(eq(opportunity.wsId, ctx.workspace.wsId), eq(opportunity.id, id), readable(ctx, opportunity)));
}

type About = {
  account: { id: string; visibility: Visibility } | undefined;
  opportunity: { id: string; accountId: string; status: string } | undefined;
};

function refuseUnknown({ accountId, opportunityId }: Input, about: About) {
  const refuse = (field: string, reason: string) =>
    new ServiceError('reference_unknown', { fields: { [field]: reason } });
  if (accountId && !about.account) throw refuse('accountId', 'unknown');
  if (!opportunityId) return;
  if (!about.opportunity) throw refuse('opportunityId', 'unknown');
  if (accountId && about.opportunity.accountId !== accountId) throw refuse('opportunityId', 'other_account');
  if (about.opportunity.status !== 'open') throw new ServiceError('opportunity_closed');
}
