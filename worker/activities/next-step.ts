import { and, eq, type SQL, sql } from 'drizzle-orm';
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
function refuseClosedOpportunity(ctx: Ctx, id: string) {
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
    audience: audienceOf({ ownerId: userId, teamId, visibility: input.visibility }),
    createdBy: userId,
    createdAt: ctx.now,
  });
}

function setNextStep(ctx: Ctx, id: string, step: { text: string; dueOn: string }) {
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

type Step = { opportunityId: string | null; text: string; dueOn: string };

/** Takes the next step back where it still stands as it was set. */
export function clearNextStep(ctx: Ctx, { opportunityId, text, dueOn }: Step) {
  return ctx.db
    .update(opportunity)
    .set({
      nextStep: null,
      nextStepOn: null,
      version: sql`${opportunity.version} + 1`,
      updatedAt: ctx.now,
    })
    .where(
      and(
        eq(opportunity.wsId, ctx.workspace.wsId),
        eq(opportunity.id, opportunityId ?? ''),
        eq(opportunity.nextStep, text),
        eq(opportunity.nextStepOn, dueOn),
      ),
    );
}

/** A task that nobody has touched since it was agreed goes with the log that made it. */
export function deleteUntouchedTask(ctx: Ctx, id: string) {
  return ctx.db
    .delete(task)
    .where(
      and(eq(task.wsId, ctx.workspace.wsId), eq(task.id, id), eq(task.status, 'todo'), eq(task.version, 1)),
    );
}

type AgreedTask = Pick<typeof task.$inferSelect, 'id' | 'opportunityId' | 'title' | 'dueOn'>;

/** The caller's open task that one log made, told by its moment: the index of open tasks per person finds it. */
export function taskOfLog(ctx: Ctx, log: { activityId: SQL; loggedAt: SQL }) {
  const { id, opportunityId, title, dueOn } = task;
  // Without statistics the planner would read every task of the workspace.
  return ctx.db.all<AgreedTask>(sql`
    SELECT ${columns({ id, opportunityId, title, dueOn })} FROM task INDEXED BY task_open_by_assignee
    WHERE ws_id = ${ctx.workspace.wsId} AND assignee_id = ${ctx.user.userId} AND status IN ('todo', 'in_progress')
      AND activity_id = ${log.activityId} AND created_by = ${ctx.user.userId} AND created_at = ${log.loggedAt}
    LIMIT 1`);
}
