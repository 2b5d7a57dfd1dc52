import type { Page, PageAdapter } from './adapter.ts';
import { generic } from './adapters/generic.ts';
import { gmail } from './adapters/gmail.ts';
import { roundcube } from './adapters/roundcube.ts';
import { webPage } from './adapters/web-page.ts';

/** Most particular first; the page that is just a page comes last and takes every address. */
export const ADAPTERS: readonly PageAdapter[] = [gmail, roundcube, generic, webPage];

export type Failure = { adapter: string; message: string };
export type Found<T> = { adapter?: string; found?: T; failed: Failure[] };

/** What the first adapter that knows the page answers. One that breaks is named and the next one tries. */
export function first<T>(
  page: Page,
  look: (adapter: PageAdapter) => T | undefined,
  adapters: readonly PageAdapter[] = ADAPTERS,
): Found<T> {
  const failed: Failure[] = [];
  for (const adapter of adapters) {
    try {
      const found = adapter.matches(page.url) ? look(adapter) : undefined;
      if (found) return { adapter: adapter.id, found, failed };
    } catch (error) {
      failed.push({ adapter: adapter.id, message: String(error) });
    }
  }
  return { failed };
}
