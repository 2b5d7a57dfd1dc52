import { go } from '../app/navigation.ts';
import { feedFilter } from './feed/feed-filter.ts';
import type { Named } from './feed/filter.ts';
import { rememberAbout } from './recent-abouts.ts';

/** The feed of one account, whatever was filtered before. */
export function openAccountFeed({ id, name }: Named): void {
  void rememberAbout({ account: { id, name } });
  feedFilter.value = { account: { id, name } };
  go({ name: 'feed' });
}

export function openOpportunityFeed({ id, name }: Named): void {
  feedFilter.value = { opportunity: { id, name } };
  go({ name: 'feed' });
}
