import { and, eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import { readsAudience } from '../../shared/access.ts';
import { isOpenTask, type Task, type TaskChange } from '../../shared/task.ts';
import { auditStatement } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import { refuseUnless } from '../db/guard.ts';
import { task } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { ServiceError } from '../errors.ts';
import { runFenced } from '../receipts/write-once.ts';
import { followStatements, isStandingStep, type TaskRecord } from './follow-next-step.ts';
import { selectTasks, type TaskRow, toTodayTask } from './task-rows.ts';

type Change = { id: string; expected: number; change: z.output<typeof TaskChange> };

/** One's own task done, put off or worded otherwise. The opportunity whose next step it is follows in the same batch. */
export async function changeTask(ctx: Ctx, { id, expected, change }: Change): Promise<Task> {
  const [[before], [named]] = await ctx.db.batch([
    taskQuery(ctx, id),
    selectTasks(ctx, sql``, sql`t.id = ${id}`),
  ]);
  refuseForeign(ctx, before);
  if (before.version !== expected) throw new ServiceError('stale_version');
  const after = { ...before, ...changedColumns(ctx, before, change), version: expected + 1 };
  await runFenced(ctx, [
    refuseStale(ctx, before),
    // What the opportunity shows is looked at before it follows.
    updateTask(ctx, before, after),
    ...followStatements(ctx, { before, after }),
    auditStatement(ctx, {
      action: 'task.update',
      recordKind: 'task',
      recordId: id,
      fields: Object.keys(change),
    }),
  ]);
  return toTask(after, visibleRecords(ctx, named));
}

function taskQuery(ctx: Ctx, id: string) {
  return ctx.db
    .select()
    .from(task)
    .where(and(eq(task.wsId, ctx.workspace.wsId), eq(task.id, id)));
}

/** What somebody else is to do may be read by some; it is changed by that person. */
function refuseForeign(ctx: Ctx, row: TaskRecord | undefined): asserts row {
  const isMine = row?.assigneeId === ctx.user.userId;
  if (isMine) return;
  const isReadable = row && readsAudience(ctx.user, { ownerId: row.assigneeId, audience: row.audience });
  throw new ServiceError(isReadable ? 'forbidden' : 'not_found');
}

function changedColumns(ctx: Ctx, before: TaskRecord, change: Change['change']) {
  const { status = before.status, title = before.title, dueOn = before.dueOn } = change;
  const dueAt = change.dueAt === undefined && dueOn === before.dueOn ? before.dueAt : (change.dueAt ?? null);
  const isDone = status === 'done';
  return { status, title, dueOn, dueAt, doneAt: isDone ? (before.doneAt ?? ctx.now) : null };
}

function refuseStale(ctx: Ctx, { id, version }: TaskRecord) {
  return refuseUnless(
    ctx,
    'stale_version',
    sql`EXISTS (SELECT 1 FROM task WHERE ws_id = ${ctx.workspace.wsId} AND id = ${id} AND version = ${version})`,
  );
}

function updateTask(ctx: Ctx, before: TaskRecord, after: TaskRecord) {
  const { status, title, dueOn, dueAt, doneAt, version } = after;
  const wasNextStep = isOpenTask(after)
    ? false
    : isOpenTask(before)
      ? isStandingStep(ctx, before)
      : undefined;
  return ctx.db
    .update(task)
    .set({ status, title, dueOn, dueAt, doneAt, version, ...(wasNextStep !== undefined && { wasNextStep }) })
    .where(and(eq(task.wsId, ctx.workspace.wsId), eq(task.id, before.id)));
}

type Records = Pick<Task, 'accountId' | 'opportunityId'>;

/** What it is about, as far as a reading of it tells: a change is no way to learn more. */
function visibleRecords(ctx: Ctx, row: TaskRow | undefined): Records {
  if (!row) return {};
  const { accountId, opportunityId } = toTodayTask(ctx, row);
  return { ...(accountId && { accountId }), ...(opportunityId && { opportunityId }) };
}

function toTask(row: TaskRecord, about: Records): Task {
  const { id, kind, title, dueOn, dueAt, assigneeId, status, version } = row;
  return { ...withoutNulls({ id, kind, title, dueOn, dueAt, assigneeId, status, version }), ...about };
}
