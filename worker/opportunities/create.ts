import { and, asc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod';
import type { NewOpportunity } from '../../shared/opportunity.ts';
import { visibleAccount } from '../accounts/service.ts';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import { ownedBy, readersOf } from '../auth/owned.ts';
import type { Ctx } from '../context.ts';
import { opportunity, stage, stageHistory } from '../db/shard/schema.ts';
import { ServiceError } from '../errors.ts';
import { receiptQuery, replayOf } from '../receipts/receipts.ts';
import { type Delivered, writeOnce } from '../receipts/write-once.ts';
import { nameStatements } from '../search/name-index.ts';
import { stageTotalStatements } from './stage-total.ts';

type Input = z.output<typeof NewOpportunity>;
type StageRow = { id: string; type: string };

export async function createOpportunity(ctx: Ctx, input: Input, hash: string): Promise<Delivered> {
  const [[stored], [known], stages] = await ctx.db.batch([
    receiptQuery(ctx, input.id),
    visibleAccount(ctx, input.accountId),
    ctx.db
      .select({ id: stage.id, type: stage.type })
      .from(stage)
      .where(and(eq(stage.wsId, ctx.workspace.wsId), eq(stage.pipelineId, input.pipelineId)))
      .orderBy(asc(stage.position)),
  ]);
  if (stored) return { receipt: replayOf(ctx, stored, hash), isReplay: true };
  if (!known) throw new ServiceError('reference_unknown', { fields: { accountId: 'unknown' } });
  const stageId = startStage(stages, input);
  return writeOnce(
    ctx,
    { id: input.id, kind: 'opportunity', recordId: input.id, hash, outcome: 'created' },
    createStatements(ctx, { ...input, stageId }),
  );
}

function startStage(stages: readonly StageRow[], { stageId }: Input): string {
  if (stages.length === 0) throw new ServiceError('reference_unknown', { fields: { pipelineId: 'unknown' } });
  const start = stages.find(({ id, type }) => (stageId === undefined ? type === 'open' : id === stageId));
  if (!start) throw new ServiceError('reference_unknown', { fields: { stageId: 'unknown' } });
  if (start.type !== 'open')
    throw new ServiceError('invalid', { fields: { stageId: 'closing_needs_review' } });
  return start.id;
}

function createStatements(ctx: Ctx, input: Input & { stageId: string }) {
  const { wsId, currency } = ctx.workspace;
  const { visibility, ...columns } = input;
  const owned = ownedBy(ctx, visibility);
  const row = { ...columns, ...owned, currency: input.currency ?? currency };
  return [
    ctx.db.insert(opportunity).values({ ...row, wsId, stageSince: ctx.now, status: 'open' }),
    ctx.db.insert(stageHistory).values({
      wsId,
      opportunityId: input.id,
      at: ctx.now,
      id: uuidv7(),
      toStageId: input.stageId,
      toStatus: 'open',
      byUser: ctx.user.userId,
    }),
    ...stageTotalStatements(ctx, row, 1),
    ...nameStatements(ctx, {
      kind: 'opportunity',
      recordId: input.id,
      names: [input.name],
      readers: readersOf(owned),
    }),
    auditStatement(ctx, {
      action: 'opportunity.create',
      recordKind: 'opportunity',
      recordId: input.id,
      fields: fieldsSet(input),
    }),
  ];
}
