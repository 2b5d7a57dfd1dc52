import type { FeedItem } from '../../../shared/activity.ts';
import { type Day, dayOf } from '../../../shared/day.ts';
import type { Page } from '../../../shared/page.ts';

export type FeedPage = Page<FeedItem>;

/** The rows of all pages in order. A row that moved between two requests stands on both pages and counts once. */
export function rowsOf(pages: readonly FeedPage[]): FeedItem[] {
  const rows = new Map<string, FeedItem>();
  for (const item of pages.flatMap((page) => page.items)) {
    if (!rows.has(item.id)) rows.set(item.id, item);
  }
  return [...rows.values()];
}

export type DayGroup = { day: Day; items: FeedItem[] };

export function groupByDay(items: readonly FeedItem[], timeZone: string): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const item of items) {
    const day = dayOf(item.occurredAt, timeZone);
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, items: [item] });
  }
  return groups;
}

/** `a` stands above `b` in the feed: later, and between two of the same instant the greater id. */
const isAbove = (a: FeedItem, b: FeedItem): boolean =>
  a.occurredAt === b.occurredAt ? a.id > b.id : a.occurredAt > b.occurredAt;

/**
 * What a newly read first page says about the pages on screen: rows it knows better replace theirs, rows it should hold
 * and does not are gone, and those not on screen yet are `fresh`, to be offered and not pushed in.
 */
export function reconcile(
  pages: readonly FeedPage[],
  head: FeedPage,
): { pages: FeedPage[]; fresh: FeedItem[] } {
  const known = new Map(head.items.map((item) => [item.id, item]));
  const last = head.items.at(-1);
  const isCovered = (item: FeedItem) => !head.nextCursor || (last !== undefined && !isAbove(last, item));
  const shown = new Set(rowsOf(pages).map(({ id }) => id));
  const kept = pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => known.get(item.id) ?? (isCovered(item) ? [] : [item])),
  }));
  return { pages: kept, fresh: head.items.filter(({ id }) => !shown.has(id)) };
}

/** Puts `fresh` into its place; undefined where rows lie between them and the pages, which only a new start can show. */
export function admit(
  pages: readonly FeedPage[],
  fresh: readonly FeedItem[],
  head: FeedPage,
): FeedPage[] | undefined {
  if (head.nextCursor && fresh.length === head.items.length) return undefined;
  const [first, ...others] = pages;
  if (!first) return [head];
  // A fresh row belongs to the first page that reaches below it; the last page takes what is older than all rows.
  const place = [...pages.keys()].map((): FeedItem[] => []);
  for (const item of fresh) {
    const index = pages.findIndex(({ items }) => items.some((row) => isAbove(item, row)));
    place[index < 0 ? pages.length - 1 : index]?.push(item);
  }
  return [first, ...others].map((page, i) => ({
    ...page,
    items: [...page.items, ...(place[i] ?? [])].sort((a, b) => (isAbove(a, b) ? -1 : 1)),
  }));
}
