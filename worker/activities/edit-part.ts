import type * as z from 'zod';
import { atLeast } from '../../shared/access.ts';
import { type ActivityType, type EditActivity, MAX_JOINED_NOTE, outcomesOf } from '../../shared/activity.ts';
import { utf8Length } from '../../shared/text.ts';
import { ServiceError } from '../errors.ts';
import { atLevel, type Content } from './content.ts';
import { ownWords } from './join-activity.ts';
import { type ContributionRow, contentBy, type Logged } from './logged.ts';

export type EditInput = z.output<typeof EditActivity>;

export const RECORDS = ['accountId', 'contactId', 'leadId', 'opportunityId'] as const;
export type RecordField = (typeof RECORDS)[number];

/** Everything of a part that its person may change. */
export type EditablePart = Pick<ContributionRow, RecordField | 'outcome' | 'level' | 'visibility' | 'note'> &
  Pick<Content, 'subject' | 'summary' | 'text'>;

export function editablePart(logged: Logged, own: ContributionRow): EditablePart {
  const { accountId, contactId, leadId, opportunityId, outcome, level, visibility, note } = own;
  const { subject, summary, text } = contentBy(logged, own);
  const records = { accountId, contactId, leadId, opportunityId };
  return { ...records, outcome, level, visibility, note, subject, summary, text };
}

/** What is absent stays; null takes it away. */
const or = <T>(sent: T | undefined, present: T): T => (sent === undefined ? present : sent);

type Edit = {
  input: EditInput;
  type: ActivityType;
  /** The summary belongs to the owner's part; another's own sentence is kept as a note, as when it was logged. */
  isOwner: boolean;
  /** Whose the opportunity is that it is moved to. */
  accountOfOpportunity: string | undefined;
};

export function editedPart(present: EditablePart, edit: Edit): EditablePart {
  const { input, isOwner, accountOfOpportunity } = edit;
  refuseMisfit(present, edit);
  const level = or(input.level, present.level);
  const note = or(input.note, present.note) || null;
  const words = atLevel(
    {
      ...NOTHING,
      subject: or(input.subject, present.subject),
      summary: or(input.summary, present.summary) || null,
      text: or(input.text, present.text) || null,
    },
    level,
  );
  return {
    accountId: or(input.accountId, accountOfOpportunity ?? present.accountId),
    contactId: or(input.contactId, present.contactId),
    leadId: or(input.leadId, present.leadId),
    opportunityId: or(input.opportunityId, present.opportunityId),
    outcome: or(input.outcome, present.outcome),
    level,
    visibility: or(input.visibility, present.visibility),
    subject: words.subject,
    text: words.text,
    ...(isOwner
      ? { note, summary: words.summary }
      : { note: acceptable(ownWords({ summary: words.summary, note })), summary: null }),
  };
}

/** What is kept has to be accepted again by the next edit. */
function acceptable(note: string | null): string | null {
  if (note && utf8Length(note) > MAX_JOINED_NOTE)
    throw new ServiceError('invalid', { fields: { note: 'too_long' } });
  return note;
}

const NOTHING = { messageId: null, attachments: [], parties: [], textCut: false };

/** What is sent has to suit the type, and the level that holds afterwards. */
function refuseMisfit(present: EditablePart, { input, type }: Edit) {
  const level = or(input.level, present.level);
  const fields = {
    ...(input.outcome && !outcomesOf(type).includes(input.outcome) && { outcome: 'outcome' }),
    ...(input.subject && !atLeast(level, 'subject') && { subject: 'level' }),
    ...(input.summary && !atLeast(level, 'summary') && { summary: 'level' }),
    ...(input.text && !atLeast(level, 'full') && { text: 'level' }),
  };
  if (Object.keys(fields).length > 0) throw new ServiceError('invalid', { fields });
}

/** What the part says from now on: a lower level takes away more than what can be edited. */
export function editedContent(present: Content, { level, subject, summary, text }: EditablePart): Content {
  const textCut = text !== null && present.textCut;
  return atLevel({ ...present, subject, summary, text, textCut }, level);
}

export const changedFields = (before: EditablePart, after: EditablePart): (keyof EditablePart)[] =>
  (Object.keys(after) as (keyof EditablePart)[]).filter((field) => before[field] !== after[field]);
