import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { audienceOf } from '../../shared/access.ts';
import type { Ctx } from '../context.ts';
import { refuseUnless } from '../db/guard.ts';
import { task } from '../db/shard/schema.ts';
import type { EditablePart } from './edit-part.ts';
import type { ContributionRow } from './logged.ts';
import { type AgreedTask, replacedColumns, restoreStatements, setNextStep, taskOfLog } from './next-step.ts';

/** The open task that the caller's part of `activityId` agreed on. */
export function taskOfPart(ctx: Ctx, activityId: string) {
  return taskOfLog(
    ctx,
    sql`(
      SELECT k.receipt_id FROM contribution k
      WHERE k.ws_id = ${ctx.workspace.wsId} AND k.activity_id = ${activityId} AND k.user_id = ${ctx.user.userId}
    )`,
  );
}

type Move = { agreed: AgreedTask; own: ContributionRow; part: EditablePart };

/**
 * What a log agreed goes where the log goes, and is seen by whom the log is seen: the opportunity that it leaves gets
 * back the next step which stood there before. A task that was touched since is a thing of its own and stays. Its version
 * stays too: to an undo the moved one is still untouched.
 */
export function moveTaskStatements(ctx: Ctx, { agreed, own, part }: Move): BatchItem<'sqlite'>[] {
  const { wsId } = ctx.workspace;
  if (agreed.status !== 'todo' || agreed.version !== 1) return [];
  const { accountId, contactId, leadId, opportunityId, visibility } = part;
  const isRefiled = opportunityId !== agreed.opportunityId;
  const audience = audienceOf({ ownerId: own.userId, teamId: own.teamId ?? undefined, visibility });
  return [
    refuseUnless(
      ctx,
      'changed_meanwhile',
      sql`EXISTS (
        SELECT 1 FROM task WHERE ws_id = ${wsId} AND id = ${agreed.id} AND status = 'todo' AND version = 1
      )`,
    ),
    ...(isRefiled && agreed.opportunityId
      ? restoreStatements(ctx, { ...agreed, opportunityId: agreed.opportunityId })
      : []),
    ctx.db
      .update(task)
      .set({
        ...{ accountId, contactId, leadId, opportunityId, audience },
        ...(isRefiled && { replacedStep: null, replacedStepOn: null }),
        ...(isRefiled && opportunityId && replacedColumns(ctx, opportunityId)),
      })
      .where(and(eq(task.wsId, wsId), eq(task.id, agreed.id))),
    ...(isRefiled && opportunityId
      ? [setNextStep(ctx, opportunityId, { text: agreed.title, dueOn: agreed.dueOn })]
      : []),
  ];
}
