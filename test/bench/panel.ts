import type { Page } from 'puppeteer-core';
import { Surroundings } from '../e2e/harness.ts';
import { Panel } from '../e2e/panel.ts';
import { Stack } from '../e2e/stack.ts';
import { both, table } from './report.ts';
import { type Times, timesOf } from './times.ts';

const COLD = 5;
const WARM = 15;
const AIM_MS = 300;

/** How long after it is opened the panel can be used: in a browser that has just started, and after that. */
export async function measurePanel(port: number): Promise<string> {
  const stack = await Stack.start(port);
  let around = await Surroundings.open();
  try {
    const first = await openings(around, { n: WARM, usable: FIRST_FIELD });
    const panel = new Panel(await openPanel(around));
    await panel.signIn(stack, 'rep');
    const warm = await openings(around, { n: WARM, usable: FIRST_TAB });
    const cold = [];
    for (let i = 0; i < COLD; i++) {
      around = await around.crash();
      cold.push(await opening(around, FIRST_TAB));
    }
    return panelTable({
      'signed in, browser just started': timesOf(cold),
      'signed in': warm,
      'first use': first,
    });
  } finally {
    await around.close();
    await stack.close();
  }
}

function panelTable(times: Record<string, Times>): string {
  const rows = Object.entries(times).map(([state, found]) => [state, both(found), `< ${AIM_MS}`]);
  return `The panel, from opening until it can be used\n\n${table(['state', 'p50 (p95) ms', 'aim'], rows)}`;
}

/** What a person can act on first. */
const FIRST_FIELD = 'input[data-autofocus]';
const FIRST_TAB = '#tab-now';

async function openPanel(around: Surroundings): Promise<Page> {
  const page = await around.browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  await page.goto(`chrome-extension://${around.extensionId}/sidepanel.html`);
  return page;
}

async function openings(around: Surroundings, { n, usable }: { n: number; usable: string }): Promise<Times> {
  const samples = [];
  for (let i = 0; i < n; i++) samples.push(await opening(around, usable));
  return timesOf(samples);
}

/** By the page's own clock, which begins with the navigation, to the frame that shows the first thing to act on. */
async function opening(around: Surroundings, usable: string): Promise<number> {
  const page = await around.browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  await page.evaluateOnNewDocument((selector) => {
    const look = () => {
      const found = document.querySelector(selector);
      if (found?.checkVisibility()) Object.assign(globalThis, { usableAt: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, usable);
  await page.goto(`chrome-extension://${around.extensionId}/sidepanel.html`);
  const usableAt = await page.waitForFunction(() => Reflect.get(globalThis, 'usableAt'), { polling: 20 });
  const ms = Number(await usableAt.jsonValue());
  await page.close();
  return ms;
}
