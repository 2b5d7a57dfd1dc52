import { expect, test, vi } from 'vitest';
import { readOn } from '../../../extension/activities/feed/read-on.ts';
import type { FeedPage } from '../../../extension/activities/feed/timeline.ts';
import { feedItem } from './samples.ts';

const page = (count: number, nextCursor?: string): FeedPage => ({
  items: Array.from({ length: count }, (_, i) => feedItem(i)),
  ...(nextCursor && { nextCursor }),
});

test('a short page goes on by itself from where it ended', async () => {
  const read = vi.fn().mockResolvedValueOnce(page(1, 'a')).mockResolvedValueOnce(page(20, 'b'));
  const found = await readOn(read);
  expect(read.mock.calls).toEqual([[undefined], ['a']]);
  expect([found.items.length, found.nextCursor]).toEqual([21, 'b']);
});

test('a full page is enough', async () => {
  const read = vi.fn().mockResolvedValue(page(12, 'a'));
  await readOn(read, 'z');
  expect(read.mock.calls).toEqual([['z']]);
});

test('a search without result stops after five requests and can be taken up again', async () => {
  const read = vi.fn().mockResolvedValue(page(0, 'a'));
  const found = await readOn(read);
  expect(read).toHaveBeenCalledTimes(5);
  expect(found.nextCursor).toBe('a');
});

test('the end is the end, however short the page', async () => {
  const read = vi.fn().mockResolvedValueOnce(page(1, 'a')).mockResolvedValueOnce(page(1));
  expect((await readOn(read)).nextCursor).toBeUndefined();
});
