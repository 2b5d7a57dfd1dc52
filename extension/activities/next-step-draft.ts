import { addDays, type Day } from '../../shared/day.ts';
import type { SpokenStep } from '../when/next-step.ts';
import type { NextStepDraft } from './choices.ts';

type Typing = {
  before: NextStepDraft | undefined;
  /** What the words say; undefined while they name no day. */
  spoken: SpokenStep | undefined;
  kind: NextStepDraft['kind'];
  /** For a step whose words name none. */
  usualDay: Day;
};

/** The next step after `text` was typed. A day named in words is taken, unless one was chosen by hand. */
export function typed(text: string, { before, spoken, kind, usualDay }: Typing): NextStepDraft {
  const when = before?.isDayChosen
    ? { dueOn: before.dueOn, dueAt: before.dueAt }
    : { dueOn: spoken?.dueOn ?? usualDay, dueAt: spoken?.dueAt };
  return {
    text,
    ...when,
    kind: before?.isKindChosen ? before.kind : kind,
    title: spoken?.title,
    ...(before?.isDayChosen && { isDayChosen: true }),
    ...(before?.isKindChosen && { isKindChosen: true }),
  };
}

/** A step found in a mail, once the rep takes it. */
export const accepted = ({ kind, title, dueOn, dueAt }: SpokenStep): NextStepDraft => ({
  kind,
  text: title,
  dueOn,
  dueAt,
  isDayChosen: true,
});

/** Another day chosen by hand: a time that was agreed for the other day does not move along. */
export const onDay = (draft: NextStepDraft, dueOn: Day): NextStepDraft => ({
  ...draft,
  dueOn,
  dueAt: draft.dueOn === dueOn ? draft.dueAt : undefined,
  isDayChosen: true,
});

/** Sentences of a mail tell of days long past as well; what is offered must still be ahead. */
export const isAhead = (
  { dueOn, dueAt }: Pick<SpokenStep, 'dueOn' | 'dueAt'>,
  today: Day,
  now = Date.now(),
) => (dueAt === undefined ? dueOn >= today : dueAt > now && dueOn >= addDays(today, -1));
