import { sql } from 'drizzle-orm';
import { atLeast } from '../../shared/access.ts';
import { dayOf } from '../../shared/day.ts';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import type { StoredParty } from '../db/shard/own-content.ts';
import { activity, contribution } from '../db/shard/schema.ts';
import { noteMessage } from '../threads/note-message.ts';
import { atLevel, type Content, snippetOf } from './content.ts';
import { creditStatements } from './credit.ts';
import type { LogInput } from './log-input.ts';
import type { ContributionRow } from './logged.ts';
import { insertSearchEntry, readerStatements } from './reader-index.ts';
import type { References } from './references.ts';

/** What is logged, and never more of it than its level carries. */
export function contentOfInput(input: LogInput, parties: StoredParty[]): Content {
  const { level, subject, messageId, attachments, summary, text, isTextCut: textCut } = input;
  return atLevel(
    {
      subject: subject ?? null,
      messageId: messageId ?? null,
      attachments,
      parties,
      summary: summary ?? null,
      text: text ?? null,
      textCut,
    },
    level,
  );
}

export const pageUrlOfInput = ({ level, pageUrl }: LogInput): string | null =>
  (atLeast(level, 'subject') && pageUrl) || null;

/** The columns that hold what is said; the text itself lies apart, so that a page of the feed never reads one. */
export function contentColumns({ text, parties: _, ...columns }: Content) {
  return { ...columns, snippet: snippetOf(text) };
}

type Part = { input: LogInput; references: References; activityId: string };

/** What the caller logs, filed where the caller files it. */
export function contributionOf(ctx: Ctx, { input, references, activityId }: Part): ContributionRow {
  const { parties: _, ...records } = references;
  return {
    ...records,
    wsId: ctx.workspace.wsId,
    activityId,
    userId: ctx.user.userId,
    receiptId: input.id,
    teamId: ctx.user.teamId ?? null,
    level: input.level,
    visibility: input.visibility,
    outcome: input.outcome ?? null,
    note: input.note ?? null,
    pageUrl: pageUrlOfInput(input),
    content: null,
    loggedAt: ctx.now,
    editedAt: null,
  };
}

/** Everything a new activity consists of, receipt and next step apart. */
export function createStatements(ctx: Ctx, input: LogInput, references: References) {
  const { wsId, timeZone } = ctx.workspace;
  const { userId } = ctx.user;
  const { parties, ...records } = references;
  const content = contentOfInput(input, parties);
  const own = contributionOf(ctx, { input, references, activityId: input.id });
  const day = dayOf(input.occurredAt, timeZone);
  const found = { ...input, ownerId: userId, contributions: [own] };
  return [
    ctx.db.insert(activity).values({
      wsId,
      ...detailColumns(input),
      ...records,
      ...contentColumns(content),
      ownerId: userId,
      loggedAt: ctx.now,
      day,
    }),
    ...(content.text === null ? [] : [insertBody(ctx, input.id, content.text)]),
    ...(parties.length > 0 ? [insertParties(ctx, input.id, parties)] : []),
    ctx.db.insert(contribution).values(own),
    ...noteMessage(ctx, input, parties),
    ...readerStatements(ctx, found),
    insertSearchEntry(ctx, found, content),
    ...creditStatements(ctx, { userId, day, type: input.type }),
    auditStatement(ctx, {
      action: 'activity.log',
      recordKind: 'activity',
      recordId: input.id,
      fields: fieldsSet(input),
    }),
  ];
}

export function detailColumns(input: LogInput) {
  const { nextStep, expense } = input;
  return {
    id: input.id,
    type: input.type,
    direction: input.direction ?? null,
    outcome: input.outcome ?? null,
    occurredAt: input.occurredAt,
    level: input.level,
    messageKey: input.messageKey ?? null,
    threadKey: input.threadKey ?? null,
    capturedBy: input.capturedBy ?? null,
    expenseMinor: expense?.amountMinor ?? null,
    expenseCurrency: expense?.currency ?? null,
    expenseKind: expense?.kind ?? null,
    nextKind: nextStep?.kind ?? null,
    nextText: nextStep?.text ?? null,
    nextOn: nextStep?.dueOn ?? null,
  };
}

export function insertBody(ctx: Ctx, id: string, text: string) {
  return ctx.db.run(sql`
    INSERT INTO activity_body (seq, ws_id, text)
    SELECT seq, ws_id, ${text} FROM activity WHERE ws_id = ${ctx.workspace.wsId} AND id = ${id}`);
}

/** Who took part. One parameter for all of them: D1 takes a hundred per statement. */
export function insertParties(ctx: Ctx, id: string, parties: readonly StoredParty[]) {
  const { wsId } = ctx.workspace;
  return ctx.db.run(sql`
    INSERT INTO activity_party (ws_id, activity_id, position, role, name, email, contact_id, user_id)
    SELECT ${wsId}, ${id}, key, value ->> 'role', value ->> 'name', value ->> 'email',
      value ->> 'contactId', value ->> 'userId'
    FROM json_each(${JSON.stringify(parties)})`);
}
