import type { Level, Visibility } from '../../shared/access.ts';
import type { ActivityType, Direction, Outcome } from '../../shared/activity.ts';
import type { Context } from '../../shared/context.ts';
import type { Day } from '../../shared/day.ts';
import type { Opportunity } from '../../shared/opportunity.ts';
import type { Me } from '../../shared/session.ts';
import type { TaskKind } from '../../shared/task.ts';
import { type CapturedItem, subjectOf } from './captured-item.ts';
import {
  type AccountState,
  type Added,
  addedBy,
  type Sender,
  type SenderEdits,
  senderOf,
} from './now/sender/sender.ts';
import { counterpartOf, directionOf } from './people.ts';

export type Named = { id: string; name: string };
export type NextStepDraft = {
  kind: TaskKind;
  /** As typed, words for the day included. */
  text: string;
  dueOn: Day;
  /** Where a time of day is agreed. */
  dueAt?: number | undefined;
  /** `text` without the words that named the day: what the task is called. */
  title?: string | undefined;
  /** What was chosen by hand stays, whatever is typed on. */
  isDayChosen?: boolean;
  isKindChosen?: boolean;
};

/** What the rep has touched, and nothing else: the rest follows what is known. `null` = none, chosen on purpose. */
export type Edits = {
  account?: Named | null | undefined;
  /** The contact or lead that the rep says an unknown counterpart is. */
  contact?: (Named & { accountId?: string }) | undefined;
  lead?: Named | undefined;
  /** What becomes of a counterpart whom nobody knows. */
  sender?: SenderEdits;
  /** People of the mail who are left out of the log, by `personKey`. */
  dropped?: string[];
  opportunity?: Named | null;
  type?: ActivityType;
  direction?: Direction;
  outcome?: Outcome | null;
  level?: Level;
  visibility?: Visibility;
  subject?: string | undefined;
  summary?: string;
  text?: string;
  /** The text was edited after it had been cut: it stays marked as cut. */
  isTextCut?: boolean;
  nextStep?: NextStepDraft;
};

export type Choices = {
  account?: Named;
  contactId?: string;
  lead?: Named;
  opportunity?: Named;
  type: ActivityType;
  direction?: Direction;
  outcome?: Outcome;
  level: Level;
  visibility: Visibility;
  subject: string;
  summary: string;
  text: string;
  isTextCut: boolean;
  nextStep?: NextStepDraft;
  dropped: readonly string[];
  sender?: Sender;
  added?: Added;
};

export type Known = {
  captured: CapturedItem;
  me: Me;
  /** What this person chose last time for this counterpart. */
  usualLevel?: Level | undefined;
  /** The form for an unknown counterpart is on screen: nobody is added unseen. */
  isSenderShown?: boolean;
  /** Undefined while it is being asked for, and when the server cannot be reached. */
  context: Context | undefined;
  /** Open opportunities of the chosen account, nearest next step first. */
  opportunities: readonly Pick<Opportunity, 'id' | 'name' | 'accountId'>[];
};

export function choicesOf(known: Known, edits: Edits): Choices {
  const { captured, me, usualLevel } = known;
  const type = edits.type ?? (captured.item.kind === 'mail' ? 'email' : 'web_capture');
  const direction = edits.direction ?? directionOf(captured.people);
  const outcome = edits.outcome === undefined ? usualOutcome(type, captured) : edits.outcome;
  return {
    ...aboutOf(known, edits),
    type,
    level: edits.level ?? usualLevel ?? 'full',
    visibility: edits.visibility ?? usualVisibility(me),
    subject: edits.subject ?? subjectOf(captured.item) ?? '',
    summary: edits.summary ?? '',
    text: edits.text ?? captured.words,
    isTextCut: edits.isTextCut ?? false,
    dropped: edits.dropped ?? [],
    ...(direction && type === 'email' && { direction }),
    ...(outcome && { outcome }),
    ...(edits.nextStep && { nextStep: edits.nextStep }),
  };
}

type About = Pick<Choices, 'account' | 'contactId' | 'lead' | 'opportunity' | 'sender' | 'added'>;

/** Whom it is about: records that are there, and those that are added with it. */
function aboutOf({ captured, context, opportunities, isSenderShown }: Known, edits: Edits): About {
  const account = accountOf(context, edits);
  const isAsked = isSenderShown && edits.contact === undefined && edits.lead === undefined;
  const around = { captured, context, account: accountState(context, edits) };
  const sender = isAsked ? senderOf(around, edits.sender ?? {}) : undefined;
  const added = sender && addedBy(sender);
  const about = { ...(sender && { sender }), ...(added && { added }) };
  // Who becomes a lead belongs to no account yet.
  if (added?.lead) return about;
  const contactId = contactIdOf({ captured, context, account }, edits);
  const lead = leadOf({ captured, context }, edits);
  const opportunity = account && opportunityOf(opportunities, account, edits);
  return {
    ...about,
    ...(account ? { account } : lead && { lead }),
    ...(contactId && { contactId }),
    ...(opportunity && { opportunity }),
  };
}

function accountState(context: Context | undefined, edits: Edits): AccountState {
  if (accountOf(context, edits)) return 'chosen';
  if (edits.account === null) return 'none';
  return isAccountOpen(context, edits) ? 'open' : 'unknown';
}

export function accountOf(context: Context | undefined, edits: Edits): Named | undefined {
  if (edits.account !== undefined) return edits.account ?? undefined;
  const best = context?.isCertain ? context.accounts[0]?.account : undefined;
  return best && { id: best.id, name: best.name };
}

/** Several accounts could be meant and the rep has not said which: logging asks first. */
export const isAccountOpen = (context: Context | undefined, edits: Edits): boolean =>
  edits.account === undefined && context !== undefined && !context.isCertain && context.accounts.length > 0;

/** The counterpart's own contact, unless the log goes to an account that this contact does not belong to. */
function contactIdOf(
  { captured, context, account }: Pick<Known, 'captured' | 'context'> & { account: Named | undefined },
  edits: Edits,
): string | undefined {
  if (edits.account === null) return undefined;
  const email = counterpartOf(captured.people)?.email;
  const known = edits.contact ?? context?.contacts.find((contact) => contact.email === email);
  return known && (!known.accountId || known.accountId === account?.id) ? known.id : undefined;
}

/** A lead is known by its own address only. */
function leadOf({ captured, context }: Pick<Known, 'captured' | 'context'>, edits: Edits): Named | undefined {
  if (edits.lead) return edits.lead;
  const email = counterpartOf(captured.people)?.email;
  const lead = email && context?.leads.find((candidate) => candidate.email === email);
  return lead && edits.account === undefined ? { id: lead.id, name: lead.name } : undefined;
}

/**
 * The one with the nearest next step is chosen in advance, so that logging the mail of a known sender takes two
 * actions; it stands under the account with its stage and a button to change it.
 */
function opportunityOf(
  opportunities: Known['opportunities'],
  account: Named,
  edits: Edits,
): Named | undefined {
  const own = opportunities.filter(({ accountId }) => accountId === account.id);
  if (edits.opportunity === null) return undefined;
  const chosen = own.find(({ id }) => id === edits.opportunity?.id) ?? own[0];
  return chosen && { id: chosen.id, name: chosen.name };
}

/**
 * A mail is `neutral` until the rep says otherwise: reading mood from text would be a guess shown as a fact, and an
 * empty outcome would be one more action on every log. Automatic mail and pages have none.
 */
function usualOutcome(type: ActivityType, { item }: CapturedItem): Outcome | undefined {
  const isPersonal = item.kind === 'mail' && item.automatic === undefined;
  return type === 'email' && isPersonal ? 'neutral' : undefined;
}

/** Who is in no team has no team to show it to. */
export const usualVisibility = (me: Me): Visibility => (me.user.teamId === undefined ? 'org' : 'team');
