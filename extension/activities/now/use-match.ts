import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Context } from '../../../shared/context.ts';
import type { Opportunity } from '../../../shared/opportunity.ts';
import { api, unwrap } from '../../api/client.ts';
import type { Session } from '../../app/session.ts';
import { type CapturedItem, pageHostOf } from '../captured-item.ts';
import { isTakenBack } from '../saved.ts';

/** What the server knows of the people and the message on screen. */
export type Match = {
  /** `silent`: no answer so far; logging goes on without one. */
  state: 'asking' | 'known' | 'silent';
  context: Context | undefined;
  /** It is being asked again, about fewer people; what is shown is from before. */
  isOutdated: boolean;
  error: unknown;
  retry: () => void;
  /** Takes over an opportunity that was changed here. */
  replace: (changed: Opportunity) => void;
};

/** Nobody waits longer than this for the server before the mail can be logged without its answer. */
const PATIENCE_MS = 4000;

type Asked = { addresses: string[]; isReady: boolean };

/** `addresses`: whom to ask about; nobody is asked about before it `isReady`. */
export function useMatch(captured: CapturedItem, { server, me }: Session, asked: Asked): Match {
  const json = {
    addresses: asked.addresses,
    pageHost: pageHostOf(captured.item),
    messageKey: captured.messageKey,
  };
  const queryKey = ['context', server, me.user.id, json];
  const client = useQueryClient();
  const query = useQuery({
    queryKey,
    enabled: asked.isReady,
    queryFn: ({ signal }) => unwrap(api().api.v1.context.$post({ json }, { init: { signal } })),
  });
  const isLate = useLate(query.isPending, captured);
  const isSilent = query.isError || query.failureCount > 0 || isLate;
  const context = useLatest(query.data, captured);
  return {
    state: context ? 'known' : isSilent ? 'silent' : 'asking',
    context: context && withoutTakenBack(context, captured, me.user.id),
    isOutdated: context !== query.data && !isSilent,
    error: query.error ?? query.failureReason,
    retry: () => void query.refetch(),
    replace: (changed) =>
      client.setQueryData<Context>(queryKey, (known) => known && withOpportunity(known, changed)),
  };
}

/** What was answered about `captured` last stays while less is asked, so that nothing on screen comes and goes. */
function useLatest(answer: Context | undefined, captured: CapturedItem): Context | undefined {
  const latest = useRef<{ captured: CapturedItem; answer: Context }>();
  if (answer) latest.current = { captured, answer };
  return latest.current?.captured === captured ? latest.current.answer : undefined;
}

/** The context without what has been taken back here: one's own log of this mail, and the records added with it. */
export function withoutTakenBack(context: Context, { messageKey }: CapturedItem, userId: number): Context {
  const accounts = context.accounts.filter(({ account }) => !isTakenBack(account.id));
  const { logged } = context;
  const by = logged?.by.filter((one) => one.userId !== userId) ?? [];
  const isLogTakenBack = logged && messageKey && isTakenBack(messageKey);
  return {
    ...context,
    accounts,
    isCertain: context.isCertain && accounts[0] === context.accounts[0],
    contacts: context.contacts.filter(({ id }) => !isTakenBack(id)),
    leads: context.leads.filter(({ id }) => !isTakenBack(id)),
    logged: isLogTakenBack ? (by.length > 0 ? { ...logged, by, byMe: false } : undefined) : logged,
  };
}

const withOpportunity = (context: Context, changed: Opportunity): Context => ({
  ...context,
  opportunities: context.opportunities.map((known) => (known.id === changed.id ? changed : known)),
});

function useLate(isPending: boolean, of: unknown): boolean {
  const [late, setLate] = useState<unknown>();
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setLate(of), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isPending, of]);
  return isPending && late === of;
}
