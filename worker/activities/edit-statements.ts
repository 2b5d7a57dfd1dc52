import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { atLeast } from '../../shared/access.ts';
import { auditStatement } from '../audit/audit-statement.ts';
import type { Ctx } from '../context.ts';
import { sharedColumns } from '../db/shard/activity-parts.ts';
import { activity, contribution } from '../db/shard/schema.ts';
import { type Content, ownContent } from './content.ts';
import { contentColumns } from './create-activity.ts';
import { type EditablePart, editedContent, RECORDS, type RecordField } from './edit-part.ts';
import { refuseUnlessUnchanged } from './join-activity.ts';
import { type ContributionRow, contentBy, type Logged } from './logged.ts';
import { readerStatements, updateSearchEntry } from './reader-index.ts';
import { contentStatements, handedOver } from './withdraw.ts';

type Edited = { logged: Logged; own: ContributionRow; part: EditablePart };

/** The part as it stands from now on, and everything that leans on it. Others keep what they said. */
export function editStatements(ctx: Ctx, edited: Edited): BatchItem<'sqlite'>[] {
  const { wsId } = ctx.workspace;
  const { logged, own } = edited;
  const { row, contributions } = logged;
  const isOwner = own.userId === row.ownerId;
  const said = editedContent(contentBy(logged, own), edited.part);
  const content = isOwner ? said : logged.content;
  const heir = editedRow(ctx, edited, said);
  const others = contributions.filter((part) => part !== own);
  const kept = isOwner ? others.map((part) => handedOver(logged, part, { heir, content })) : others;
  const after = {
    ...row,
    contributions: contributions.map((part) => (part === own ? heir : (kept[others.indexOf(part)] ?? part))),
  };
  return [
    refuseUnlessUnchanged(ctx, logged),
    updateContribution(ctx, heir),
    ctx.db
      .update(activity)
      .set({
        ...(isOwner && ownersColumns(heir, content)),
        ...sharedColumns(row.ownerId, after.contributions),
        version: sql`${activity.version} + 1`,
      })
      .where(and(eq(activity.wsId, wsId), eq(activity.id, row.id))),
    ...(isOwner ? contentStatements(ctx, logged, { before: others, after: kept, content }) : []),
    ...readerStatements(ctx, after, { ...row, contributions }),
    updateSearchEntry(ctx, after, content),
  ];
}

function editedRow(ctx: Ctx, { logged, own, part }: Edited, said: Content): ContributionRow {
  const { accountId, contactId, leadId, opportunityId, outcome, level, visibility, note } = part;
  return {
    ...own,
    ...{ accountId, contactId, leadId, opportunityId, outcome, level, visibility, note },
    pageUrl: atLeast(level, 'subject') ? own.pageUrl : null,
    content: own.userId === logged.row.ownerId ? null : ownContent(said, logged.content, level),
    editedAt: ctx.now,
  };
}

function updateContribution(ctx: Ctx, edited: ContributionRow) {
  const { wsId, activityId, userId, ...columns } = edited;
  return ctx.db
    .update(contribution)
    .set(columns)
    .where(
      and(
        eq(contribution.wsId, ctx.workspace.wsId),
        eq(contribution.activityId, activityId),
        eq(contribution.userId, userId),
      ),
    );
}

/** The activity carries its owner's part. */
function ownersColumns(part: ContributionRow, content: Content) {
  const { accountId, contactId, leadId, opportunityId, outcome, level, editedAt } = part;
  return {
    ...{ accountId, contactId, leadId, opportunityId, outcome, level, editedAt },
    ...contentColumns(content),
  };
}

type Changed = { before: EditablePart; after: EditablePart; fields: readonly (keyof EditablePart)[] };

const isRecordField = (field: keyof EditablePart): field is RecordField =>
  RECORDS.some((record) => record === field);

/** A move names the records it leads from and to; everything else is told by the names of its fields alone. */
export function auditStatements(ctx: Ctx, recordId: string, { before, after, fields }: Changed) {
  const about = { recordKind: 'activity', recordId };
  const moves = fields
    .filter(isRecordField)
    .map((field) => [field, before[field] ?? '', after[field] ?? ''].join(':'));
  const edits = fields.filter((field) => !isRecordField(field));
  return [
    ...(moves.length > 0 ? [auditStatement(ctx, { action: 'activity.move', ...about, fields: moves })] : []),
    ...(edits.length > 0 ? [auditStatement(ctx, { action: 'activity.edit', ...about, fields: edits })] : []),
  ];
}
