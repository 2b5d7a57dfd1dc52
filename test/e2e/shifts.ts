import type { Page } from 'puppeteer-core';

/** Answers take this long: what stands is drawn before they come. */
export const SLOW = { offline: false, latency: 600, download: -1, upload: -1 };

type Shift = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
  sources: { node?: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
};

/** From now on the page keeps what moves without anybody having touched it. */
export const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const before = Reflect.get(globalThis, 'watchesShifts') as PerformanceObserver | undefined;
    before?.disconnect();
    const moved: { value: number; what: string[] }[] = [];
    const describe = ({ node, previousRect: from, currentRect: to }: Shift['sources'][number]) => {
      const element = node instanceof Element ? node : node?.parentElement;
      const name = element ? `${element.tagName}.${element.className}` : 'gone';
      return `${name} “${(node?.textContent ?? '').slice(0, 40)}” ${from.y},${from.height} → ${to.y},${to.height}`;
    };
    const observer = new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (!hadRecentInput) moved.push({ value, what: sources.map(describe) });
      }
    });
    observer.observe({ type: 'layout-shift' });
    Object.assign(globalThis, { moved, watchesShifts: observer });
  });

/** How much has moved since, and what it was. */
export const shifts = (page: Page): Promise<{ sum: number; what: string[] }> =>
  page.evaluate(() => {
    const moved = Reflect.get(globalThis, 'moved') as { value: number; what: string[] }[];
    return {
      sum: moved.reduce((sum, { value }) => sum + value, 0),
      what: moved.flatMap(({ value, what }) => [value.toFixed(4), ...what]),
    };
  });
