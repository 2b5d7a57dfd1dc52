import type { Opportunity, OpportunityChange } from '../../shared/opportunity.ts';
import { api, unwrap } from '../api/client.ts';

/** Saves `change` on top of exactly the version that `before` is; anything newer is refused with stale_version. */
export function saveChange(before: Opportunity, change: OpportunityChange): Promise<Opportunity> {
  return unwrap(
    api().api.v1.opportunities[':id'].$patch(
      { param: { id: before.id }, json: change },
      { headers: { 'if-match': `"${before.version}"` } },
    ),
  );
}

export function readOpportunity(id: string): Promise<Opportunity> {
  return unwrap(api().api.v1.opportunities[':id'].$get({ param: { id } }));
}
