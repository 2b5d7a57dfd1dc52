import type { Level, Visibility } from '../../shared/access.ts';
import type { ListedMessage } from '../../shared/capture.ts';
import type { Context } from '../../shared/context.ts';
import type { Me } from '../../shared/session.ts';
import type { CapturedItem } from '../activities/captured-item.ts';
import { type Choices, choicesOf, type Edits, isAccountOpen, type Known } from '../activities/choices.ts';

/** One ticked message on its way from the list to the log. */
export type Line = {
  listed: ListedMessage;
  state: 'waiting' | 'reading' | 'failed' | 'read' | 'saved';
  captured?: CapturedItem;
  /** Undefined where the server could not be asked: the message can be logged all the same. */
  context?: Context | undefined;
  /** What was chosen last time for its counterpart. */
  usualLevel?: Level | undefined;
  edits: Edits;
  /** What the rep said of it; without a word the usual holds. */
  isWanted?: boolean;
};

/** What holds for all of them. */
export type ForAll = { level?: Level; visibility?: Visibility };

/** `whom`: several accounts fit and none is chosen. `logged`: the rep has logged it before. */
export type Readiness = 'ready' | 'whom' | 'logged' | 'not_read';

export function readinessOf({ state, captured, context, edits }: Line): Readiness {
  if (state === 'saved' || !captured) return 'not_read';
  if (context?.logged?.byMe) return 'logged';
  return isAccountOpen(context, edits) ? 'whom' : 'ready';
}

/** Newsletters and automatic mail wait to be asked for; what cannot be logged is never taken. */
export function isTaken(line: Line): boolean {
  if (readinessOf(line) !== 'ready') return false;
  const { item } = line.captured ?? {};
  const isAutomatic = item?.kind === 'mail' && item.automatic !== undefined;
  return line.isWanted ?? !isAutomatic;
}

/** What would be saved of a message that was read. */
export function choicesFor(line: Line, { me, forAll }: { me: Me; forAll: ForAll }): Choices | undefined {
  const { captured, context, usualLevel, edits } = line;
  if (!captured) return undefined;
  const opportunities = [...pickedOpportunity(edits), ...(context?.opportunities ?? [])];
  return choicesOf({ captured, me, context, opportunities, usualLevel }, { ...edits, ...forAll });
}

/** One that was searched for may be of an account that the context of the message knows nothing of. */
const pickedOpportunity = ({ account, opportunity }: Edits): Known['opportunities'] =>
  account && opportunity ? [{ id: opportunity.id, name: opportunity.name, accountId: account.id }] : [];

/** Oldest first, so that a conversation is logged in the order in which it was led. */
export const inOrder = (lines: readonly Line[]): Line[] => lines.toSorted((a, b) => sentAt(a) - sentAt(b));

const sentAt = ({ captured }: Line): number =>
  (captured?.item.kind === 'mail' && captured.item.date) || captured?.capturedAt || 0;

export const changedLine = (lines: readonly Line[], key: string, change: Partial<Line>): Line[] =>
  lines.map((line) => (line.listed.pageKey === key ? { ...line, ...change } : line));
