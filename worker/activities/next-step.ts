import { and, eq, sql } from 'drizzle-orm';
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

/**
 * The caller's open task that the log of receipt `target` made, told by its moment. The index of open tasks per person
 * finds it; the log that created the activity left its day there, so that no other day has to be read.
 */
export function taskOfLog(ctx: Ctx, target: string) {
  const { wsId } = ctx.workspace;
  const { userId } = ctx.user;
  const { id, opportunityId, title, dueOn } = task;
  const ofReceipt = sql`r.ws_id = ${wsId} AND r.id = ${target} AND r.user_id = ${userId}`;
  const dayOr = (other: string) => sql`coalesce((
    SELECT iif(r.outcome = 'created', coalesce(a.next_on, ''), ${other}) FROM receipt r
    CROSS JOIN activity a ON a.ws_id = r.ws_id AND a.id = r.record_id WHERE ${ofReceipt}
  ), '')`;
  // Without statistics the planner would read every task of the workspace.
  return ctx.db.all<AgreedTask>(sql`
    SELECT ${columns({ id, opportunityId, title, dueOn })} FROM task INDEXED BY task_open_by_assignee
    WHERE ws_id = ${wsId} AND assignee_id = ${userId} AND status IN ('todo', 'in_progress')
      AND due_on >= ${dayOr('0')} AND due_on <= ${dayOr('9')}
      AND (activity_id, created_at) = (SELECT r.record_id, r.at FROM receipt r WHERE ${ofReceipt})
      AND created_by = ${userId}
    LIMIT 1`);
}
