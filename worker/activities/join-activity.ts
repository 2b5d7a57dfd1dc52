import { and, eq, sql } from 'drizzle-orm';
import { fuller } from '../../shared/access.ts';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import { refuseUnless } from '../db/guard.ts';
import { partsOf } from '../db/shard/activity-parts.ts';
import { activity, contribution } from '../db/shard/schema.ts';
import { combined } from './content.ts';
import {
  contentColumns,
  contentOfInput,
  contributionOf,
  insertBody,
  insertParties,
} from './create-activity.ts';
import { creditStatements } from './credit.ts';
import type { LogInput } from './log-input.ts';
import type { Logged } from './logged.ts';
import { readerStatements, updateSearchEntry } from './reader-index.ts';
import type { References } from './references.ts';

/** The activity is still as it was read. */
export function refuseUnlessUnchanged(ctx: Ctx, { row }: Logged) {
  return refuseUnless(
    ctx,
    'changed_meanwhile',
    sql`EXISTS (
      SELECT 1 FROM activity WHERE ws_id = ${ctx.workspace.wsId} AND id = ${row.id} AND version = ${row.version}
    )`,
  );
}

type Join = { input: LogInput; references: References; logged: Logged };

/**
 * One more person's part in an activity: credit and readers of its own. It fills what the record lacks (the text, an
 * account) and overwrites nothing. The summary stays its owner's: the joiner's own sentence is kept in the
 * contribution, so that it is seen by whom the joiner chose and by nobody else.
 */
export function joinStatements(ctx: Ctx, { input, references, logged }: Join) {
  const { row, contributions, content: present } = logged;
  const own = { ...contributionOf(ctx, input, row.id), note: ownWords(input) };
  const content = combined(present, contentOfInput(input));
  const records = {
    accountId: row.accountId ?? references.accountId,
    contactId: row.contactId ?? references.contactId,
    leadId: row.leadId ?? references.leadId,
    opportunityId: row.opportunityId ?? opportunityWithin(row.accountId, references),
  };
  const before = { ...row, contributions };
  const after = { ...row, ...records, contributions: [...contributions, own] };
  return [
    refuseUnlessUnchanged(ctx, logged),
    ctx.db.insert(contribution).values(own),
    ctx.db
      .update(activity)
      .set({
        ...records,
        ...contentColumns(content),
        level: fuller(row.level, input.level),
        direction: row.direction ?? input.direction ?? null,
        threadKey: row.threadKey ?? input.threadKey ?? null,
        contributors: after.contributions.length,
        parts: partsOf(after.contributions),
        version: sql`${activity.version} + 1`,
      })
      .where(and(eq(activity.wsId, ctx.workspace.wsId), eq(activity.id, row.id))),
    ...(present.text === null && content.text !== null ? [insertBody(ctx, row.id, content.text)] : []),
    ...(references.parties.length > 0 ? [insertParties(ctx, row.id, references.parties)] : []),
    ...readerStatements(ctx, after, before),
    updateSearchEntry(ctx, after, content),
    ...creditStatements(ctx, { userId: own.userId, day: row.day, type: row.type }),
    auditStatement(ctx, {
      action: 'activity.join',
      recordKind: 'activity',
      recordId: row.id,
      fields: fieldsSet(input),
    }),
  ];
}

const ownWords = ({ summary, note }: LogInput): string | null =>
  [summary, note].filter((words) => words !== undefined).join('\n') || null;

/** An opportunity of another account than the activity's would make the record contradict itself. */
function opportunityWithin(accountId: string | null, references: References): string | null {
  return accountId === null || accountId === references.accountId ? references.opportunityId : null;
}

/** The same person's second log of one message adds no part to it. */
export function repeatStatements(ctx: Ctx, logged: Logged) {
  return [
    refuseUnlessUnchanged(ctx, logged),
    auditStatement(ctx, { action: 'activity.repeat', recordKind: 'activity', recordId: logged.row.id }),
  ];
}
