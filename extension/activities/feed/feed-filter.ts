import { computed, signal } from '@preact/signals';
import { session } from '../../app/session.ts';
import type { FeedFilter, FilterKey } from './filter.ts';

/** Kept outside the screen, so that a record opened from the feed leads back to the same list. */
export const feedFilter = signal<FeedFilter>({});

export function setFilter(change: FeedFilter): void {
  feedFilter.value = { ...feedFilter.value, ...change };
}

export function removeFilter(key: FilterKey): void {
  const { [key]: _removed, ...rest } = feedFilter.value;
  feedFilter.value = rest;
}

/** Whose feed it is: server, workspace and person; '' while nobody is signed in. */
export const feedOwner = computed(() => {
  const current = session.value;
  return current ? `${current.server} ${current.me.workspace.id} ${current.me.user.id}` : '';
});
// The next person on this device has other colleagues and customers.
feedOwner.subscribe(() => {
  feedFilter.value = {};
});
