import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Opportunity } from '../../../shared/opportunity.ts';
import type { Session } from '../../app/session.ts';
import { useSkeleton } from '../../ui/Loading.tsx';
import type { CapturedItem } from '../captured-item.ts';
import { accountOf, type Choices, choicesOf, type Edits, isAccountOpen } from '../choices.ts';
import { useDraft } from '../use-draft.ts';
import { useOpportunities } from '../use-opportunities.ts';
import { loadSenderForm, senderForm } from './sender/later.ts';
import { type Match, useMatch } from './use-match.ts';
import { type UsualLevel, useUsualLevel } from './use-usual-level.ts';

/** One captured mail or page with everything known, touched and chosen about it. */
export type ItemState = {
  captured: CapturedItem;
  session: Session;
  match: Match;
  edits: Edits;
  change: (part: Partial<Edits>) => void;
  forget: () => void;
  choices: Choices;
  usualLevel: UsualLevel;
  /** Open opportunities of the chosen account. */
  opportunities: readonly Opportunity[];
  replaceOpportunity: (changed: Opportunity) => void;
  /** The rep must say to whom, because several accounts fit. */
  isAccountOpen: boolean;
  /** All that depends on an answer can be shown, and from then on stays. */
  isReady: boolean;
  /** It takes long enough to say so. */
  isWaitShown: boolean;
  /** Everything that is chosen in advance is on screen, so that Log saves what is seen. */
  isSettled: boolean;
};

const UNTOUCHED: Edits = {};

export const draftKeyOf = (item: CapturedItem['item'], { server, me }: Session): string =>
  ['now', server, me.workspace.id, me.user.id, item.kind, item.pageKey].join(' ');

export function useItem(captured: CapturedItem, session: Session): ItemState {
  const { me } = session;
  const draft = useDraft<Edits>(draftKeyOf(captured.item, session), UNTOUCHED);
  const edits = draft.value;
  const match = useMatch(captured, session, {
    addresses: captured.addresses.filter((address) => !edits.dropped?.includes(address)),
    isReady: draft.isLoaded,
  });
  const usualLevel = useUsualLevel(captured, session);
  const isFormLoaded = useSenderForm();
  const { context } = match;
  const account = accountOf(context, edits);
  const { isAsking, ...open } = useAccountOpportunities(account?.id, match);
  const known = { captured, me, context, opportunities: open.opportunities };
  const isSettled = match.state !== 'asking' && draft.isLoaded && usualLevel.isLoaded && isFormLoaded;
  const isWaitShown = useSkeleton(!isSettled);
  const isReady = useOnceTrue(isSettled && !isWaitShown);
  return {
    captured,
    session,
    match,
    edits,
    change: draft.change,
    forget: draft.forget,
    choices: choicesOf({ ...known, usualLevel: usualLevel.last?.level, isSenderShown: isReady }, edits),
    usualLevel,
    ...open,
    isAccountOpen: isAccountOpen(context, edits),
    isReady,
    isWaitShown,
    isSettled: isReady && isSettled && !match.isOutdated && !isAsking,
  };
}

type Open = Pick<ItemState, 'opportunities' | 'replaceOpportunity'> & { isAsking: boolean };

/** The context holds what belongs to its best matches; of any other account it is asked for. */
function useAccountOpportunities(accountId: string | undefined, { context, replace }: Match): Open {
  const isBest = context?.isCertain === true && context.accounts[0]?.account.id === accountId;
  const elsewhere = useOpportunities(isBest ? undefined : accountId);
  const opportunities = useMemo(
    () =>
      isBest ? context.opportunities.filter((one) => one.accountId === accountId) : elsewhere.opportunities,
    [isBest, context, accountId, elsewhere.opportunities],
  );
  return {
    opportunities,
    replaceOpportunity: isBest ? replace : elsewhere.replace,
    isAsking: elsewhere.isAsking,
  };
}

/** Asked for with the customer, so that it is there when the answer says that nobody knows the sender. */
function useSenderForm(): boolean {
  useEffect(() => void loadSenderForm(), []);
  return senderForm.value !== undefined;
}

function useOnceTrue(isTrue: boolean): boolean {
  const was = useRef(false);
  was.current ||= isTrue;
  return was.current;
}
