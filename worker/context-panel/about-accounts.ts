import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { readsAudience } from '../../shared/access.ts';
import type { Context } from '../../shared/context.ts';
import { ALWAYS, groupsOf, newestEntries, rangesOf } from '../activities/feed-entries.ts';
import { type FeedRow, selectFeedRows } from '../activities/feed-rows.ts';
import { toFeedItem } from '../activities/view.ts';
import type { Ctx } from '../context.ts';
import { opportunity, task } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { opportunityFields } from '../opportunities/service.ts';

// Newest first out of the index; what may not be seen is left out afterwards, so that the cost stays bounded.
const OPEN_PER_ACCOUNT = 12;
const TASKS_PER_ACCOUNT = 8;
const SHOWN = { opportunities: 10, recent: 5, tasks: 5 };

type About = Pick<Context, 'opportunities' | 'recent' | 'tasks'>;

/** What is going on with the best matches: one round trip. Opportunities of up to three accounts, the rest of two. */
export async function readAbout(ctx: Ctx, accounts: Context['accounts']): Promise<About> {
  const [first, second, third] = accounts.map(({ account }) => account.id);
  if (!first) return { opportunities: [], recent: [], tasks: [] };
  const recentOf = [first, second].flatMap((id) => (id ? rangesOf(ctx, `a${id}`) : []));
  const [open1, open2, open3, tasks1, tasks2, ...recent] = await ctx.db.batch([
    openOpportunities(ctx, first),
    openOpportunities(ctx, second),
    openOpportunities(ctx, third),
    openTasks(ctx, first),
    openTasks(ctx, second),
    ...groupsOf(recentOf).map((ranges) =>
      selectFeedRows(ctx, sql`${newestEntries(ctx, ranges, ALWAYS)} LIMIT ${SHOWN.recent}`),
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

/** No account, no rows: the key is never empty. */
function openOpportunities(ctx: Ctx, accountId = '') {
  const { accountName: _, ...columns } = opportunityFields;
  return ctx.db
    .select({ ...columns, audience: opportunity.audience })
    .from(opportunity)
    .where(
      and(
        eq(opportunity.wsId, ctx.workspace.wsId),
        eq(opportunity.accountId, accountId),
        eq(opportunity.status, 'open'),
      ),
    )
    .orderBy(desc(opportunity.id))
    .limit(OPEN_PER_ACCOUNT);
}

function openTasks(ctx: Ctx, accountId = '') {
  const { id, kind, title, dueOn, dueAt, assigneeId, status, opportunityId, version, audience } = task;
  return ctx.db
    .select({
      ...{ id, kind, title, dueOn, dueAt, assigneeId, status, opportunityId, version, audience },
      accountId: task.accountId,
    })
    .from(task)
    .where(
      and(
        eq(task.wsId, ctx.workspace.wsId),
        eq(task.accountId, accountId),
        // Written out, because a partial index is not used for bound values.
        sql`${task.status} IN ('todo', 'in_progress')`,
      ),
    )
    .orderBy(asc(task.dueOn))
    .limit(TASKS_PER_ACCOUNT);
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
