import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { audienceOf } from '../../shared/access.ts';
import type { Ctx } from '../context.ts';
import { columns } from '../db/columns.ts';
import { refuseUnless } from '../db/guard.ts';
import { opportunity, task } from '../db/shard/schema.ts';
import type { LogInput } from './log-input.ts';
import type { References } from './references.ts';

type Agreed = { input: LogInput; references: References; activityId: string };

/** What was agreed to happen next: a task of whoever logs, and the opportunity's next step. */
export function nextStepStatements(ctx: Ctx, { input, references, activityId }: Agreed) {
  const { nextStep } = input;
  const { opportunityId } = references;
  return [
    ...(opportunityId ? [refuseClosedOpportunity(ctx, opportunityId)] : []),
    ...(nextStep ? [insertTask(ctx, { input, references, activityId }, nextStep)] : []),
    ...(nextStep && opportunityId ? [setNextStep(ctx, opportunityId, nextStep)] : []),
  ];
}

/** It may have been closed since it was read. */
export function refuseClosedOpportunity(ctx: Ctx, id: string) {
  return refuseUnless(
    ctx,
    'changed_meanwhile',
    sql`EXISTS (SELECT 1 FROM opportunity WHERE ws_id = ${ctx.workspace.wsId} AND id = ${id} AND status = 'open')`,
  );
}

function insertTask(
  ctx: Ctx,
  { input, references, activityId }: Agreed,
  step: NonNullable<LogInput['nextStep']>,
) {
  const { userId, teamId } = ctx.user;
  const { accountId, contactId, leadId, opportunityId } = references;
  return ctx.db.insert(task).values({
    wsId: ctx.workspace.wsId,
    id: step.taskId,
    kind: step.kind,
    title: step.text,
    dueOn: step.dueOn,
    dueAt: step.dueAt ?? null,
    assigneeId: userId,
    status: 'todo',
    accountId,
    contactId,
    leadId,
    opportunityId,
    activityId,
    ...(opportunityId && replacedColumns(ctx, opportunityId)),
    audience: audienceOf({ ownerId: userId, teamId, visibility: input.visibility }),
    createdBy: userId,
    createdAt: ctx.now,
  });
}

/** What stands before `setNextStep`, which comes after in the batch. */
export function replacedColumns(ctx: Ctx, id: string) {
  const standing = (column: typeof opportunity.nextStep | typeof opportunity.nextStepOn) =>
    sql`(SELECT ${column} FROM opportunity WHERE ws_id = ${ctx.workspace.wsId} AND id = ${id})`;
  return { replacedStep: standing(opportunity.nextStep), replacedStepOn: standing(opportunity.nextStepOn) };
}

export function setNextStep(ctx: Ctx, id: string, step: { text: string; dueOn: string }) {
  return ctx.db
    .update(opportunity)
    .set({
      nextStep: step.text,
      nextStepOn: step.dueOn,
      version: sql`${opportunity.version} + 1`,
      updatedAt: ctx.now,
    })
    .where(and(eq(opportunity.wsId, ctx.workspace.wsId), eq(opportunity.id, id)));
}

export type AgreedTask = Pick<
  typeof task.$inferSelect,
  'id' | 'opportunityId' | 'title' | 'dueOn' | 'status' | 'version' | 'createdAt'
>;

/** Takes back what a log agreed: whatever it took the place of stands again. */
export function takeBackStatements(ctx: Ctx, agreed: AgreedTask): BatchItem<'sqlite'>[] {
  const { id, opportunityId } = agreed;
  return [
    ...(opportunityId ? restoreStatements(ctx, { ...agreed, opportunityId }) : []),
    deleteUntouchedTask(ctx, id),
  ];
}

/** Later steps that took the place of this one take that of its predecessor; otherwise an undone step could return. */
export function restoreStatements(ctx: Ctx, agreed: AgreedTask & { opportunityId: string }) {
  const { wsId } = ctx.workspace;
  const { id, opportunityId, title, dueOn, createdAt } = agreed;
  const replaced = sql`(SELECT replaced_step, replaced_step_on FROM task WHERE ws_id = ${wsId} AND id = ${id})`;
  const isSuccessor = sql`ws_id = ${wsId} AND opportunity_id = ${opportunityId}
    AND status IN ('todo', 'in_progress') AND replaced_step = ${title} AND replaced_step_on = ${dueOn}
    AND created_at >= ${createdAt} AND id <> ${id}`;
  return [
    ctx.db.run(sql`
      UPDATE opportunity SET (next_step, next_step_on) = ${replaced}, version = version + 1, updated_at = ${ctx.now}
      WHERE ws_id = ${wsId} AND id = ${opportunityId} AND next_step = ${title} AND next_step_on = ${dueOn}
        AND NOT EXISTS (SELECT 1 FROM task INDEXED BY task_open_replacing WHERE ${isSuccessor})`),
    ctx.db.run(
      sql`UPDATE task INDEXED BY task_open_replacing SET (replaced_step, replaced_step_on) = ${replaced} WHERE ${isSuccessor}`,
    ),
  ];
}

/** A task that nobody has touched since it was agreed goes with the log that made it. */
function deleteUntouchedTask(ctx: Ctx, id: string) {
  return ctx.db
    .delete(task)
    .where(
      and(eq(task.wsId, ctx.workspace.wsId), eq(task.id, id), eq(task.status, 'todo'), eq(task.version, 1)),
    );
}

/**
 * The caller's open task that the log of receipt `target` made, told by its moment. The index of open tasks per person
 * finds it; the log that created the activity left its day there, so that no other day has to be read.
 */
export function taskOfLog(ctx: Ctx, target: string | SQL) {
  const { wsId } = ctx.workspace;
  const { userId } = ctx.user;
  const { id, opportunityId, title, dueOn, status, version, createdAt } = task;
  const ofReceipt = sql`r.ws_id = ${wsId} AND r.id = ${target} AND r.user_id = ${userId}`;
  const dayOr = (other: string) => sql`coalesce((
    SELECT iif(r.outcome = 'created', coalesce(a.next_on, ''), ${other}) FROM receipt r
    CROSS JOIN activity a ON a.ws_id = r.ws_id AND a.id = r.record_id WHERE ${ofReceipt}
  ), '')`;
  // Without statistics the planner would read every task of the workspace.
  return ctx.db.all<AgreedTask>(sql`
    SELECT ${columns({ id, opportunityId, title, dueOn, status, version, createdAt })} FROM task INDEXED BY task_open_by_assignee
    WHERE ws_id = ${wsId} AND assignee_id = ${userId} AND status IN ('todo', 'in_progress')
      AND due_on >= ${dayOr('0')} AND due_on <= ${dayOr('9')}
      AND (activity_id, created_at) = (SELECT r.record_id, r.at FROM receipt r WHERE ${ofReceipt})
      AND created_by = ${userId}
    LIMIT 1`);
}
