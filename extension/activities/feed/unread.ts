import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { FeedItem } from '../../../shared/activity.ts';
import { view } from '../../app/navigation.ts';
import { feedOwner } from './feed-filter.ts';

/** What somebody has seen of the feed: all that was logged up to an instant of the server's clock, and some since. */
const Seen = z.object({ upTo: z.number(), read: z.array(z.string()) });
type Seen = z.infer<typeof Seen>;

/** Undefined until the device has told; nothing is unread before. */
const seen = signal<Seen | undefined>(undefined);
/** More than this many are not opened one by one. */
const KEPT = 500;

const keyOf = (whose: string): string => `seen ${whose}`;

/** Logged by somebody else since the reader last left the feed, and not opened. */
export function isUnread({ id, ownerId, loggedAt }: FeedItem, userId: number): boolean {
  const known = seen.value;
  return known !== undefined && ownerId !== userId && loggedAt > known.upTo && !known.read.includes(id);
}

export const markRead = (ids: readonly string[]): void =>
  note(({ upTo, read }) => ({ upTo, read: [...new Set([...read, ...ids])].slice(-KEPT) }));

type Shown = { rows: readonly FeedItem[]; isFiltered: boolean };
let shown: Shown | undefined;

/** For the feed: what it has shown is read once it is left, and not while a record opened from it is. */
export function noteShown(what: Shown): void {
  shown = what;
}

view.subscribe(({ name }) => {
  if (name !== 'feed' && name !== 'record') leaveFeed();
});

/** Of a filtered feed what was on screen is read, of the whole feed all that was logged by then. */
function leaveFeed(): void {
  const left = shown;
  shown = undefined;
  if (!left || left.rows.length === 0) return;
  if (left.isFiltered) {
    markRead(left.rows.map(({ id }) => id));
  } else {
    const newest = Math.max(...left.rows.map(({ loggedAt }) => loggedAt));
    note((known) => (newest > known.upTo ? { upTo: newest, read: [] } : known));
  }
}

function note(change: (known: Seen) => Seen): void {
  const whose = feedOwner.peek();
  const known = seen.peek();
  if (!known || !whose) return;
  seen.value = change(known);
  // The panel of another window may have noted something meanwhile. A mark that cannot be kept is no reason to complain.
  void readSeen(whose)
    .then((stored) => browser.storage.local.set({ [keyOf(whose)]: change(stored) }))
    .catch(() => undefined);
}

/** Whoever is here for the first time finds nothing unread. */
async function readSeen(whose: string): Promise<Seen> {
  const key = keyOf(whose);
  const stored = Seen.safeParse((await browser.storage.local.get(key))[key]);
  return stored.success ? stored.data : { upTo: Date.now(), read: [] };
}

async function load(whose: string): Promise<void> {
  const read = await readSeen(whose);
  if (feedOwner.peek() !== whose) return;
  seen.value = read;
  await browser.storage.local.set({ [keyOf(whose)]: read });
}

feedOwner.subscribe((whose) => {
  seen.value = undefined;
  shown = undefined;
  if (whose) void load(whose).catch(() => undefined);
});
browser.storage.local.onChanged.addListener((changes) => {
  const stored = Seen.safeParse(changes[keyOf(feedOwner.peek())]?.newValue);
  if (stored.success) seen.value = stored.data;
});
