import { QueryClientProvider } from '@tanstack/preact-query';
import { fakeBrowser } from '@webext-core/fake-browser';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FeedScreen } from '../../../extension/activities/FeedScreen.tsx';
import { feedFilter } from '../../../extension/activities/feed/feed-filter.ts';
import { RecordNav } from '../../../extension/activities/record/RecordNav.tsx';
import { go, view } from '../../../extension/app/navigation.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { session } from '../../../extension/app/session.ts';
import { Header } from '../../../extension/app/shell/Header.tsx';
import type { FeedItem } from '../../../shared/activity.ts';
import { HENGCHUAN, me } from '../activities/samples.ts';
import { signInTo } from '../setup/server.ts';
import { press, show } from '../ui/render.ts';
import { feedItem } from './samples.ts';

const NOW = Date.now();
const later = (n: number, more: Partial<FeedItem> = {}) =>
  feedItem(n, {
    ownerId: 8,
    occurredAt: NOW + 60_000 * n,
    loggedAt: NOW + 60_000 * n,
    snippet: `log ${n}`,
    account: HENGCHUAN,
    ...more,
  });

function Panel() {
  const current = view.value;
  return (
    <QueryClientProvider client={queryClient}>
      <Header />
      {current.name === 'feed' && <FeedScreen />}
      {current.name === 'record' && <RecordNav id={current.id} />}
    </QueryClientProvider>
  );
}

/** The panel on the feed of `items`, newest first, for somebody who was here before they were logged. */
async function open(items: FeedItem[]): Promise<void> {
  signInTo(me, ({ path }) => ({ body: path === '/activities' ? { items } : null }));
  go({ name: 'feed' });
  show(<Panel />);
  await vi.waitFor(() => expect(document.querySelectorAll('[data-activity]')).toHaveLength(items.length));
}
const leave = () => act(() => go({ name: 'now' }));
const unread = () =>
  [...document.querySelectorAll('.unread')].map(({ textContent }) => /log \d+/.exec(textContent)?.[0]);
const badge = () => document.querySelector('#tab-feed')?.textContent;
const focusRow = (n: number) =>
  document.querySelectorAll('[data-activity]')[n]?.querySelector<HTMLElement>('button')?.focus();

beforeEach(() => {
  session.value = undefined;
});
afterEach(() => {
  queryClient.clear();
  feedFilter.value = {};
  go({ name: 'now' });
});

test('what others logged since is marked and counted on the tab; one’s own is not', async () => {
  await open([later(3), later(2, { ownerId: me.user.id }), later(1)]);
  await vi.waitFor(() => expect(unread()).toEqual(['log 3', 'log 1']));
  expect(badge()).toContain('2 unread');
});

test('E marks the row that has the focus as read, and opening a record does', async () => {
  await open([later(2), later(1)]);
  await vi.waitFor(() => expect(unread()).toHaveLength(2));
  focusRow(0);
  press(document.activeElement, 'e');
  expect(unread()).toEqual(['log 1']);
  act(() => go({ name: 'record', id: later(1).id }));
  expect(badge()).toBe('Feed');
});

test('a record opened from the feed leaves the others unread, the way out of the feed does not', async () => {
  await open([later(2), later(1)]);
  await vi.waitFor(() => expect(unread()).toHaveLength(2));
  act(() => go({ name: 'record', id: later(2).id }));
  expect(badge()).toContain('1 unread');
  leave();
  expect(badge()).toBe('Feed');
});

test('of a filtered feed only what was on screen is read', async () => {
  await open([later(2)]);
  await vi.waitFor(() => expect(unread()).toHaveLength(1));
  act(() => {
    feedFilter.value = { person: 8 };
  });
  await vi.waitFor(() => expect(document.querySelectorAll('[data-activity]')).toHaveLength(1));
  leave();
  expect(badge()).toBe('Feed');
  await vi.waitFor(async () => {
    const kept = Object.values(await fakeBrowser.storage.local.get())[0];
    expect(kept).toMatchObject({ read: [later(2).id] });
    expect((kept as { upTo: number }).upTo).toBeLessThan(later(2).loggedAt);
  });
});

test('it is kept for each person and server apart, and for whoever comes first nothing is unread', async () => {
  await open([feedItem(1, { ownerId: 8, occurredAt: NOW - 1, loggedAt: NOW - 1 })]);
  await vi.waitFor(async () => {
    const [key] = Object.keys(await fakeBrowser.storage.local.get());
    expect(key).toContain(`${me.workspace.id} ${me.user.id}`);
  });
  expect(unread()).toEqual([]);
  expect(badge()).toBe('Feed');
});

test('L writes a log about the account of the row', async () => {
  await open([later(1)]);
  focusRow(0);
  press(document.activeElement, 'l');
  expect(view.value).toEqual({ name: 'write', about: { account: HENGCHUAN } });
});

test('what the tab knows is on screen at once', async () => {
  const asked = signInTo(me, ({ path }) => ({ body: path === '/activities' ? { items: [later(1)] } : null }));
  show(<Panel />);
  await vi.waitFor(() => expect(asked.some(({ path }) => path === '/activities')).toBe(true));
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  act(() => go({ name: 'feed' }));
  expect(document.querySelectorAll('[data-activity]')).toHaveLength(1);
});
