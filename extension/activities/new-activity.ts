import { atLeast } from '../../shared/access.ts';
import { type Attachment, MAX_TEXT_BYTES, type NewActivity, type NewRecords } from '../../shared/activity.ts';
import type { CapturedMail, CapturedPage } from '../../shared/capture.ts';
import type { NextStep } from '../../shared/task.ts';
import { cutAtParagraph, wellFormed } from '../../shared/text.ts';
import { type CapturedItem, pageUrlOf, sentAtOf } from './captured-item.ts';
import type { Choices, NextStepDraft } from './choices.ts';
import { clipLine } from './clip.ts';
import { partiesOf } from './people.ts';

/** Client-made ids: the activity's own and, where a next step is agreed, its task's. */
export type NewIds = { id: string; taskId: string };
/** Those of the records that may be added with it. */
export type RecordIds = { accountId: string; contactId: string; leadId: string };

/**
 * The log of what is shown. Each level carries what the one before carries and more:
 * `fact` who, when, which records, and hashed keys, so that the same mail logged by two people becomes one record;
 * `subject` + subject, Message-ID, names of attachments, address of a page; `summary` + the rep's own sentence, which
 * stands in for the text; `full` + the text instead of that sentence. People are part of the fact: without them it
 * would not say with whom.
 */
export function toNewActivity(
  captured: CapturedItem,
  choices: Choices,
  ids: NewIds & RecordIds,
): NewActivity {
  const { item } = captured;
  const { level, dropped } = choices;
  const create = newRecords(choices, ids);
  const contactId = choices.contactId ?? create?.contact?.id;
  return {
    id: ids.id,
    type: choices.type,
    direction: choices.direction,
    outcome: choices.outcome,
    occurredAt: sentAtOf(item) ?? captured.capturedAt,
    accountId: choices.account?.id ?? create?.account?.id,
    contactId,
    leadId: choices.lead?.id ?? create?.lead?.id,
    opportunityId: choices.opportunity?.id,
    level,
    visibility: choices.visibility,
    parties: partiesOf(captured.people, { contactId, dropped }),
    messageKey: captured.messageKey,
    threadKey: captured.threadKey,
    capturedBy: clipLine(item.adapter, 40),
    nextStep: choices.nextStep && nextStepOf(choices.nextStep, ids.taskId),
    create,
    ...(atLeast(level, 'subject') && subjectPart(item, choices.subject)),
    ...(level === 'summary' && { summary: shortText(choices.summary) }),
    ...(level === 'full' && textPart(choices.text, choices.isTextCut)),
  };
}

/** What a private log adds is private too: that it is there would tell of the log. */
function newRecords({ added, account, visibility }: Choices, ids: RecordIds): NewRecords | undefined {
  if (!added) return undefined;
  const who = visibility === 'private' ? { visibility } : {};
  const accountId = account?.id ?? (added.account && ids.accountId);
  return {
    ...(added.account && { account: { ...added.account, ...who, id: ids.accountId, source: 'email' } }),
    ...(added.contact && { contact: { ...added.contact, ...who, id: ids.contactId, accountId } }),
    ...(added.lead && { lead: { ...added.lead, ...who, id: ids.leadId, source: 'email' } }),
  };
}

function subjectPart(item: CapturedMail | CapturedPage, words: string): Partial<NewActivity> {
  const subject = clipLine(words, 1000);
  if (item.kind === 'page') return { subject, pageUrl: pageUrlOf(item) };
  return { subject, messageId: clipMessageId(item.messageId), attachments: attachmentsOf(item) };
}

/** An identifier cut short would identify something else. */
const clipMessageId = (id: string | undefined): string | undefined => {
  const line = clipLine(id, 1000);
  return line && line.length <= 998 ? line : undefined;
};

function attachmentsOf(mail: CapturedMail): Attachment[] {
  return mail.attachments.slice(0, 100).flatMap(({ name, type, size }) => {
    const shortName = clipLine(name, 255);
    const isSize = size !== undefined && Number.isSafeInteger(size) && size >= 0;
    return shortName ? [{ name: shortName, type: clipLine(type, 127), ...(isSize && { size }) }] : [];
  });
}

export function textPart(text: string, wasCut = false): Pick<NewActivity, 'text' | 'isTextCut'> {
  const cut = cutAtParagraph(wellFormed(text).trim(), MAX_TEXT_BYTES);
  return cut.text ? { text: cut.text, isTextCut: cut.isCut || wasCut } : {};
}

export const shortText = (text: string): string | undefined =>
  cutAtParagraph(wellFormed(text).trim(), 4000).text || undefined;

export function nextStepOf(draft: NextStepDraft, taskId: string): NextStep | undefined {
  const { kind, text, title, dueOn, dueAt } = draft;
  const line = clipLine(title ?? text, 300);
  return line ? { taskId, kind, text: line, dueOn, ...(dueAt !== undefined && { dueAt }) } : undefined;
}
