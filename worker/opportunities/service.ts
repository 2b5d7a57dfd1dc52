import { and, asc, eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { Opportunity } from '../../shared/opportunity.ts';
import type { Page, PageQuery } from '../../shared/page.ts';
import { visibleAccount } from '../accounts/service.ts';
import { listable, readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import { newestFirst, toPage } from '../db/keyset.ts';
import { account, opportunity } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { ServiceError } from '../errors.ts';

export const opportunityFields = {
  id: opportunity.id,
  accountId: opportunity.accountId,
  accountName: sql<string>`${account.name}`.as('account_name'),
  name: opportunity.name,
  pipelineId: opportunity.pipelineId,
  stageId: opportunity.stageId,
  stageSince: opportunity.stageSince,
  status: opportunity.status,
  amountMinor: opportunity.amountMinor,
  currency: opportunity.currency,
  expectedCloseOn: opportunity.expectedCloseOn,
  nextStep: opportunity.nextStep,
  nextStepOn: opportunity.nextStepOn,
  ownerId: opportunity.ownerId,
  visibility: opportunity.visibility,
  version: opportunity.version,
  createdAt: opportunity.createdAt,
  closedAt: opportunity.closedAt,
};

/** Opportunities as the contract has them, but for nulls; the caller adds a condition that begins with `ws_id`. */
export function selectOpportunities(ctx: Ctx) {
  return ctx.db
    .select(opportunityFields)
    .from(opportunity)
    .innerJoin(account, and(eq(account.wsId, opportunity.wsId), eq(account.id, opportunity.accountId)));
}

/** One opportunity that this reader may see: for a batch. */
export function visibleOpportunity(ctx: Ctx, id: string) {
  return selectOpportunities(ctx).where(
    and(eq(opportunity.wsId, ctx.workspace.wsId), eq(opportunity.id, id), readable(ctx, opportunity)),
  );
}

export async function getOpportunity(ctx: Ctx, id: string): Promise<Opportunity> {
  const [row] = await visibleOpportunity(ctx, id);
  if (!row) throw new ServiceError('not_found');
  return withoutNulls(row);
}

export async function listOpportunities(
  ctx: Ctx,
  query: z.output<typeof PageQuery>,
): Promise<Page<Opportunity>> {
  const rows = await selectOpportunities(ctx)
    .where(listable(ctx, opportunity, query.cursor))
    .orderBy(...newestFirst(opportunity))
    .limit(query.limit + 1);
  return toPage(rows.map(withoutNulls), query);
}

/** What is open at an account, the nearest next step first. */
export async function listOpenOpportunities(ctx: Ctx, accountId: string): Promise<{ items: Opportunity[] }> {
  const [[known], rows] = await ctx.db.batch([
    visibleAccount(ctx, accountId),
    selectOpportunities(ctx)
      .where(
        and(
          eq(opportunity.wsId, ctx.workspace.wsId),
          eq(opportunity.accountId, accountId),
          eq(opportunity.status, 'open'),
          readable(ctx, opportunity),
        ),
      )
      .orderBy(sql`${opportunity.nextStepOn} IS NULL`, asc(opportunity.nextStepOn), asc(opportunity.id)),
  ]);
  if (!known) throw new ServiceError('not_found');
  return { items: rows.map(withoutNulls) };
}
