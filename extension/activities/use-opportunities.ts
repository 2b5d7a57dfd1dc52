import { useQuery, useQueryClient } from '@tanstack/preact-query';
import type { Opportunity } from '../../shared/opportunity.ts';
import { api, unwrap } from '../api/client.ts';

const NONE: readonly Opportunity[] = [];

/** Open opportunities of an account; none without one. */
export function useOpportunities(accountId: string | undefined): {
  opportunities: readonly Opportunity[];
  isAsking: boolean;
  replace: (changed: Opportunity) => void;
} {
  const queryKey = ['opportunities', 'of', accountId];
  const client = useQueryClient();
  const query = useQuery({
    queryKey,
    enabled: accountId !== undefined,
    queryFn: ({ signal }) =>
      unwrap(
        api().api.v1.accounts[':id'].opportunities.$get(
          { param: { id: accountId ?? '' } },
          { init: { signal } },
        ),
      ),
  });
  return {
    opportunities: query.data?.items ?? NONE,
    isAsking: accountId !== undefined && query.isPending && query.failureCount === 0,
    replace: (changed) =>
      client.setQueryData<{ items: Opportunity[] }>(
        queryKey,
        (known) => known && { items: known.items.map((one) => (one.id === changed.id ? changed : one)) },
      ),
  };
}
