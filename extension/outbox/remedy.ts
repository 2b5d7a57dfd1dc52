import { atLeast } from '../../shared/access.ts';
import type { NewActivity } from '../../shared/activity.ts';

/** What can be edited. `subject` and `text` only where the log carries them, `summary` where its level lets one be. */
export type EditedWords = {
  subject: string | undefined;
  summary: string | undefined;
  text: string | undefined;
  keepsOpportunity: boolean;
};

export const wordsOf = ({ level, subject, summary, text, opportunityId }: NewActivity): EditedWords => ({
  subject,
  summary: atLeast(level ?? 'full', 'summary') ? (summary ?? '') : undefined,
  text,
  keepsOpportunity: opportunityId !== undefined,
});

/** The log with the edited words; what was emptied is left out, because an empty text is not a text. */
export function changedPayload(payload: NewActivity, words: EditedWords): NewActivity {
  const { subject: _s, summary: _m, text: _t, ...kept } = payload;
  const { subject, summary, text, keepsOpportunity } = words;
  const changed = {
    ...kept,
    ...(subject?.trim() && { subject }),
    ...(summary?.trim() && { summary }),
    ...(text?.trim() && { text }),
  };
  return keepsOpportunity ? changed : withoutOpportunity(changed);
}

export const withoutOpportunity = ({ opportunityId: _closed, ...rest }: NewActivity): NewActivity => rest;
