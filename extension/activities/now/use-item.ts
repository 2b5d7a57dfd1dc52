import { useMemo } from 'preact/hooks';
import type { Opportunity } from '../../../shared/opportunity.ts';
import type { Session } from '../../app/session.ts';
import type { CapturedItem } from '../captured-item.ts';
import { accountOf, type Choices, choicesOf, type Edits, isAccountOpen } from '../choices.ts';
import { useDraft } from '../use-draft.ts';
import { useOpportunities } from '../use-opportunities.ts';
import { type Match, useMatch } from './use-match.ts';

/** One captured mail or page with everything known, touched and chosen about it. */
export type ItemState = {
  captured: CapturedItem;
  session: Session;
  match: Match;
  edits: Edits;
  change: (part: Partial<Edits>) => void;
  forget: () => void;
  choices: Choices;
  /** Open opportunities of the chosen account. */
  opportunities: readonly Opportunity[];
  replaceOpportunity: (changed: Opportunity) => void;
  /** The rep must say to whom, because several accounts fit. */
  isAccountOpen: boolean;
  /** Everything that is chosen in advance is on screen, so that Log saves what is seen. */
  isSettled: boolean;
};

const UNTOUCHED: Edits = {};

export const draftKeyOf = (item: CapturedItem['item'], { server, me }: Session): string =>
  ['now', server, me.workspace.id, me.user.id, item.kind, item.pageKey].join(' ');

export function useItem(captured: CapturedItem, session: Session): ItemState {
  const { me } = session;
  const match = useMatch(captured, session);
  const draft = useDraft<Edits>(draftKeyOf(captured.item, session), UNTOUCHED);
  const edits = draft.value;
  const { context } = match;
  const account = accountOf(context, edits);
  // The context holds what belongs to its best matches; of any other account it is asked for.
  const isBest = context?.isCertain === true && context.accounts[0]?.account.id === account?.id;
  const elsewhere = useOpportunities(isBest ? undefined : account?.id);
  const opportunities = useMemo(
    () =>
      isBest ? context.opportunities.filter((one) => one.accountId === account?.id) : elsewhere.opportunities,
    [isBest, context, account?.id, elsewhere.opportunities],
  );
  return {
    captured,
    session,
    match,
    edits,
    change: draft.change,
    forget: draft.forget,
    choices: choicesOf({ captured, me, context, opportunities }, edits),
    opportunities,
    replaceOpportunity: isBest ? match.replace : elsewhere.replace,
    isAccountOpen: isAccountOpen(context, edits),
    isSettled: match.state !== 'asking' && draft.isLoaded && !elsewhere.isAsking,
  };
}
