import { type SQL, sql } from 'drizzle-orm';
import { readsAudience } from '../../shared/access.ts';
import type { Day } from '../../shared/day.ts';
import type { Cursor } from '../../shared/page.ts';
import type { TodayTask } from '../../shared/today.ts';
import type { Ctx } from '../context.ts';
import type { task } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';

/** A task with the names of what it is about, which come with what decides who may read them. */
export type TaskRow = Pick<
  typeof task.$inferSelect,
  | 'id'
  | 'kind'
  | 'title'
  | 'dueOn'
  | 'dueAt'
  | 'assigneeId'
  | 'status'
  | 'accountId'
  | 'opportunityId'
  | 'activityId'
  | 'version'
  | 'doneAt'
> & {
  accountName: string | null;
  accountOwnerId: number | null;
  accountAudience: string | null;
  opportunityName: string | null;
  opportunityOwnerId: number | null;
  opportunityAudience: string | null;
  amountMinor: number | null;
  currency: string | null;
};

/**
 * Tasks out of `source`, which says by which index they are read. The log that agreed on one is named as long as its
 * person's part of it stands.
 */
export function selectTasks(ctx: Ctx, source: SQL, condition: SQL) {
  return ctx.db.all<TaskRow>(sql`
    SELECT t.id AS "id", t.kind AS "kind", t.title AS "title", t.due_on AS "dueOn", t.due_at AS "dueAt",
      t.assignee_id AS "assigneeId", t.status AS "status", t.account_id AS "accountId",
      t.opportunity_id AS "opportunityId", k.activity_id AS "activityId", t.version AS "version", t.done_at AS "doneAt",
      c.name AS "accountName", c.owner_id AS "accountOwnerId", c.audience AS "accountAudience",
      o.name AS "opportunityName", o.owner_id AS "opportunityOwnerId", o.audience AS "opportunityAudience",
      o.amount_minor AS "amountMinor", o.currency AS "currency"
    FROM task t ${source}
    LEFT JOIN account c ON c.ws_id = t.ws_id AND c.id = t.account_id
    LEFT JOIN opportunity o ON o.ws_id = t.ws_id AND o.id = t.opportunity_id
    LEFT JOIN contribution k
      ON k.ws_id = t.ws_id AND k.activity_id = t.activity_id AND k.user_id = t.assignee_id
    WHERE t.ws_id = ${ctx.workspace.wsId} AND ${condition}`);
}

export type Days = { from?: Day | undefined; to?: Day | undefined };
const [FIRST_DAY, LAST_DAY] = ['0000-01-01', '9999-12-31'];

/** The condition of one's own open tasks of some days, as the index of them has it. */
export const isOpenOn = (ctx: Ctx, { from = FIRST_DAY, to = LAST_DAY }: Days): SQL => sql`
  t.assignee_id = ${ctx.user.userId} AND t.status IN ('todo', 'in_progress') AND t.due_on >= ${from} AND t.due_on <= ${to}`;

/** One's own open tasks, the soonest first, one more than `limit`: that one says that the list goes on. */
export function openTasks(ctx: Ctx, days: Days, page: { limit: number; after?: Cursor | undefined }) {
  const { limit, after } = page;
  const beyond = after ? sql`AND (t.due_on, t.id) > (${dayOfCursor(after)}, ${after.id})` : sql``;
  return selectTasks(
    ctx,
    sql`INDEXED BY task_open_by_assignee`,
    sql`${isOpenOn(ctx, days)} ${beyond} ORDER BY t.due_on, t.id LIMIT ${limit + 1}`,
  );
}

/** The place of a task in that list. */
export const cursorOf = ({ dueOn, id }: Pick<TaskRow, 'dueOn' | 'id'>): Cursor => ({
  at: Number(dueOn.replaceAll('-', '')),
  id,
});

const dayOfCursor = ({ at }: Cursor): Day =>
  String(at)
    .padStart(8, '0')
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

/** Names only of records that the reader may see: a task is no way around the visibility of what it points at. */
export function toTodayTask(ctx: Ctx, row: TaskRow): TodayTask {
  const { accountName, accountOwnerId, accountAudience, ...rest } = row;
  const { opportunityName, opportunityOwnerId, opportunityAudience, amountMinor, currency, ...own } = rest;
  const may = (ownerId: number | null, audience: string | null) =>
    ownerId !== null && audience !== null && readsAudience(ctx.user, { ownerId, audience });
  const { accountId, opportunityId, ...columns } = own;
  const seesAccount = accountId && may(accountOwnerId, accountAudience);
  const seesOpportunity = opportunityId && may(opportunityOwnerId, opportunityAudience);
  return {
    ...withoutNulls(columns),
    ...(seesAccount && { accountId, account: { id: accountId, name: accountName ?? '' } }),
    ...(seesOpportunity && {
      opportunityId,
      opportunity: {
        id: opportunityId,
        name: opportunityName ?? '',
        amountMinor: amountMinor ?? 0,
        currency: currency ?? '',
      },
    }),
  };
}

type Timed = Pick<TaskRow, 'dueOn' | 'dueAt' | 'id'>;

/** By day, then by the time of day; what has none comes last. */
export function bySoonest(a: Timed, b: Timed): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  const [timeA, timeB] = [a.dueAt ?? Number.MAX_SAFE_INTEGER, b.dueAt ?? Number.MAX_SAFE_INTEGER];
  return timeA - timeB || (a.id < b.id ? -1 : 1);
}
