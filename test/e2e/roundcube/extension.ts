import { type Browser, launch, type Page } from 'puppeteer-core';
import { combineFrames, type FrameAnswer } from '../../../extension/app/combine-frames.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/chromium.ts';
import { fromRoot } from '../../../scripts/root.ts';
import type { Ask, FrameResult } from '../../../shared/capture.ts';

export const BUILT = process.env.EXTENSION_DIR ?? fromRoot('dist/extension/chrome-mv3');
const PATIENCE_MS = 20_000;

/**
 * A browser with the built extension in it. `capture`: the toolbar click that reads a page. `ask`: what the panel asks the
 * page that was clicked on.
 */
export type Reader = {
  browser: Browser;
  capture: (page: Page) => Promise<FrameResult>;
  ask: (ask: Ask) => Promise<FrameResult>;
};

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
  return {
    browser,
    capture: (page) => capture(browser, id, page),
    ask: (what) => ask(browser, id, what),
  };
}

/** The two injections of the panel, with the built script, into all frames of the active tab. */
async function ask(browser: Browser, id: string, what: Ask): Promise<FrameResult> {
  const answers = await evaluate(
    browser,
    id,
    `(async (args) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const target = { tabId: tab.id, allFrames: true };
      const func = (left) => { globalThis.sidelogCaptureArgs = left; };
      await chrome.scripting.executeScript({ target, func, args: [args] });
      const answers = await chrome.scripting.executeScript({ target, files: ['/capture.js'] });
      return answers.map(({ frameId, result }) => ({ frameId, result }));
    })(${JSON.stringify({ ...what, region: 'DE', timeZone: 'UTC' })})`,
  );
  return combineFrames(answers as FrameAnswer[]);
}

type State = { state: string; since?: number; capturedAt?: number; result?: FrameResult; reason?: string };

/**
 * Clicks the toolbar icon, as a person does, and waits for what the extension then holds for that window. In a tab that
 * has just been opened, a click through the automation sometimes grants nothing, under load (Chromium 156); a second one
 * does, so a refusal is tried again.
 */
async function capture(browser: Browser, id: string, page: Page): Promise<FrameResult> {
  for (let click = 1; ; click += 1) {
    const state = await clickAndWait(browser, id, page);
    if (state.result) return state.result;
    if (click === 3) throw new Error(`nothing was captured: ${JSON.stringify(state)}`);
  }
}

async function clickAndWait(browser: Browser, id: string, page: Page): Promise<State> {
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('the extension is not installed');
  await forget(browser, id);
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const outcome = (await states(browser, id)).find(({ state }) => state === 'done' || state === 'failed');
    if (outcome) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { state: 'silent' };
}

const KEPT = 'capture.';

async function states(browser: Browser, id: string): Promise<State[]> {
  const kept = (await evaluate(browser, id, 'chrome.storage.session.get()')) as
    | Record<string, State>
    | undefined;
  return Object.entries(kept ?? {}).flatMap(([key, state]) => (key.startsWith(KEPT) ? [state] : []));
}

/** What an earlier click left must not be taken for the answer to the next one. */
const forget = (browser: Browser, id: string): Promise<unknown> =>
  evaluate(
    browser,
    id,
    `chrome.storage.session.get().then((all) =>
      chrome.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('${KEPT}'))))`,
  );

async function evaluate(browser: Browser, id: string, expression: string): Promise<unknown> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(`chrome-extension://${id}/`),
  );
  return (await target.worker())?.evaluate(expression);
}
