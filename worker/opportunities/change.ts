import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { NEEDS_NEXT_STEP, type Opportunity, type OpportunityChange } from '../../shared/opportunity.ts';
import { auditStatement } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import { refuseUnless } from '../db/guard.ts';
import { opportunity, stage, stageHistory } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { ServiceError } from '../errors.ts';
import { runFenced } from '../receipts/write-once.ts';
import { visibleOpportunity } from './service.ts';
import { stageTotalStatements } from './stage-total.ts';

type Change = { id: string; expected: number; change: OpportunityChange };

/**
 * Moves an open opportunity to another open stage, or changes its next step. Of several edits that are based on the same
 * version one is made; the others are told that the version is stale.
 */
export async function changeOpportunity(
  ctx: Ctx,
  { id, expected, change: sent }: Change,
): Promise<Opportunity> {
  const change = sent.nextStep === null ? { ...sent, nextStepOn: null } : sent;
  const [[row], stages, [closing]] = await ctx.db.batch([
    visibleOpportunity(ctx, id),
    stagesOf(ctx, id),
    closingOf(ctx, id),
  ]);
  if (!row) throw new ServiceError('not_found');
  const before: Opportunity = withoutNulls(row);
  if (before.version !== expected) throw new ServiceError('stale_version');
  refuseClosed(before, closing?.by);
  refuseClosing(stages, change);
  refuseLoneDay(before, change);
  const { stageId = before.stageId } = change;
  const isMoved = stageId !== before.stageId;
  const changed = { ...change, ...(isMoved && { stageSince: ctx.now }) };
  await runFenced(ctx, [
    ...updateStatements(ctx, { id, expected, changed }),
    ...(isMoved ? moveStatements(ctx, before, stageId) : []),
    auditStatement(ctx, {
      action: 'opportunity.update',
      recordKind: 'opportunity',
      recordId: id,
      fields: Object.keys(change),
    }),
  ]);
  return withoutNulls({ ...row, ...changed, version: expected + 1 });
}

function stagesOf(ctx: Ctx, id: string) {
  const { wsId } = ctx.workspace;
  return ctx.db
    .select({ id: stage.id, type: stage.type })
    .from(stage)
    .where(
      and(
        eq(stage.wsId, wsId),
        sql`${stage.pipelineId} = (SELECT o.pipeline_id FROM opportunity o WHERE o.ws_id = ${wsId} AND o.id = ${id})`,
      ),
    );
}

function closingOf(ctx: Ctx, id: string) {
  return ctx.db
    .select({ by: opportunity.closedBy })
    .from(opportunity)
    .where(and(eq(opportunity.wsId, ctx.workspace.wsId), eq(opportunity.id, id)));
}

function refuseClosed({ status, name, closedAt }: Opportunity, by: number | null | undefined) {
  if (status === 'open') return;
  throw new ServiceError('opportunity_closed', {
    detail: { opportunity: name, ...(by && { by }), ...(closedAt && { at: closedAt }) },
  });
}

/** Winning and losing need a review, so an edit leads to open stages only. */
function refuseClosing(stages: readonly { id: string; type: string }[], { stageId }: OpportunityChange) {
  if (stageId === undefined) return;
  const target = stages.find(({ id }) => id === stageId);
  if (!target) throw new ServiceError('reference_unknown', { fields: { stageId: 'unknown' } });
  if (target.type !== 'open') {
    throw new ServiceError('invalid', { fields: { stageId: 'closing_needs_review' } });
  }
}

function refuseLoneDay({ nextStep }: Opportunity, change: OpportunityChange) {
  if (!change.nextStepOn || change.nextStep || nextStep) return;
  throw new ServiceError('invalid', { fields: { nextStepOn: NEEDS_NEXT_STEP } });
}

type Update = { id: string; expected: number; changed: OpportunityChange & { stageSince?: number } };

function updateStatements(ctx: Ctx, { id, expected, changed }: Update) {
  const { wsId } = ctx.workspace;
  return [
    refuseUnless(
      ctx,
      'stale_version',
      sql`EXISTS (SELECT 1 FROM opportunity WHERE ws_id = ${wsId} AND id = ${id} AND version = ${expected})`,
    ),
    ctx.db
      .update(opportunity)
      .set({ ...changed, version: expected + 1, updatedAt: ctx.now })
      .where(and(eq(opportunity.wsId, wsId), eq(opportunity.id, id))),
  ] as const;
}

function moveStatements(ctx: Ctx, before: Opportunity, stageId: string) {
  return [
    ctx.db.insert(stageHistory).values({
      wsId: ctx.workspace.wsId,
      opportunityId: before.id,
      at: ctx.now,
      id: uuidv7(),
      fromStageId: before.stageId,
      toStageId: stageId,
      fromStatus: before.status,
      toStatus: before.status,
      byUser: ctx.user.userId,
    }),
    ...stageTotalStatements(ctx, before, -1),
    ...stageTotalStatements(ctx, { ...before, stageId }, 1),
  ];
}
