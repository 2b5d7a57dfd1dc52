import type { FeedPage } from './timeline.ts';

/** A page with fewer rows than this does not fill the panel. */
const ENOUGH = 12;
const MAX_REQUESTS = 5;

type ReadPage = (cursor?: string) => Promise<FeedPage>;

/**
 * The server looks through a bounded stretch for a filter, so that a page may be short or empty and still have a next
 * one. Goes on until the panel is filled, and no further than the bound: then the reader decides.
 */
export async function readOn(read: ReadPage, cursor?: string): Promise<FeedPage> {
  let page = await read(cursor);
  for (let requests = 1; requests < MAX_REQUESTS; requests += 1) {
    if (!page.nextCursor || page.items.length >= ENOUGH) break;
    const { items, nextCursor } = await read(page.nextCursor);
    page = { items: [...page.items, ...items], ...(nextCursor && { nextCursor }) };
  }
  return page;
}
