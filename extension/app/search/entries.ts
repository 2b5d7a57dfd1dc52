import type { FeedItem } from '../../../shared/activity.ts';
import type { NameHit, SearchResult } from '../../../shared/search.ts';

/** One line of the palette: a thing found, or something to do. */
export type Entry =
  | { kind: 'name'; key: string; hit: NameHit }
  | { kind: 'activity'; key: string; item: FeedItem }
  | { kind: 'command'; key: string; command: Command; about?: NameHit };
export const COMMANDS = ['write', 'now', 'feed', 'queue', 'settings'] as const;
export type Command = (typeof COMMANDS)[number];

export type GroupName = 'recent' | 'people' | 'deals' | 'commands';
export type Group = { name: GroupName; entries: Entry[] };

const PEOPLE_KINDS = ['account', 'contact', 'lead'];

const ofName = (hit: NameHit): Entry => ({ kind: 'name', key: `${hit.kind}-${hit.id}`, hit });
const ofActivity = (item: FeedItem): Entry => ({ kind: 'activity', key: `activity-${item.id}`, item });
const ofCommand = (command: Command): Entry => ({ kind: 'command', key: `do-${command}`, command });

/** Before anything is typed: what was used last, then what can be done. */
export function emptyGroups(recent: readonly NameHit[]): Group[] {
  return filled([
    { name: 'recent', entries: recent.map(ofName) },
    { name: 'commands', entries: COMMANDS.map(ofCommand) },
  ]);
}

/** What was found, customers and people first. Writing a log is always on offer: with nothing found, it is the answer. */
export function foundGroups(result: SearchResult, named: readonly Command[]): Group[] {
  const rank = ({ kind }: NameHit) => PEOPLE_KINDS.indexOf(kind);
  const people = result.names.filter((hit) => rank(hit) >= 0).toSorted((a, b) => rank(a) - rank(b));
  const deals = result.names.filter(({ kind }) => kind === 'opportunity');
  const activities = result.activities.map(ofActivity);
  return filled([
    { name: 'people', entries: people.map(ofName) },
    {
      name: 'deals',
      entries: [...deals.map(ofName), ...activities],
    },
    {
      name: 'commands',
      entries: [writeAbout(people[0]), ...named.filter((command) => command !== 'write').map(ofCommand)],
    },
  ]);
}

/** A log for the best match, where there is one. */
const writeAbout = (about: NameHit | undefined): Entry => ({
  kind: 'command',
  key: 'do-write',
  command: 'write',
  ...(about && { about }),
});

const filled = (groups: Group[]): Group[] => groups.filter(({ entries }) => entries.length > 0);
