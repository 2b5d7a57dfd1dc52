import { expect, test } from 'vitest';
import { admit, groupByDay, reconcile, rowsOf } from '../../../extension/activities/feed/timeline.ts';
import type { FeedItem } from '../../../shared/activity.ts';
import { feedItem } from './samples.ts';

const items = (...numbers: number[]) => numbers.map((n) => feedItem(n));
const numbers = (rows: FeedItem[]) => rows.map((row) => row.occurredAt);

test('a row that stands on two pages counts once', () => {
  const rows = rowsOf([{ items: items(5, 4, 3), nextCursor: 'a' }, { items: items(3, 2) }]);
  expect(numbers(rows)).toEqual([5, 4, 3, 2]);
});

test('days are those of the workspace, not of the browser', () => {
  const beforeMidnightInShanghai = Date.UTC(2026, 10, 18, 15, 59);
  const afterMidnightInShanghai = Date.UTC(2026, 10, 18, 16, 0);
  const groups = groupByDay(
    [
      feedItem(1, { occurredAt: afterMidnightInShanghai }),
      feedItem(2, { occurredAt: beforeMidnightInShanghai }),
    ],
    'Asia/Shanghai',
  );
  expect(groups.map(({ day, items }) => [day, items.length])).toEqual([
    ['2026-11-19', 1],
    ['2026-11-18', 1],
  ]);
});

test('rows of one day form one group', () => {
  const at = Date.UTC(2026, 10, 18, 3);
  expect(
    groupByDay([feedItem(1, { occurredAt: at }), feedItem(2, { occurredAt: at - 1000 })], 'Asia/Shanghai'),
  ).toHaveLength(1);
});

test('a new row is offered and not pushed into the pages', () => {
  const { pages, fresh } = reconcile([{ items: items(3, 2) }], { items: items(4, 3, 2) });
  expect(numbers(fresh)).toEqual([4]);
  expect(numbers(rowsOf(pages))).toEqual([3, 2]);
});

test('a row that the newest page should hold and does not is gone', () => {
  const pages = [{ items: items(5, 4, 3), nextCursor: 'a' }, { items: items(2, 1) }];
  const head = { items: items(5, 3), nextCursor: 'a' };
  expect(numbers(rowsOf(reconcile(pages, head).pages))).toEqual([5, 3, 2, 1]);
});

test('a row that changed takes its new form in its place', () => {
  const joined = feedItem(3, { contributors: 2 });
  const { pages } = reconcile([{ items: items(4, 3) }], { items: [feedItem(4), joined] });
  expect(rowsOf(pages)[1]?.contributors).toBe(2);
});

test('a late log is admitted between the rows of its time', () => {
  const pages = [{ items: items(9, 7), nextCursor: 'a' }, { items: items(3) }];
  expect(numbers(rowsOf(admit(pages, items(10, 8))))).toEqual([10, 9, 8, 7, 3]);
});

test('a log older than every row is admitted at the end', () => {
  expect(numbers(rowsOf(admit([{ items: items(9) }], items(2))))).toEqual([9, 2]);
});

test('a newest page without a row in common leaves a gap', () => {
  const head = { items: items(9, 8), nextCursor: 'b' };
  expect(reconcile([{ items: items(3, 2) }], head).hasGap).toBe(true);
  expect(reconcile([{ items: items(8, 2) }], head).hasGap).toBe(false);
});

test('an empty stretch of a long search says nothing about the rows on screen', () => {
  const pages = [{ items: items(3, 2) }];
  expect(numbers(rowsOf(reconcile(pages, { items: [], nextCursor: 'b' }).pages))).toEqual([3, 2]);
});
