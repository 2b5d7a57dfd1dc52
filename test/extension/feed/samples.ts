import type { FeedItem } from '../../../shared/activity.ts';

/** A call; `n` makes its id, and its time unless given. */
export const feedItem = (n: number, more: Partial<FeedItem> = {}): FeedItem => ({
  id: `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  type: 'call',
  occurredAt: n,
  loggedAt: more.occurredAt ?? n,
  ownerId: 1,
  contributors: 1,
  level: 'full',
  attachmentCount: 0,
  ...more,
});
