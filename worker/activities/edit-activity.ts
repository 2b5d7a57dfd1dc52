import { eq } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Activity } from '../../shared/activity.ts';
import { visibleAccount } from '../accounts/service.ts';
import type { Ctx } from '../context.ts';
import { activity } from '../db/shard/schema.ts';
import { ServiceError } from '../errors.ts';
import { runFenced } from '../receipts/write-once.ts';
import {
  changedFields,
  type EditablePart,
  type EditInput,
  editablePart,
  editedPart,
  RECORDS,
  type RecordField,
} from './edit-part.ts';
import { auditStatements, editStatements } from './edit-statements.ts';
import { type ActivityRead, activityQueries, toActivity } from './get-activity.ts';
import { contactQuery, leadQuery, opportunityQuery, readable } from './log-reads.ts';
import { loggedQueries, toLogged } from './logged.ts';
import { moveTaskStatements, taskOfPart } from './move-task.ts';
import { refuseClosedOpportunity } from './next-step.ts';
import { refuseClosed } from './references.ts';
import { StatementLimit } from './statement-limit.ts';
import { untilWon } from './until-won.ts';

type Edit = { id: string; expected: number; input: EditInput };

const ATTEMPTS = 2;
/** Statements of `readForEdit`. */
const READS = 7;

/**
 * Changes the caller's own part of an activity, and only that: one round trip of reads, then one batch, which also reads
 * what the caller sees afterwards. A race lost to another request is read again, which mostly shows a newer version.
 */
export async function editActivity(ctx: Ctx, edit: Edit): Promise<Activity> {
  const limit = new StatementLimit();
  return untilWon(ATTEMPTS, async () => {
    limit.spendRead(READS);
    const reads = await readForEdit(ctx, edit);
    const statements = planOf(ctx, edit, reads);
    const answer = activityQueries(ctx, edit.id);
    limit.spendWrite(statements.length + answer.length);
    return toActivity(ctx, answered(await runFenced(ctx, [...statements, ...answer]), answer.length));
  });
}

/** A batch of many kinds of statements has no type for its answers: the last ones are those of `activityQueries`. */
const answered = (results: readonly unknown[], count: number): ActivityRead =>
  results.slice(-count) as unknown as ActivityRead;

type EditReads = Awaited<ReturnType<typeof readForEdit>>;

async function readForEdit(ctx: Ctx, { id, input }: Edit) {
  const [activities, contributions, opportunities, accounts, leads, contacts, tasks] = await ctx.db.batch([
    ...loggedQueries(ctx, eq(activity.id, id)),
    opportunityQuery(ctx, input.opportunityId ?? ''),
    visibleAccount(ctx, input.accountId ?? ''),
    leadQuery(ctx, input.leadId ?? ''),
    contactQuery(ctx, { contactId: input.contactId ?? undefined, parties: [] }),
    taskOfPart(ctx, id),
  ]);
  return {
    logged: toLogged(activities[0], contributions),
    opportunity: readable(ctx, opportunities)[0],
    account: accounts[0],
    lead: readable(ctx, leads)[0],
    contact: readable(ctx, contacts)[0],
    task: tasks[0],
  };
}

function planOf(ctx: Ctx, { expected, input }: Edit, reads: EditReads): BatchItem<'sqlite'>[] {
  const { logged, opportunity, task } = reads;
  const own = logged?.contributions.find(({ userId }) => userId === ctx.user.userId);
  if (!logged || !own) throw new ServiceError('not_found');
  const { id, ownerId, type, version } = logged.row;
  if (version !== expected) throw new ServiceError('stale_version');
  const before = editablePart(logged, own);
  const isOwner = own.userId === ownerId;
  const part = editedPart(before, { input, type, isOwner, accountOfOpportunity: opportunity?.accountId });
  refuseUnknown({ before, after: part }, reads);
  const fields = changedFields(before, part);
  if (fields.length === 0) return [];
  return [
    ...movedTo(ctx, { before, after: part }, reads),
    ...editStatements(ctx, { logged, own, part }),
    ...(task ? moveTaskStatements(ctx, { agreed: task, own, part }) : []),
    ...auditStatements(ctx, id, { before, after: part, fields }),
  ];
}

type Change = { before: EditablePart; after: EditablePart };

/** What it is moved to has to be there for the caller; what it is filed under already is not looked at again. */
function refuseUnknown({ before, after }: Change, reads: EditReads) {
  const { account, contact, lead, opportunity } = reads;
  const found = { accountId: account, contactId: contact, leadId: lead, opportunityId: opportunity };
  const isUnknown = (field: RecordField) => {
    // An opportunity brings its account along, whoever may see that.
    const isBrought = field === 'accountId' && after.accountId === opportunity?.accountId;
    return after[field] !== null && after[field] !== before[field] && !isBrought && !found[field];
  };
  const fields = Object.fromEntries(RECORDS.filter(isUnknown).map((field) => [field, 'unknown']));
  const accountOfOpportunity = isRefiled({ before, after }) ? opportunity?.accountId : before.accountId;
  const isElsewhere = after.opportunityId !== null && after.accountId !== accountOfOpportunity;
  if (isElsewhere) fields.opportunityId ??= 'other_account';
  if (Object.keys(fields).length > 0) throw new ServiceError('reference_unknown', { fields });
}

const isRefiled = ({ before, after }: Change): boolean => after.opportunityId !== before.opportunityId;

/** An opportunity takes it only while it is open. */
function movedTo(ctx: Ctx, change: Change, reads: EditReads): BatchItem<'sqlite'>[] {
  const { opportunityId } = change.after;
  if (opportunityId === null || !isRefiled(change)) return [];
  refuseClosed(reads);
  return [refuseClosedOpportunity(ctx, opportunityId)];
}
