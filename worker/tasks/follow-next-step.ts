import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { isOpenTask } from '../../shared/task.ts';
import type { Ctx } from '../context.ts';
import type { task } from '../db/shard/schema.ts';

export type TaskRecord = typeof task.$inferSelect;

type Step = { title: string; dueOn: string };

/** Tasks looked at for the one that comes next at an opportunity. */
const EXAMINED = 100;

/** The soonest other task that its person has at the same opportunity, as a row of words and day; of nulls if none. */
function stepAfter(ctx: Ctx, { id, opportunityId }: TaskRecord): SQL {
  return sql`(
    SELECT mine.title, mine.due_on FROM (
      SELECT id, title, due_on, opportunity_id FROM task INDEXED BY task_open_by_assignee
      WHERE ws_id = ${ctx.workspace.wsId} AND assignee_id = ${ctx.user.userId} AND status IN ('todo', 'in_progress')
      ORDER BY due_on LIMIT ${EXAMINED}
    ) mine
    WHERE mine.id <> ${id} AND mine.opportunity_id = ${opportunityId}
    LIMIT 1
  )`;
}

const rowOf = ({ title, dueOn }: Step): SQL => sql`(${title}, ${dueOn})`;

/** Whether the opportunity shows this task as its next step. */
export function isStandingStep(ctx: Ctx, { opportunityId, title, dueOn }: TaskRecord): SQL {
  return sql`EXISTS (
    SELECT 1 FROM opportunity WHERE ws_id = ${ctx.workspace.wsId} AND id = ${opportunityId} AND status = 'open'
      AND next_step = ${title} AND next_step_on = ${dueOn}
  )`;
}

type Change = { before: TaskRecord; after: TaskRecord };

/**
 * The opportunity shows a moved or reworded step as it is now, in place of a settled one the soonest that is left by
 * then, and a reopened one again unless something else was agreed meanwhile.
 */
export function followStatements(ctx: Ctx, { before, after }: Change): BatchItem<'sqlite'>[] {
  if (!before.opportunityId) return [];
  const isSame = before.title === after.title && before.dueOn === after.dueOn;
  const successor = stepAfter(ctx, before);
  if (isOpenTask(before) && !isOpenTask(after)) {
    return [
      showStep(ctx, before, { shown: rowOf(before), next: successor }),
      passOn(ctx, before, replacedBy(ctx, before)),
    ];
  }
  if (isOpenTask(before) && !isSame)
    return [
      showStep(ctx, before, { shown: rowOf(before), next: rowOf(after) }),
      passOn(ctx, before, rowOf(after)),
    ];
  if (!isOpenTask(before) && isOpenTask(after) && before.wasNextStep)
    return [showStep(ctx, before, { shown: successor, next: rowOf(after) })];
  return [];
}

function showStep(ctx: Ctx, { opportunityId }: TaskRecord, { shown, next }: Record<'shown' | 'next', SQL>) {
  return ctx.db.run(sql`
    UPDATE opportunity SET (next_step, next_step_on) = ${next}, version = version + 1, updated_at = ${ctx.now}
    WHERE ws_id = ${ctx.workspace.wsId} AND id = ${opportunityId} AND status = 'open'
      AND (next_step, next_step_on) IS ${shown}`);
}

/** What a task took the place of, as a row of words and day. */
const replacedBy = (ctx: Ctx, { id }: TaskRecord): SQL =>
  sql`(SELECT replaced_step, replaced_step_on FROM task WHERE ws_id = ${ctx.workspace.wsId} AND id = ${id})`;

/** Later steps that took this one's place put back what it has become, should they be undone. */
function passOn(ctx: Ctx, { id, opportunityId, title, dueOn }: TaskRecord, step: SQL) {
  return ctx.db.run(sql`
    UPDATE task INDEXED BY task_open_replacing SET (replaced_step, replaced_step_on) = ${step}
    WHERE ws_id = ${ctx.workspace.wsId} AND opportunity_id = ${opportunityId} AND status IN ('todo', 'in_progress')
      AND replaced_step = ${title} AND replaced_step_on = ${dueOn} AND id <> ${id}`);
}
