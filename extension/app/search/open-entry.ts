import type { NameHit } from '../../../shared/search.ts';
import { openAccountFeed, openOpportunityFeed } from '../../activities/open-feed.ts';
import { aboutOf } from '../../activities/write/written.ts';
import { go, replace } from '../navigation.ts';
import type { Command, Entry } from './entries.ts';

/** Where an entry leads. The palette itself is no place to come back to. */
export function openEntry(entry: Entry): void {
  if (entry.kind === 'activity') replace({ name: 'record', id: entry.item.id });
  else if (entry.kind === 'name') openName(entry.hit);
  else run(entry.command, entry.about);
}

function openName(hit: NameHit): void {
  const { kind, id, name, accountId, hint } = hit;
  if (kind === 'account') openAccountFeed({ id, name });
  else if (kind === 'opportunity') openOpportunityFeed({ id, name });
  else if (accountId) openAccountFeed({ id: accountId, name: hint ?? name });
  // Someone without an account has no feed to open: what one can do is log to them.
  else replace({ name: 'write', about: aboutOf(hit) ?? {} });
}

function run(command: Command, about: NameHit | undefined): void {
  if (command === 'write') replace({ name: command, ...(about && { about: aboutOf(about) ?? {} }) });
  else if (command === 'now' || command === 'feed') go({ name: command });
  else replace({ name: command });
}
