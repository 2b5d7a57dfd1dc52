import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { stageTotal, stageTotalAll } from '../db/shard/schema.ts';

export type Counted = {
  pipelineId: string;
  stageId: string;
  ownerId: number;
  currency: string;
  amountMinor: number;
};

/** Adds an opportunity to the rollups of its stage (`by` 1) or takes it away (-1), in the batch of the cause. */
export function stageTotalStatements(ctx: Ctx, counted: Counted, by: 1 | -1) {
  const { wsId } = ctx.workspace;
  const { ownerId, ...place } = counted;
  const row = { ...place, wsId, n: by, amountMinor: by * counted.amountMinor };
  const set = { n: sql`n + excluded.n`, amountMinor: sql`amount_minor + excluded.amount_minor` };
  const all = stageTotalAll;
  const own = stageTotal;
  return [
    ctx.db
      .insert(own)
      .values({ ...row, ownerId })
      .onConflictDoUpdate({
        target: [own.wsId, own.pipelineId, own.stageId, own.ownerId, own.currency],
        set,
      }),
    ctx.db
      .insert(all)
      .values(row)
      .onConflictDoUpdate({ target: [all.wsId, all.pipelineId, all.stageId, all.currency], set }),
  ] as const;
}
