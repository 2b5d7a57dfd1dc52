import { api, unwrap } from '../../api/client.ts';
import type { FeedParams } from './filter.ts';
import type { FeedPage } from './timeline.ts';

export function readPage(params: FeedParams, cursor?: string): Promise<FeedPage> {
  return unwrap(api().api.v1.activities.$get({ query: { ...params, ...(cursor && { cursor }) } }));
}
