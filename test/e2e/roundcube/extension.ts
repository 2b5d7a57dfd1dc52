import { type Browser, launch, type Page } from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/chromium.ts';
import { fromRoot } from '../../../scripts/root.ts';
import type { FrameResult } from '../../../shared/capture.ts';

const BUILT = process.env.EXTENSION_DIR ?? fromRoot('dist/extension/chrome-mv3');
const PATIENCE_MS = 20_000;

/** A browser with the built extension in it, and the toolbar click that reads a page. */
export type Reader = { browser: Browser; capture: (page: Page) => Promise<FrameResult> };

export async function startReader(): Promise<Reader> {
  const browser = await launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, '--window-size=1400,1000'],
    defaultViewport: null,
    headless: true,
    pipe: true,
    enableExtensions: true,
  });
  const id = await browser.installExtension(BUILT);
  return { browser, capture: (page) => capture(browser, id, page) };
}

type State = { state: string; capturedAt?: number; result?: FrameResult; reason?: string };

/** Clicks the toolbar icon, as a person does, and waits for what the extension then holds for that window. */
async function capture(browser: Browser, id: string, page: Page): Promise<FrameResult> {
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('the extension is not installed');
  const since = Date.now();
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  while (Date.now() - since < PATIENCE_MS) {
    const fresh = (await states(browser, id)).find((one) => (one.capturedAt ?? 0) >= since);
    if (fresh?.result) return fresh.result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing was captured: ${JSON.stringify(await states(browser, id))}`);
}

async function states(browser: Browser, id: string): Promise<State[]> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(`chrome-extension://${id}/`),
  );
  const worker = await target.worker();
  const kept = (await worker?.evaluate('chrome.storage.session.get()')) as Record<string, State> | undefined;
  return Object.entries(kept ?? {}).flatMap(([key, state]) => (key.startsWith('capture.') ? [state] : []));
}
