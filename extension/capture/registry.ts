import type { Candidate, Page, PageAdapter } from './adapter.ts';
import { roundcube } from './adapters/roundcube.ts';
import { webPage } from './adapters/web-page.ts';

/** Most particular first; the page that is just a page comes last and takes every address. */
export const ADAPTERS: readonly PageAdapter[] = [roundcube, webPage];

export type Failure = { adapter: string; message: string };
export type Found = { adapter?: string; candidate?: Candidate; failed: Failure[] };

/** The first adapter that knows the page. One that breaks is named and the next one tries. */
export function find(page: Page, adapters: readonly PageAdapter[] = ADAPTERS): Found {
  const failed: Failure[] = [];
  for (const { id, matches, find: look } of adapters) {
    try {
      const candidate = matches(page.url) ? look(page) : undefined;
      if (candidate) return { adapter: id, candidate, failed };
    } catch (error) {
      failed.push({ adapter: id, message: String(error) });
    }
  }
  return { failed };
}
