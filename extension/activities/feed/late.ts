import type { FeedItem } from '../../../shared/activity.ts';

const DAY_MS = 86_400_000;

/** Whole days between what happened and its log; 0 while it was logged within a day. */
export function daysLate({ occurredAt, loggedAt }: Pick<FeedItem, 'occurredAt' | 'loggedAt'>): number {
  const delay = loggedAt - occurredAt;
  return delay > DAY_MS ? Math.floor(delay / DAY_MS) : 0;
}
