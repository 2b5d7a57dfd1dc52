import { asc, eq } from 'drizzle-orm';
import type { Pipeline } from '../../shared/pipeline.ts';
import type { Ctx } from '../context.ts';
import { pipeline, stage } from '../db/shard/schema.ts';

/** The two selects that `toPipelines` joins, for a batch. */
export function pipelineQueries(ctx: Ctx) {
  const { wsId } = ctx.workspace;
  return [
    ctx.db.select().from(pipeline).where(eq(pipeline.wsId, wsId)).orderBy(asc(pipeline.position)),
    ctx.db.select().from(stage).where(eq(stage.wsId, wsId)).orderBy(asc(stage.position)),
  ] as const;
}

type PipelineRow = typeof pipeline.$inferSelect;
type StageRow = typeof stage.$inferSelect;

export function toPipelines(pipelines: readonly PipelineRow[], stages: readonly StageRow[]): Pipeline[] {
  return pipelines.map(({ id, code, name, position }) => ({
    id,
    code: code ?? undefined,
    name,
    position,
    stages: stages.filter((row) => row.pipelineId === id).map(toStage),
  }));
}

function toStage(row: StageRow): Pipeline['stages'][number] {
  return {
    id: row.id,
    code: row.code ?? undefined,
    name: row.name,
    type: row.type,
    position: row.position,
    conversionBp: row.conversionBp ?? undefined,
    usualDays: row.usualDays ?? undefined,
    visitsPerWeek: row.visitsPerWeek ?? undefined,
  };
}

export async function listPipelines(ctx: Ctx): Promise<{ items: Pipeline[] }> {
  const [pipelines, stages] = await ctx.db.batch(pipelineQueries(ctx));
  return { items: toPipelines(pipelines, stages) };
}
