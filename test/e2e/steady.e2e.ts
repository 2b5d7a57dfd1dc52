import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { openMail, openWebmail } from './webmail.ts';

let stack: Stack;
let around: Surroundings;

before(async () => {
  stack = await Stack.start();
  around = await Surroundings.open();
});
after(async () => {
  await around?.close();
  await stack?.close();
});

/** Answers take this long: what stands is drawn before they come. */
const SLOW = { offline: false, latency: 600, download: -1, upload: -1 };

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };

/** From now on the page keeps what moved without anybody having touched it. */
const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const moved: number[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) moved.push(entry.value);
    }).observe({ type: 'layout-shift' });
  });

const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => (Reflect.get(globalThis, 'moved') as number[]).reduce((sum, value) => sum + value, 0));

test('nothing that stands moves when the answers to a mail arrive', async (t) => {
  const webmail = await openWebmail(around);
  const panel = new Panel(await around.clickIcon(webmail));
  await panel.page.setViewport({ width: 360, height: 740 });
  await panel.signIn(stack, 'rep');
  await panel.page.emulateNetworkConditions(SLOW);
  for (const [subject, answer] of [
    ['RE: RFQ 7731', 'Kestrel Foods plc'],
    ['New lead from the web form', 'does not know this address'],
    ['询价：在线浊度仪', '华清仪器'],
  ] as const) {
    await openMail(webmail, subject);
    await watchShifts(panel.page);
    await around.clickIcon(webmail);
    await panel.says(answer);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const shift = await shiftOf(panel.page);
    t.diagnostic(`${subject}: ${shift.toFixed(4)}`);
    assert.ok(shift < 0.01, `${subject}: ${shift}`);
  }
});
