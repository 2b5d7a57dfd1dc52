import { foreignKey, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type * as z from 'zod';
import type { Level, Visibility } from '../../../shared/access.ts';
import type { AccountStatus, RecordSource } from '../../../shared/account.ts';
import type {
  ActivityType,
  Attachment,
  Direction,
  ExpenseKind,
  Outcome,
  PartyRole,
} from '../../../shared/activity.ts';
import type { ContactRole } from '../../../shared/contact.ts';
import type { LeadStatus } from '../../../shared/lead.ts';
import type { OpportunityStatus } from '../../../shared/opportunity.ts';
import type { StageType } from '../../../shared/pipeline.ts';
import type { Receipt } from '../../../shared/receipt.ts';
import type { SearchKind } from '../../../shared/search.ts';
import type { TaskKind, TaskStatus } from '../../../shared/task.ts';
import { personal, personalJson, plain, plainJson } from '../classified-text.ts';
import type { Part } from './activity-parts.ts';
import type { OwnContent } from './own-content.ts';

// Mirrors migrations/*.sql by hand; a test compares both.

/** Whose a record is and who may read it; the same columns in every kind of record. */
const owned = () => ({
  ownerId: integer('owner_id').notNull(),
  teamId: integer('team_id'),
  visibility: plain<Visibility>('visibility').notNull(),
  audience: plain('audience').notNull(),
  custom: personal('custom').notNull().default('{}'),
  version: integer('version').notNull().default(1),
  createdBy: integer('created_by').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  archivedAt: integer('archived_at'),
});

export const refuse = sqliteTable('refuse', { code: plain('code').notNull() });

export const workspaceHome = sqliteTable('workspace_home', {
  wsId: integer('ws_id').primaryKey(),
  epoch: integer('epoch').notNull(),
  state: plain<'live' | 'frozen' | 'gone'>('state').notNull(),
});

export const member = sqliteTable(
  'member',
  {
    wsId: integer('ws_id').notNull(),
    userId: integer('user_id').notNull(),
    name: personal('name').notNull(),
    email: personal('email'),
    teamId: integer('team_id'),
    rev: integer('rev').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.userId] })],
);

export const team = sqliteTable(
  'team',
  {
    wsId: integer('ws_id').notNull(),
    id: integer('id').notNull(),
    name: plain('name').notNull(),
    parentId: integer('parent_id'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

export const pipeline = sqliteTable(
  'pipeline',
  {
    wsId: integer('ws_id').notNull(),
    id: plain('id').notNull(),
    code: plain('code'),
    name: plain('name').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

export const stage = sqliteTable(
  'stage',
  {
    wsId: integer('ws_id').notNull(),
    id: plain('id').notNull(),
    pipelineId: plain('pipeline_id').notNull(),
    code: plain('code'),
    name: plain('name').notNull(),
    type: plain<z.infer<typeof StageType>>('type').notNull(),
    position: integer('position').notNull(),
    conversionBp: integer('conversion_bp'),
    usualDays: integer('usual_days'),
    visitsPerWeek: integer('visits_per_week'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

export const account = sqliteTable(
  'account',
  {
    wsId: integer('ws_id').notNull(),
    id: plain('id').notNull(),
    name: plain('name').notNull(),
    industry: plain('industry'),
    size: plain('size'),
    level: plain('level'),
    status: plain<z.infer<typeof AccountStatus>>('status').notNull(),
    phone: personal('phone'),
    address: personal('address'),
    website: personal('website'),
    source: plain<z.infer<typeof RecordSource>>('source').notNull(),
    ...owned(),
    bornOf: plain('born_of'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

export const accountDomain = sqliteTable(
  'account_domain',
  {
    wsId: integer('ws_id').notNull(),
    domain: plain('domain').notNull(),
    accountId: plain('account_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.domain, t.accountId] })],
);

export const contact = sqliteTable(
  'contact',
  {
    wsId: integer('ws_id').notNull(),
    id: plain('id').notNull(),
    accountId: plain('account_id'),
    name: personal('name').notNull(),
    title: personal('title'),
    role: plain<z.infer<typeof ContactRole>>('role'),
    phone: personal('phone'),
    phoneKey: personal('phone_key'),
    mobile: personal('mobile'),
    mobileKey: personal('mobile_key'),
    ...owned(),
    bornOf: plain('born_of'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

export const contactEmail = sqliteTable(
  'contact_email',
  {
    wsId: integer('ws_id').notNull(),
    email: personal('email').notNull(),
    contactId: plain('contact_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.email, t.contactId] })],
);

export const lead = sqliteTable(
  'lead',
  {
    wsId: integer('ws_id').notNull(),
    id: plain('id').notNull(),
    name: personal('name').notNull(),
    company: plain('company'),
    title: personal('title'),
    email: personal('email'),
    domain: plain('domain'),
    phone: personal('phone'),
    phoneKey: personal('phone_key'),
    website: personal('website'),
    status: plain<z.infer<typeof LeadStatus>>('status').notNull(),
    source: plain<z.infer<typeof RecordSource>>('source').notNull(),
    note: personal('note'),
    ...owned(),
    bornOf: plain('born_of'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

export const opportunity = sqliteTable(
  'opportunity',
  {
    wsId: integer('ws_id').notNull(),
    id: plain('id').notNull(),
    accountId: plain('account_id').notNull(),
    name: plain('name').notNull(),
    pipelineId: plain('pipeline_id').notNull(),
    stageId: plain('stage_id').notNull(),
    stageSince: integer('stage_since').notNull(),
    status: plain<z.infer<typeof OpportunityStatus>>('status').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: plain('currency').notNull(),
    expectedCloseOn: plain('expected_close_on'),
    nextStep: personal('next_step'),
    nextStepOn: plain('next_step_on'),
    closedAt: integer('closed_at'),
    closedBy: integer('closed_by'),
    ...owned(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

export const stageHistory = sqliteTable(
  'stage_history',
  {
    wsId: integer('ws_id').notNull(),
    opportunityId: plain('opportunity_id').notNull(),
    at: integer('at').notNull(),
    id: plain('id').notNull(),
    fromStageId: plain('from_stage_id'),
    toStageId: plain('to_stage_id').notNull(),
    fromStatus: plain<z.infer<typeof OpportunityStatus>>('from_status'),
    toStatus: plain<z.infer<typeof OpportunityStatus>>('to_status').notNull(),
    byUser: integer('by_user').notNull(),
    reason: personal('reason'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.opportunityId, t.at, t.id] })],
);

export const activity = sqliteTable('activity', {
  seq: integer('seq').primaryKey(),
  wsId: integer('ws_id').notNull(),
  id: plain('id').notNull(),
  type: plain<ActivityType>('type').notNull(),
  direction: plain<Direction>('direction'),
  outcome: plain<Outcome>('outcome'),
  occurredAt: integer('occurred_at').notNull(),
  loggedAt: integer('logged_at').notNull(),
  day: plain('day').notNull(),
  ownerId: integer('owner_id').notNull(),
  accountId: plain('account_id'),
  contactId: plain('contact_id'),
  leadId: plain('lead_id'),
  opportunityId: plain('opportunity_id'),
  level: plain<Level>('level').notNull(),
  subject: personal('subject'),
  summary: personal('summary'),
  snippet: personal('snippet'),
  textCut: integer('text_cut', { mode: 'boolean' }).notNull().default(false),
  messageKey: plain('message_key'),
  messageId: personal('message_id'),
  threadKey: plain('thread_key'),
  capturedBy: plain('captured_by'),
  attachments: personalJson<Attachment[]>('attachments').notNull().default([]),
  expenseMinor: integer('expense_minor'),
  expenseCurrency: plain('expense_currency'),
  expenseKind: plain<z.infer<typeof ExpenseKind>>('expense_kind'),
  nextKind: plain<TaskKind>('next_kind'),
  nextText: personal('next_text'),
  nextOn: plain('next_on'),
  contributors: integer('contributors').notNull().default(1),
  parts: plainJson<Part[]>('parts'),
  differing: integer('differing').notNull().default(0),
  version: integer('version').notNull().default(1),
  editedAt: integer('edited_at'),
});

export const activityBody = sqliteTable(
  'activity_body',
  {
    seq: integer('seq').primaryKey(),
    wsId: integer('ws_id').notNull(),
    text: personal('text').notNull(),
  },
  (t) => [foreignKey({ columns: [t.seq], foreignColumns: [activity.seq] })],
);

export const activityParty = sqliteTable(
  'activity_party',
  {
    wsId: integer('ws_id').notNull(),
    activityId: plain('activity_id').notNull(),
    position: integer('position').notNull(),
    role: plain<z.infer<typeof PartyRole>>('role').notNull(),
    name: personal('name'),
    email: personal('email'),
    contactId: plain('contact_id'),
    userId: integer('user_id'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.activityId, t.position] })],
);

export const contribution = sqliteTable(
  'contribution',
  {
    wsId: integer('ws_id').notNull(),
    activityId: plain('activity_id').notNull(),
    userId: integer('user_id').notNull(),
    receiptId: plain('receipt_id').notNull(),
    teamId: integer('team_id'),
    accountId: plain('account_id'),
    contactId: plain('contact_id'),
    leadId: plain('lead_id'),
    opportunityId: plain('opportunity_id'),
    level: plain<Level>('level').notNull(),
    visibility: plain<Visibility>('visibility').notNull(),
    outcome: plain<Outcome>('outcome'),
    note: personal('note'),
    pageUrl: personal('page_url'),
    content: personalJson<OwnContent>('content'),
    loggedAt: integer('logged_at').notNull(),
    editedAt: integer('edited_at'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.activityId, t.userId] })],
);

export const activityReader = sqliteTable(
  'activity_reader',
  {
    wsId: integer('ws_id').notNull(),
    reader: plain('reader').notNull(),
    facet: plain('facet').notNull(),
    occurredAt: integer('occurred_at').notNull(),
    activityId: plain('activity_id').notNull(),
    level: plain<Level>('level').notNull(),
    type: plain<ActivityType>('type').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.reader, t.facet, t.occurredAt, t.activityId] })],
);

export const receipt = sqliteTable(
  'receipt',
  {
    wsId: integer('ws_id').notNull(),
    id: plain('id').notNull(),
    userId: integer('user_id').notNull(),
    kind: plain('kind').notNull(),
    hash: plain('hash'),
    recordId: plain('record_id'),
    outcome: plain<'created' | 'joined' | 'undone'>('outcome').notNull(),
    at: integer('at').notNull(),
    records: plainJson<NonNullable<Receipt['records']>>('records'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

export const task = sqliteTable(
  'task',
  {
    wsId: integer('ws_id').notNull(),
    id: plain('id').notNull(),
    kind: plain<TaskKind>('kind').notNull(),
    title: personal('title').notNull(),
    dueOn: plain('due_on').notNull(),
    dueAt: integer('due_at'),
    assigneeId: integer('assignee_id').notNull(),
    status: plain<z.infer<typeof TaskStatus>>('status').notNull(),
    priority: plain<'low' | 'medium' | 'high'>('priority').notNull().default('medium'),
    accountId: plain('account_id'),
    contactId: plain('contact_id'),
    leadId: plain('lead_id'),
    opportunityId: plain('opportunity_id'),
    activityId: plain('activity_id'),
    replacedStep: personal('replaced_step'),
    replacedStepOn: plain('replaced_step_on'),
    audience: plain('audience').notNull(),
    version: integer('version').notNull().default(1),
    createdBy: integer('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    doneAt: integer('done_at'),
    wasNextStep: integer('was_next_step', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.id] })],
);

/** `waiting` and `waiting_since` follow from the rest: only SQL reads them. */
export const thread = sqliteTable(
  'thread',
  {
    wsId: integer('ws_id').notNull(),
    threadKey: plain('thread_key').notNull(),
    userId: integer('user_id').notNull(),
    lastInboundAt: integer('last_inbound_at'),
    lastInboundId: plain('last_inbound_id'),
    priorInboundAt: integer('prior_inbound_at'),
    priorInboundId: plain('prior_inbound_id'),
    moreInbound: integer('more_inbound', { mode: 'boolean' }).notNull().default(false),
    lastOutboundAt: integer('last_outbound_at'),
    lastOutboundId: plain('last_outbound_id'),
    priorOutboundAt: integer('prior_outbound_at'),
    priorOutboundId: plain('prior_outbound_id'),
    moreOutbound: integer('more_outbound', { mode: 'boolean' }).notNull().default(false),
    settledAt: integer('settled_at'),
    settledUntil: integer('settled_until'),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.threadKey, t.userId] })],
);

export const repMonth = sqliteTable(
  'rep_month',
  {
    wsId: integer('ws_id').notNull(),
    userId: integer('user_id').notNull(),
    month: plain('month').notNull(),
    activities: integer('activities').notNull().default(0),
    emails: integer('emails').notNull().default(0),
    calls: integer('calls').notNull().default(0),
    meetings: integer('meetings').notNull().default(0),
    visits: integer('visits').notNull().default(0),
    others: integer('others').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.userId, t.month] })],
);

export const activityDay = sqliteTable(
  'activity_day',
  {
    wsId: integer('ws_id').notNull(),
    day: plain('day').notNull(),
    userId: integer('user_id').notNull(),
    type: plain<ActivityType>('type').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.day, t.userId, t.type] })],
);

export const stageTotal = sqliteTable(
  'stage_total',
  {
    wsId: integer('ws_id').notNull(),
    pipelineId: plain('pipeline_id').notNull(),
    stageId: plain('stage_id').notNull(),
    ownerId: integer('owner_id').notNull(),
    currency: plain('currency').notNull(),
    n: integer('n').notNull(),
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.pipelineId, t.stageId, t.ownerId, t.currency] })],
);

export const stageTotalAll = sqliteTable(
  'stage_total_all',
  {
    wsId: integer('ws_id').notNull(),
    pipelineId: plain('pipeline_id').notNull(),
    stageId: plain('stage_id').notNull(),
    currency: plain('currency').notNull(),
    n: integer('n').notNull(),
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.pipelineId, t.stageId, t.currency] })],
);

export const auditEvent = sqliteTable(
  'audit_event',
  {
    wsId: integer('ws_id').notNull(),
    seq: integer('seq').notNull(),
    at: integer('at').notNull(),
    actorId: integer('actor_id').notNull(),
    action: plain('action').notNull(),
    recordKind: plain('record_kind').notNull(),
    recordId: plain('record_id').notNull(),
    fields: plainJson<string[]>('fields').notNull().default([]),
    requestId: plain('request_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.seq] })],
);

export const auditSeal = sqliteTable(
  'audit_seal',
  {
    wsId: integer('ws_id').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq').notNull(),
    hash: plain('hash').notNull(),
    sealedAt: integer('sealed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.wsId, t.toSeq] })],
);

// The two search tables are contentless FTS5: they can be matched, inserted into and deleted from by rowid, not read.
export const activityFts = sqliteTable('activity_fts', {
  rowid: integer('rowid').primaryKey(),
  scope: plain('scope').notNull(),
  t: personal('t').notNull(),
});

export const nameEntry = sqliteTable('name_entry', {
  seq: integer('seq').primaryKey(),
  wsId: integer('ws_id').notNull(),
  kind: plain<Exclude<SearchKind, 'activity'>>('kind').notNull(),
  recordId: plain('record_id').notNull(),
});

export const nameFts = sqliteTable('name_fts', {
  rowid: integer('rowid').primaryKey(),
  scope: plain('scope').notNull(),
  t: personal('t').notNull(),
});
