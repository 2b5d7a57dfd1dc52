import { and, asc, eq, ne, type SQL } from 'drizzle-orm';
import type { PipelineSummary } from '../../shared/pipeline.ts';
import type { Ctx } from '../context.ts';
import { pipeline, stage, stageTotal, stageTotalAll } from '../db/shard/schema.ts';
import { ServiceError } from '../errors.ts';

/** From the rollups, in one round trip: what it costs depends on stages and currencies, not on opportunities. */
export async function summarizePipeline(ctx: Ctx, pipelineId: string): Promise<PipelineSummary> {
  const of = ctx.user.scope === 'all' ? 'all' : 'own';
  const mine = eq(stageTotal.ownerId, ctx.user.userId);
  const [known, totals] = await ctx.db.batch([
    ctx.db
      .select({ id: pipeline.id })
      .from(pipeline)
      .where(and(eq(pipeline.wsId, ctx.workspace.wsId), eq(pipeline.id, pipelineId))),
    of === 'all' ? totalsIn(ctx, pipelineId, [stageTotalAll]) : totalsIn(ctx, pipelineId, [stageTotal, mine]),
  ]);
  if (known.length === 0) throw new ServiceError('not_found');
  return { of, totals };
}

type Rollup = [table: typeof stageTotal | typeof stageTotalAll, condition?: SQL];

/** Stage by stage, because the key of the rollup names the stage before the owner. */
function totalsIn(ctx: Ctx, pipelineId: string, [rollup, condition]: Rollup) {
  const { wsId } = ctx.workspace;
  return ctx.db
    .select({
      stageId: rollup.stageId,
      currency: rollup.currency,
      opportunities: rollup.n,
      amountMinor: rollup.amountMinor,
    })
    .from(stage)
    .crossJoin(rollup)
    .where(
      and(
        eq(stage.wsId, wsId),
        eq(stage.pipelineId, pipelineId),
        eq(rollup.wsId, wsId),
        eq(rollup.pipelineId, pipelineId),
        eq(rollup.stageId, stage.id),
        ne(rollup.n, 0),
        condition,
      ),
    )
    .orderBy(asc(stage.position), asc(rollup.currency));
}
