import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { isOpenTask } from '../../shared/task.ts';
import type { Ctx } from '../context.ts';
import type { task } from '../db/shard/schema.ts';

export type TaskRecord = typeof task.$inferSelect;

type Step = { title: string; dueOn: string };

/** Tasks looked at for the one that comes next at an opportunity. */
const EXAMINED = 100;

/** The soonest other task that its person has at the same opportunity. */
export function stepAfter(ctx: Ctx, id: string) {
  const { wsId } = ctx.workspace;
  return ctx.db.all<Step>(sql`
    SELECT mine.title AS "title", mine.due_on AS "dueOn" FROM (
      SELECT id, title, due_on, opportunity_id FROM task INDEXED BY task_open_by_assignee
      WHERE ws_id = ${wsId} AND assignee_id = ${ctx.user.userId} AND status IN ('todo', 'in_progress')
      ORDER BY due_on LIMIT ${EXAMINED}
    ) mine
    WHERE mine.id <> ${id}
      AND mine.opportunity_id = (SELECT opportunity_id FROM task WHERE ws_id = ${wsId} AND id = ${id})
    LIMIT 1`);
}

/** Whether the opportunity shows this task as its next step. */
export function isStandingStep(ctx: Ctx, { opportunityId, title, dueOn }: TaskRecord): SQL {
  return sql`EXISTS (
    SELECT 1 FROM opportunity WHERE ws_id = ${ctx.workspace.wsId} AND id = ${opportunityId} AND status = 'open'
      AND next_step = ${title} AND next_step_on = ${dueOn}
  )`;
}

type Change = { before: TaskRecord; after: TaskRecord; successor: Step | undefined };

/**
 * The opportunity shows a moved or reworded step as it is now, in place of a settled one the soonest that is left, and a
 * reopened one again unless something else was agreed meanwhile.
 */
export function followStatements(ctx: Ctx, change: Change): BatchItem<'sqlite'>[] {
  const { before, after, successor } = change;
  if (!before.opportunityId) return [];
  const isSame = before.title === after.title && before.dueOn === after.dueOn;
  if (isOpenTask(before) && !isOpenTask(after)) {
    const { replacedStep, replacedStepOn } = before;
    const predecessor =
      replacedStep === null ? undefined : { title: replacedStep, dueOn: replacedStepOn ?? '' };
    return [showStep(ctx, before, { shown: before, next: successor }), passOn(ctx, before, predecessor)];
  }
  if (isOpenTask(before) && !isSame)
    return [showStep(ctx, before, { shown: before, next: after }), passOn(ctx, before, after)];
  if (!isOpenTask(before) && isOpenTask(after) && before.wasNextStep)
    return [showStep(ctx, before, { shown: successor, next: after })];
  return [];
}

type Showing = { shown: Step | undefined; next: Step | undefined };

function showStep(ctx: Ctx, { opportunityId }: TaskRecord, { shown, next }: Showing) {
  return ctx.db.run(sql`
    UPDATE opportunity SET next_step = ${next?.title ?? null}, next_step_on = ${next?.dueOn ?? null},
      version = version + 1, updated_at = ${ctx.now}
    WHERE ws_id = ${ctx.workspace.wsId} AND id = ${opportunityId} AND status = 'open'
      AND next_step IS ${shown?.title ?? null} AND next_step_on IS ${shown?.dueOn ?? null}`);
}

/** Later steps that took this one's place put back what it has become, should they be undone. */
function passOn(ctx: Ctx, { id, opportunityId, title, dueOn }: TaskRecord, step: Step | undefined) {
  return ctx.db.run(sql`
    UPDATE task INDEXED BY task_open_replacing
    SET replaced_step = ${step?.title ?? null}, replaced_step_on = ${step?.dueOn || null}
    WHERE ws_id = ${ctx.workspace.wsId} AND opportunity_id = ${opportunityId} AND status IN ('todo', 'in_progress')
      AND replaced_step = ${title} AND replaced_step_on = ${dueOn} AND id <> ${id}`);
}
