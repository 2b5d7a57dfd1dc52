import type { Visibility } from '../../../shared/access.ts';
import type { ActivityType, NewActivity, Outcome } from '../../../shared/activity.ts';
import { Currency, parseAmount } from '../../../shared/money.ts';
import type { Opportunity } from '../../../shared/opportunity.ts';
import type { NameHit } from '../../../shared/search.ts';
import type { Me } from '../../../shared/session.ts';
import { type Named, type NextStepDraft, usualVisibility } from '../choices.ts';
import { type NewIds, nextStepOf, textPart } from '../new-activity.ts';

/** What can be written without a page. */
export const WRITTEN_TYPES = ['call', 'visit', 'meeting', 'message', 'note'] as const;
export type WrittenType = (typeof WRITTEN_TYPES)[number];

/** Whom and what a written log is about. Whatever is found names its account too, where it has one. */
export type About = {
  account?: Named;
  contact?: Named;
  lead?: Named;
  opportunity?: Named & Partial<Pick<Opportunity, 'amountMinor' | 'currency'>>;
};

export type ExpenseDraft = {
  amount: string;
  currency: string;
  kind: NonNullable<NewActivity['expense']>['kind'];
};

/** A form as typed; absent = not touched. */
export type WriteForm = {
  type: WrittenType;
  about?: About;
  outcome?: Outcome | null;
  text: string;
  /** Absent = now, when it is saved. */
  at?: number;
  nextStep?: NextStepDraft;
  expense?: ExpenseDraft;
  visibility?: Visibility;
};

export type WriteProblem = 'what' | 'amount' | 'future';

/** What is in the way of saving. A call says enough by its outcome; what it was about may stay empty. */
export function problemsOf(form: WriteForm, now: number): WriteProblem[] {
  const isEmpty = form.text.trim() === '' && aboutName(form.about) === undefined;
  const isAmountWrong = Boolean(form.expense?.amount.trim()) && expenseOf(form) === undefined;
  return [
    ...(isEmpty ? (['what'] as const) : []),
    ...(isAmountWrong ? (['amount'] as const) : []),
    ...((form.at ?? now) > now + MINUTE ? (['future'] as const) : []),
  ];
}

const MINUTE = 60_000;

export function outcomeOf({ type, outcome }: WriteForm): Outcome | undefined {
  return outcome === undefined ? USUAL_OUTCOME[type] : (outcome ?? undefined);
}

/** What somebody who sits down to write about it has mostly seen; one click says otherwise. */
const USUAL_OUTCOME: Partial<Record<ActivityType, Outcome>> = {
  call: 'connected',
  visit: 'completed',
  meeting: 'completed',
  message: 'neutral',
};

export function toWrittenActivity(form: WriteForm, at: { me: Me; now: number; ids: NewIds }): NewActivity {
  return {
    id: at.ids.id,
    type: form.type,
    outcome: outcomeOf(form),
    occurredAt: form.at ?? at.now,
    accountId: form.about?.account?.id,
    contactId: form.about?.contact?.id,
    leadId: form.about?.lead?.id,
    opportunityId: form.about?.opportunity?.id,
    level: 'full',
    visibility: form.visibility ?? usualVisibility(at.me),
    expense: expenseOf(form),
    nextStep: form.nextStep && nextStepOf(form.nextStep, at.ids.taskId),
    ...textPart(form.text),
  };
}

function expenseOf({ expense }: WriteForm): NewActivity['expense'] {
  const isCurrency = Currency.safeParse(expense?.currency).success;
  const amountMinor = expense && isCurrency ? parseAmount(expense.amount, expense.currency) : undefined;
  return amountMinor === undefined || !expense
    ? undefined
    : { amountMinor, currency: expense.currency, kind: expense.kind };
}

/** What a search hit stands for. A log is about no other log. */
export function aboutOf(hit: NameHit): About | undefined {
  const named = { id: hit.id, name: hit.name };
  const account = hit.accountId ? { account: { id: hit.accountId, name: hit.hint ?? '' } } : {};
  switch (hit.kind) {
    case 'account':
      return { account: named };
    case 'contact':
      return { ...account, contact: named };
    case 'opportunity':
      return { ...account, opportunity: named };
    case 'lead':
      return { lead: named };
    case 'activity':
      return undefined;
  }
}

export const aboutName = (about: About | undefined): string | undefined =>
  (about?.contact ?? about?.lead ?? about?.account ?? about?.opportunity)?.name;
