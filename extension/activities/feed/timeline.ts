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

export type Reconciled = {
  pages: FeedPage[];
  fresh: FeedItem[];
  /** More is new than the first page holds: rows lie between `fresh` and the pages that nobody has read. */
  hasGap: boolean;
};

/**
 * What a newly read first page says about the pages on screen: rows it knows better replace theirs, rows it should hold
 * and does not are gone, and those not on screen yet are `fresh`, to be offered and not pushed in.
 */
export function reconcile(pages: readonly FeedPage[], head: FeedPage): Reconciled {
  const known = new Map(head.items.map((item) => [item.id, item]));
  const last = head.items.at(-1);
  const isCovered = (item: FeedItem) => !head.nextCursor || (last !== undefined && !isAbove(last, item));
  const kept = pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => known.get(item.id) ?? (isCovered(item) ? [] : [item])),
  }));
  return { pages: kept, ...freshIn(pages, head) };
}

export function freshIn(pages: readonly FeedPage[], head: FeedPage): Pick<Reconciled, 'fresh' | 'hasGap'> {
  const shown = new Set(rowsOf(pages).map(({ id }) => id));
  const fresh = head.items.filter(({ id }) => !shown.has(id));
  return { fresh, hasGap: head.nextCursor !== undefined && fresh.length === head.items.length };
}

/** Puts rows into their places: each on the first page that reaches below it, the oldest on the last. */
export function admit(pages: readonly FeedPage[], rows: readonly FeedItem[]): FeedPage[] {
  if (pages.length === 0) return [{ items: [...rows] }];
  const place = pages.map((): FeedItem[] => []);
  for (const row of rows) {
    const index = pages.findIndex(({ items }) => items.some((item) => isAbove(row, item)));
    place[index < 0 ? pages.length - 1 : index]?.push(row);
  }
  return pages.map((page, i) => ({
    ...page,
    items: [...page.items, ...(place[i] ?? [])].sort((a, b) => (isAbove(a, b) ? -1 : 1)),
  }));
}
