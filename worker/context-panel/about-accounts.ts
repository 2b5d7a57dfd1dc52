import { sql } from 'drizzle-orm';
import { readsAudience } from '../../shared/access.ts';
import type { Context } from '../../shared/context.ts';
import { ALWAYS, mergedEntries, rangesOf, statementsOf } from '../activities/feed-entries.ts';
import { type FeedRow, selectFeedRows } from '../activities/feed-rows.ts';
import { toFeedItem } from '../activities/view.ts';
import type { Ctx } from '../context.ts';
import { columns } from '../db/columns.ts';
import { opportunity, task } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { opportunityFields } from '../opportunities/service.ts';

// Newest first out of the index; what may not be seen is left out afterwards, so that the cost stays bounded.
const OPEN = { first: 8, other: 3 };
const TASKS_PER_ACCOUNT = 5;
const SHOWN = { opportunities: 10, recent: 5, tasks: 5 };

type About = Pick<Context, 'opportunities' | 'recent' | 'tasks'>;

/**
 * What is going on with the best matches, in one round trip: opportunities of up to three accounts, the rest of two, or of
 * the certain one alone.
 */
export async function readAbout(
  ctx: Ctx,
  { accounts, isCertain }: Pick<Context, 'accounts' | 'isCertain'>,
): Promise<About> {
  const [first, second, third] = accounts.map(({ account }) => account.id);
  if (!first) return { opportunities: [], recent: [], tasks: [] };
  const recentOf = [first, isCertain ? undefined : second].flatMap((id) =>
    id ? rangesOf(ctx, `a${id}`) : [],
  );
  const [open1, open2, open3, tasks1, tasks2, ...recent] = await ctx.db.batch([
    openOpportunities(ctx, OPEN.first, first),
    openOpportunities(ctx, OPEN.other, second),
    openOpportunities(ctx, OPEN.other, third),
    openTasks(ctx, first),
    openTasks(ctx, second),
    ...statementsOf(recentOf).map((ranges) =>
      selectFeedRows(ctx, mergedEntries(ctx, ranges, { span: ALWAYS, limit: SHOWN.recent })),
    ),
  ]);
  const nameOf = new Map(accounts.map(({ account }) => [account.id, account.name]));
  return {
    opportunities: [...open1, ...open2, ...open3]
      .filter((row) => readsAudience(ctx.user, row))
      .sort(byNextStep)
      .slice(0, SHOWN.opportunities)
      .map(({ audience: _, ...row }) =>
        withoutNulls({ ...row, accountName: nameOf.get(row.accountId) ?? '' }),
      ),
    recent: newestOf(recent.flat()).map((row) => toFeedItem(ctx.user, row)),
    tasks: [...tasks1, ...tasks2]
      .filter(({ audience, assigneeId }) => readsAudience(ctx.user, { audience, ownerId: assigneeId }))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
      .slice(0, SHOWN.tasks)
      .map(({ audience: _, ...row }) => withoutNulls(row)),
  };
}

const { accountName: _, ...opportunityColumns } = { ...opportunityFields, audience: opportunity.audience };
type OpportunityRow = Pick<typeof opportunity.$inferSelect, keyof typeof opportunityColumns>;

/** No account, no rows: the key is never empty. */
function openOpportunities(ctx: Ctx, limit: number, accountId = '') {
  // Without statistics the planner would walk the whole primary key for the order's sake.
  return ctx.db.all<OpportunityRow>(sql`
    SELECT ${columns(opportunityColumns)} FROM opportunity INDEXED BY opportunity_by_account
    WHERE ws_id = ${ctx.workspace.wsId} AND account_id = ${accountId} AND status = 'open'
    ORDER BY id DESC LIMIT ${limit}`);
}

const taskColumns = {
  id: task.id,
  kind: task.kind,
  title: task.title,
  dueOn: task.dueOn,
  dueAt: task.dueAt,
  assigneeId: task.assigneeId,
  status: task.status,
  accountId: task.accountId,
  opportunityId: task.opportunityId,
  version: task.version,
  audience: task.audience,
};
type TaskRow = Pick<typeof task.$inferSelect, keyof typeof taskColumns>;

/** Those of an opportunity stand in it, as its next step. */
function openTasks(ctx: Ctx, accountId = '') {
  return ctx.db.all<TaskRow>(sql`
    SELECT ${columns(taskColumns)} FROM task INDEXED BY task_open_by_account
    WHERE ws_id = ${ctx.workspace.wsId} AND account_id = ${accountId} AND opportunity_id IS NULL
      AND status IN ('todo', 'in_progress')
    ORDER BY due_on LIMIT ${TASKS_PER_ACCOUNT}`);
}

type Stepped = { nextStepOn: string | null; id: string };

/** The nearest next step first; those without one last, newest first. */
function byNextStep(a: Stepped, b: Stepped): number {
  const [dayA, dayB] = [a.nextStepOn ?? '9999', b.nextStepOn ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.id < b.id ? 1 : -1;
}

function newestOf(rows: readonly FeedRow[]): FeedRow[] {
  const distinct = new Map(rows.map((row) => [row.id, row]));
  return [...distinct.values()]
    .sort((a, b) => b.occurredAt - a.occurredAt || (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN.recent);
}
