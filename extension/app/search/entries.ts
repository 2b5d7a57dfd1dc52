import type { FeedItem } from '../../../shared/activity.ts';
import type { NameHit, SearchResult } from '../../../shared/search.ts';

/** One line of the palette: a thing found, or something to do. */
export type Entry =
  | { kind: 'name'; key: string; hit: NameHit }
  | { kind: 'activity'; key: string; item: FeedItem }
  | { kind: 'command'; key: string; command: Command };
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
  const people = result.names.filter(({ kind }) => PEOPLE_KINDS.includes(kind));
  const rank = ({ kind }: NameHit) => PEOPLE_KINDS.indexOf(kind);
  const deals = result.names.filter(({ kind }) => kind === 'opportunity');
  const activities = result.activities.map(ofActivity);
  return filled([
    { name: 'people', entries: people.toSorted((a, b) => rank(a) - rank(b)).map(ofName) },
    {
      name: 'deals',
      entries: [...deals.map(ofName), ...activities],
    },
    { name: 'commands', entries: [...new Set<Command>(['write', ...named])].map(ofCommand) },
  ]);
}

const filled = (groups: Group[]): Group[] => groups.filter(({ entries }) => entries.length > 0);
