import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { auditEvent } from '../db/shard/schema.ts';

export type AuditedAct = {
  /** `<noun>.<verb>`, as in `account.create`. */
  action: string;
  recordKind: string;
  recordId: string;
  /** Names of the fields set or changed; never their values. */
  fields?: readonly string[];
};

/** The part of a request's context that the trail needs; a job has no more. */
export type Auditing = Pick<Ctx, 'db' | 'now' | 'requestId'> & {
  user: { userId: number };
  workspace: { wsId: number };
};

/** Appends to the audit trail in the batch of what it records. The number is given inside the batch. */
export function auditStatement(ctx: Auditing, act: AuditedAct) {
  const { wsId } = ctx.workspace;
  return ctx.db.insert(auditEvent).values({
    wsId,
    seq: sql`(SELECT coalesce(max(seq), 0) + 1 FROM audit_event WHERE ws_id = ${wsId})`,
    at: ctx.now,
    actorId: ctx.user.userId,
    action: act.action,
    recordKind: act.recordKind,
    recordId: act.recordId,
    fields: [...(act.fields ?? [])],
    requestId: ctx.requestId,
  });
}

/** Names of the fields that an input really sets. */
export function fieldsSet(input: Record<string, unknown>): string[] {
  return Object.entries(input)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name]) => name);
}
