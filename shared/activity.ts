import * as z from 'zod';
import { atLeast, Level, Visibility } from './access.ts';
import { NewAccount } from './account.ts';
import { Email, NewContact } from './contact.ts';
import { Day, Instant } from './day.ts';
import { Id, UserId } from './id.ts';
import { NewLead } from './lead.ts';
import { AmountMinor, Currency } from './money.ts';
import { CursorText, PageQuery } from './page.ts';
import { NextStep, TaskKind } from './task.ts';
import { Line, Text } from './text.ts';

export const ActivityType = z.enum([
  'email',
  'call',
  'meeting',
  'visit',
  'web_capture',
  'message',
  'note',
  'demo',
  'gift_care',
  'survey',
  'other',
]);
export type ActivityType = z.infer<typeof ActivityType>;
export const Direction = z.enum(['inbound', 'outbound', 'internal']);
export type Direction = z.infer<typeof Direction>;

const ANY_OUTCOME = ['positive', 'neutral', 'negative', 'no_response'] as const;
const CALL_OUTCOME = ['connected', 'no_answer', 'busy', 'left_message', 'wrong_number'] as const;
const MEETING_OUTCOME = ['scheduled', 'completed', 'rescheduled', 'no_show', 'cancelled'] as const;
export const Outcome = z.enum([...ANY_OUTCOME, ...CALL_OUTCOME, ...MEETING_OUTCOME]);
export type Outcome = z.infer<typeof Outcome>;

/** The outcomes that make sense for a type, the type's own first (vocabulary.md). */
export function outcomesOf(type: ActivityType): readonly Outcome[] {
  if (type === 'call') return [...CALL_OUTCOME, ...ANY_OUTCOME];
  if (type === 'meeting' || type === 'visit' || type === 'demo') return [...MEETING_OUTCOME, ...ANY_OUTCOME];
  return ANY_OUTCOME;
}

export const PartyRole = z.enum(['from', 'to', 'cc', 'bcc', 'participant']);
export const Party = z.strictObject({
  role: PartyRole,
  name: Line(200).optional(),
  email: Email.optional(),
  contactId: Id.optional(),
});
export type Party = z.infer<typeof Party>;

export const Attachment = z.strictObject({
  name: Line(255),
  type: Line(127).optional(),
  size: z.int().min(0).optional(),
});
export type Attachment = z.infer<typeof Attachment>;

export const ExpenseKind = z.enum(['travel', 'meal', 'gift', 'sample', 'other']);

/** Text as sent is at most this many bytes of UTF-8; the client cuts at a paragraph and says so. */
export const MAX_TEXT_BYTES = 64 * 1024;
/** Likewise the rep's own sentence. */
export const MAX_SUMMARY = 4000;
const MAX_NOTE = 2000;

/**
 * Records that come into being with a log, in one batch with it: all or nothing. The log names each by its id. One that
 * the team has already (an account of the same domain, a contact or lead of the same address, readable to whoever logs)
 * is used instead of a second one.
 */
export const NewRecords = z.strictObject({
  account: NewAccount.optional(),
  contact: NewContact.optional(),
  lead: NewLead.optional(),
});
export type NewRecords = z.input<typeof NewRecords>;

type Naming = {
  accountId?: string | undefined;
  contactId?: string | undefined;
  leadId?: string | undefined;
  create?: { [kind in 'account' | 'contact' | 'lead']?: { id: string } | undefined } | undefined;
};

/** Each new record is one that the log names: nothing is created on the side. */
const namesWhatItCreates = ({ create, accountId, contactId, leadId }: Naming): boolean =>
  (!create?.account || create.account.id === accountId) &&
  (!create?.contact || create.contact.id === contactId) &&
  (!create?.lead || create.lead.id === leadId);

/** What a rep logs. `level` bounds what it may carry: a subject from `subject` on, a summary from `summary` on, text only with `full`. */
export const NewActivity = z
  .strictObject({
    id: Id,
    type: ActivityType,
    direction: Direction.optional(),
    outcome: Outcome.optional(),
    occurredAt: Instant,
    accountId: Id.optional(),
    contactId: Id.optional(),
    leadId: Id.optional(),
    opportunityId: Id.optional(),
    level: Level.default('full'),
    visibility: Visibility.default('team'),
    subject: Line(1000).optional(),
    /** The rep's own sentence. */
    summary: Text(MAX_SUMMARY).optional(),
    text: Text(MAX_TEXT_BYTES).optional(),
    isTextCut: z.boolean().default(false),
    parties: z.array(Party).max(200).default([]),
    attachments: z.array(Attachment).max(100).default([]),
    /** One key per message, made by `messageKey`: the same mail logged by two people becomes one activity. */
    messageKey: z
      .string()
      .regex(/^[mf]:[0-9a-f]{64}$/, { error: 'message_key' })
      .optional(),
    messageId: Line(998).optional(),
    threadKey: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'thread_key' })
      .optional(),
    pageUrl: Line(2000)
      .refine((url) => /^https?:\/\//.test(url), { error: 'url' })
      .optional(),
    /** Id of the page adapter that read it. */
    capturedBy: Line(40).optional(),
    note: Text(MAX_NOTE).optional(),
    expense: z.strictObject({ amountMinor: AmountMinor, currency: Currency, kind: ExpenseKind }).optional(),
    nextStep: NextStep.optional(),
    create: NewRecords.optional(),
  })
  .refine(namesWhatItCreates, { error: 'create', path: ['create'] })
  .refine((a) => a.level === 'full' || a.text === undefined, { error: 'level', path: ['text'] })
  .refine((a) => atLeast(a.level, 'summary') || a.summary === undefined, {
    error: 'level',
    path: ['summary'],
  })
  .refine((a) => a.level !== 'fact' || a.subject === undefined, { error: 'level', path: ['subject'] })
  .refine((a) => !a.outcome || outcomesOf(a.type).includes(a.outcome), {
    error: 'outcome',
    path: ['outcome'],
  });
export type NewActivity = z.input<typeof NewActivity>;

/** A joiner's summary becomes the first line of the note, which has to be accepted as it was handed out. */
export const MAX_JOINED_NOTE = MAX_SUMMARY + 1 + MAX_NOTE;

/**
 * A change of one's own contribution: filed elsewhere, or said otherwise. What is absent stays; null takes it away. What
 * others contributed is never touched, and nothing that a lower level left out comes back by itself: a higher level
 * carries only what is sent with it.
 */
export const EditActivity = z
  .strictObject({
    accountId: Id.nullable(),
    contactId: Id.nullable(),
    leadId: Id.nullable(),
    opportunityId: Id.nullable(),
    outcome: Outcome.nullable(),
    level: Level,
    visibility: Visibility,
    subject: Line(1000).nullable(),
    summary: Text(MAX_SUMMARY).nullable(),
    text: Text(MAX_TEXT_BYTES).nullable(),
    note: Text(MAX_JOINED_NOTE).nullable(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'empty' });
export type EditActivity = z.input<typeof EditActivity>;

/** A row of the feed: what the reader may see of it, cut to the level that the reader's keys open. */
export const FeedItem = z.object({
  id: Id,
  type: ActivityType,
  direction: Direction.optional(),
  outcome: Outcome.optional(),
  occurredAt: z.int(),
  loggedAt: z.int(),
  /** When the person who logged it last changed it. */
  editedAt: z.int().optional(),
  ownerId: UserId,
  /** How many people share the credit. */
  contributors: z.int(),
  level: Level,
  subject: z.string().optional(),
  snippet: z.string().optional(),
  attachmentCount: z.int(),
  account: z.object({ id: Id, name: z.string() }).optional(),
  opportunity: z.object({ id: Id, name: z.string(), amountMinor: z.int(), currency: z.string() }).optional(),
  lead: z.object({ id: Id, name: z.string() }).optional(),
  nextStep: z.object({ kind: TaskKind, text: z.string(), dueOn: Day }).optional(),
});
export type FeedItem = z.infer<typeof FeedItem>;

export const ContributionView = z.object({
  userId: UserId,
  level: Level,
  visibility: Visibility,
  outcome: Outcome.optional(),
  note: z.string().optional(),
  loggedAt: z.int(),
  editedAt: z.int().optional(),
  /** Only on one's own: the receipt that an undo names. */
  receiptId: Id.optional(),
  /** Only on one's own: the person it is filed under. */
  contactId: Id.optional(),
});

/** A whole record as its reader may see it. */
export const Activity = FeedItem.extend({
  summary: z.string().optional(),
  text: z.string().optional(),
  isTextCut: z.boolean(),
  parties: z.array(
    z.object({
      role: PartyRole,
      name: z.string().optional(),
      email: z.string().optional(),
      contactId: Id.optional(),
      userId: UserId.optional(),
    }),
  ),
  attachments: z.array(Attachment),
  messageId: z.string().optional(),
  pageUrl: z.string().optional(),
  expense: z.object({ amountMinor: z.int(), currency: z.string(), kind: ExpenseKind }).optional(),
  contributions: z.array(ContributionView),
  /** What the reader's own part says, where another's is shown: an edit changes this one. */
  own: FeedItem.pick({ subject: true, account: true, opportunity: true, lead: true })
    .extend({ text: z.string().optional() })
    .optional(),
  version: z.int(),
});
export type Activity = z.infer<typeof Activity>;

/** Filters of the feed. `person` = who logged it; `day` = one day or `from`–`to` in the workspace's time zone. */
export const FeedQuery = PageQuery.extend({
  cursor: CursorText.optional(),
  person: z.coerce.number().pipe(UserId).optional(),
  type: ActivityType.optional(),
  accountId: Id.optional(),
  opportunityId: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
});
export type FeedQuery = z.input<typeof FeedQuery>;
