import { and, eq, sql } from 'drizzle-orm';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import { refuseUnless } from '../db/guard.ts';
import { sharedColumns } from '../db/shard/activity-parts.ts';
import { activity, contribution } from '../db/shard/schema.ts';
import { noteMessage } from '../threads/note-message.ts';
import { ownContent } from './content.ts';
import { contentOfInput, contributionOf } from './create-activity.ts';
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
 * One more person's part in an activity: words, links, credit and readers of its own. What others logged is not touched,
 * and what is logged here fills nothing there: each part is seen by whom its author chose and by nobody else. The
 * joiner's own sentence is kept as a note.
 */
export function joinStatements(ctx: Ctx, { input, references, logged }: Join) {
  const { row, contributions, content: present } = logged;
  const said = contentOfInput(input, references.parties);
  const own = {
    ...contributionOf(ctx, { input, references, activityId: row.id }),
    note: ownWords(input),
    content: ownContent(said, present, input.level),
  };
  const before = { ...row, contributions };
  const after = { ...row, contributions: [...contributions, own] };
  return [
    refuseUnlessUnchanged(ctx, logged),
    ctx.db.insert(contribution).values(own),
    ctx.db
      .update(activity)
      .set({
        ...sharedColumns(row.ownerId, after.contributions),
        version: sql`${activity.version} + 1`,
      })
      .where(and(eq(activity.wsId, ctx.workspace.wsId), eq(activity.id, row.id))),
    // Only what the joiner knows too: otherwise a conversation would tell what the others' part hides.
    ...(input.threadKey === row.threadKey ? noteMessage(ctx, row, references.parties) : []),
    ...readerStatements(ctx, after, before),
    updateSearchEntry(ctx, after, present),
    ...creditStatements(ctx, { userId: own.userId, day: row.day, type: row.type }),
    auditStatement(ctx, {
      action: 'activity.join',
      recordKind: 'activity',
      recordId: row.id,
      fields: fieldsSet(input),
    }),
  ];
}

type Words = { summary?: string | null | undefined; note?: string | null | undefined };

export const ownWords = ({ summary, note }: Words): string | null =>
  [summary, note].filter(Boolean).join('\n') || null;

/** The same person's second log of one message adds no part to it. */
export function repeatStatements(ctx: Ctx, logged: Logged) {
  return [
    refuseUnlessUnchanged(ctx, logged),
    auditStatement(ctx, { action: 'activity.repeat', recordKind: 'activity', recordId: logged.row.id }),
  ];
}
