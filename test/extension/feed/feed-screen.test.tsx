import { QueryClientProvider } from '@tanstack/preact-query';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { FeedScreen } from '../../../extension/activities/FeedScreen.tsx';
import { feedFilter } from '../../../extension/activities/feed/feed-filter.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import type { FeedItem } from '../../../shared/activity.ts';
import { me } from '../activities/samples.ts';
import { type Asked, signInTo } from '../setup/server.ts';
import { byRole, click, press, show } from '../ui/render.ts';
import { feedItem } from './samples.ts';

const HOUR = 3_600_000;
const NOW = Date.now();
const row = (n: number, more: Partial<FeedItem> = {}) =>
  feedItem(n, {
    occurredAt: NOW - n * HOUR,
    loggedAt: NOW - n * HOUR,
    ownerId: 8,
    snippet: `log ${n}`,
    ...more,
  });
const rows = (...numbers: number[]) => numbers.map((n) => row(n));
const twelve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** `pages` by cursor; '' is the first. */
function feed(pages: Record<string, { items: FeedItem[]; nextCursor?: string }>): Asked[] {
  const asked = signInTo(me, ({ query }) => ({ body: pages[query.cursor ?? ''] ?? { items: [] } }));
  show(
    <QueryClientProvider client={queryClient}>
      <FeedScreen />
    </QueryClientProvider>,
  );
  return asked;
}

const texts = () =>
  [...document.querySelectorAll('[data-activity]')].map(
    ({ textContent }) => /log \d+/.exec(textContent ?? '')?.[0],
  );
const focused = () => document.activeElement?.closest('[data-activity]')?.textContent;

afterEach(() => {
  queryClient.clear();
  feedFilter.value = {};
});

test('a full page is shown at once, the next one on demand, each row once', async () => {
  const asked = feed({
    '': { items: rows(...twelve), nextCursor: 'c' },
    c: { items: rows(12, 13, 14) },
  });
  await vi.waitFor(() => expect(texts()).toHaveLength(12));
  click(byRole('button', 'Show more'));
  await vi.waitFor(() => expect(texts()).toHaveLength(14));
  expect(asked.map(({ query }) => query.cursor)).toEqual([undefined, 'c']);
  expect(document.body.textContent).toContain('That is everything.');
});

test('J and K move between rows, F to the filters', async () => {
  feed({ '': { items: rows(1, 2) } });
  await vi.waitFor(() => expect(texts()).toHaveLength(2));
  press(document.body, 'j');
  expect(focused()).toContain('log 1');
  press(document.activeElement, 'j');
  expect(focused()).toContain('log 2');
  press(document.activeElement, 'k');
  expect(focused()).toContain('log 1');
  press(document.activeElement, 'f');
  expect(document.activeElement?.textContent).toBe('Person');
});

test('new logs are offered and leave the list alone until they are asked for', async () => {
  const pages = { '': { items: rows(2, 3) } };
  feed(pages);
  await vi.waitFor(() => expect(texts()).toHaveLength(2));
  pages[''] = { items: rows(1, 2, 3) };
  await act(() => queryClient.invalidateQueries({ queryKey: ['feed', 'head'] }));
  await vi.waitFor(() => expect(document.body.textContent).toContain('1 new'));
  expect(texts()).toEqual(['log 2', 'log 3']);
  click(byRole('button', '1 new'));
  await vi.waitFor(() => expect(texts()).toEqual(['log 1', 'log 2', 'log 3']));
});

test('a log that was withdrawn goes without being asked for', async () => {
  const pages = { '': { items: rows(1, 2, 3) } };
  feed(pages);
  await vi.waitFor(() => expect(texts()).toHaveLength(3));
  pages[''] = { items: rows(1, 3) };
  await act(() => queryClient.invalidateQueries({ queryKey: ['feed', 'head'] }));
  await vi.waitFor(() => expect(texts()).toEqual(['log 1', 'log 3']));
});

test('with filters that let nothing through, each can be lifted in place', async () => {
  feedFilter.value = { person: 8, type: 'visit' };
  const asked = feed({});
  await vi.waitFor(() => expect(document.body.textContent).toContain('No matching logs'));
  expect(asked[0]?.query).toEqual({ person: '8', type: 'visit' });
  const lift = document.querySelectorAll('[aria-label="Remove filter Type Visit"]');
  click([...lift].at(-1));
  await vi.waitFor(() => expect(asked.at(-1)?.query).toEqual({ person: '8' }));
});

test('where nobody has logged, the screen says how it begins', async () => {
  feed({});
  await vi.waitFor(() => expect(document.body.textContent).toContain('Nobody has logged yet'));
});

test('a log made late says by how many days, one of which only the fact is known says so', async () => {
  feed({ '': { items: [row(60, { loggedAt: NOW }), row(61, { level: 'fact' })] } });
  await vi.waitFor(() => expect(document.body.textContent).toContain('2 days late'));
  expect(document.body.textContent).toContain('Only that it happened');
});
