import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
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
  error: unknown;
  retry: () => void;
  /** Takes over an opportunity that was changed here. */
  replace: (changed: Opportunity) => void;
};

/** Nobody waits longer than this for the server before the mail can be logged without its answer. */
const PATIENCE_MS = 4000;

export function useMatch(captured: CapturedItem, { server, me }: Session): Match {
  const json = {
    addresses: captured.addresses,
    pageHost: pageHostOf(captured.item),
    messageKey: captured.messageKey,
  };
  const queryKey = ['context', server, me.user.id, json];
  const client = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => unwrap(api().api.v1.context.$post({ json }, { init: { signal } })),
  });
  const isLate = useLate(query.isPending, captured);
  const isSilent = query.isError || query.failureCount > 0 || isLate;
  return {
    state: query.data ? 'known' : isSilent ? 'silent' : 'asking',
    context: query.data && withoutTakenBack(query.data, captured, me.user.id),
    error: query.error ?? query.failureReason,
    retry: () => void query.refetch(),
    replace: (changed) =>
      client.setQueryData<Context>(queryKey, (known) => known && withOpportunity(known, changed)),
  };
}

/** `logged` without one's own part where that has been taken back. */
function withoutTakenBack(context: Context, { messageKey }: CapturedItem, userId: number): Context {
  const { logged } = context;
  if (!logged || !messageKey || !isTakenBack(messageKey)) return context;
  const by = logged.by.filter((one) => one.userId !== userId);
  return { ...context, logged: by.length > 0 ? { ...logged, by, byMe: false } : undefined };
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
