import { atLeast, type Level } from '../../../shared/access.ts';
import {
  type Activity,
  type EditActivity,
  MAX_JOINED_NOTE,
  MAX_SUMMARY,
  MAX_TEXT_BYTES,
} from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { utf8Length } from '../../../shared/text.ts';
import { filedUnder } from '../move/filing.ts';

/** Everything of a part that its person may change; null = none. */
export type OwnPart = Required<EditActivity>;

/** One's own part of a record; undefined where one has none, or may only read. */
export function ownPart(activity: Activity, me: Me): OwnPart | undefined {
  const part = activity.contributions.find(({ receiptId }) => receiptId !== undefined);
  if (!part || me.user.role === 'read_only') return undefined;
  const { subject, text } = activity.own ?? activity;
  const { account, contact, lead, opportunity } = filedUnder(activity, me.user.id);
  return {
    accountId: account?.id ?? null,
    contactId: contact?.id ?? null,
    leadId: lead?.id ?? null,
    opportunityId: opportunity?.id ?? null,
    outcome: part.outcome ?? null,
    level: part.level,
    visibility: part.visibility,
    subject: subject ?? null,
    summary: (activity.own ? undefined : activity.summary) ?? null,
    text: text ?? null,
    note: part.note ?? null,
  };
}

/** What `after` says otherwise. Words that the new level does not carry are taken away by the level itself. */
export function changeOf(before: OwnPart, after: OwnPart): EditActivity {
  const carried = (field: keyof OwnPart) => atLeast(after.level, LEAST[field] ?? 'fact');
  const changed = (Object.keys(after) as (keyof OwnPart)[]).filter(
    (field) => before[field] !== after[field] && carried(field),
  );
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

const LEAST: Partial<Record<keyof OwnPart, Level>> = { subject: 'subject', summary: 'summary', text: 'full' };

const MOST = { summary: MAX_SUMMARY, text: MAX_TEXT_BYTES, note: MAX_JOINED_NOTE };
export type Wording = keyof typeof MOST;

/** What is longer than the server keeps: a character may be of several bytes, so no field can bound itself. */
export const tooLongIn = (change: EditActivity): Wording[] =>
  (['summary', 'text', 'note'] as const).filter((field) => utf8Length(change[field] ?? '') > MOST[field]);

export const LOSSES = ['text', 'summary', 'subject', 'attachments', 'link'] as const;
export type Loss = (typeof LOSSES)[number];

/** What there is now and would be gone at `level`. */
export function lossesAt(level: Level, part: OwnPart, activity: Activity): Loss[] {
  const isOwnShown = activity.own === undefined;
  const there: Record<Loss, boolean> = {
    text: part.text !== null,
    summary: part.summary !== null,
    subject: part.subject !== null,
    attachments: isOwnShown && activity.attachments.length > 0,
    link: isOwnShown && activity.pageUrl !== undefined,
  };
  const least: Record<Loss, Level> = {
    text: 'full',
    summary: 'summary',
    subject: 'subject',
    attachments: 'subject',
    link: 'subject',
  };
  return LOSSES.filter((loss) => there[loss] && !atLeast(level, least[loss]));
}
