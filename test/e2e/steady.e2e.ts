import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Mailbox, serveMailbox } from '../../scripts/mailbox/serve.ts';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { SLOW, shifts, watchShifts } from './shifts.ts';
import { Stack } from './stack.ts';
import { openMail, openWebmail } from './webmail.ts';

let stack: Stack;
let around: Surroundings;
let webmail: Page;
let mailbox: Mailbox;
let panel: Panel;

before(async () => {
  stack = await Stack.start();
  mailbox = await serveMailbox(0);
  around = await Surroundings.open();
  webmail = await openWebmail(around);
  panel = new Panel(await around.clickIcon(webmail));
  await panel.page.setViewport({ width: 360, height: 740 });
  await panel.signIn(stack, 'rep');
  await panel.page.emulateNetworkConditions(SLOW);
});
after(async () => {
  await around?.close();
  await mailbox?.stop();
  await stack?.close();
});

/** What `act` brings comes in steps; nothing that stood before one of them moves. */
async function stands(t: TestContext, what: string, act: () => Promise<void>): Promise<void> {
  await watchShifts(panel.page);
  await act();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const { sum, what: moved } = await shifts(panel.page);
  t.diagnostic(`${what}: ${sum.toFixed(4)}`);
  assert.ok(sum < 0.005, `${what}: ${sum}\n${moved.join('\n')}`);
}

for (const [subject, answer] of [
  ['RE: RFQ 7731', 'Kestrel Foods plc'],
  ['New lead from the web form', 'does not know this address'],
  ['询价：在线浊度仪', '华清仪器'],
  ['Inline turbidity meters', 'Harbor Labs'],
] as const) {
  test(`nothing moves when the answers to a mail arrive: ${subject}`, async (t) => {
    await openMail(webmail, subject);
    await stands(t, subject, async () => {
      await around.clickIcon(webmail);
      await panel.says(answer);
    });
  });
}

test('nothing moves when a record that may be the same turns up', async (t) => {
  const tab = await around.page(`${mailbox.url}/en/mail/dairy-enquiry`);
  await stands(t, 'unknown sender', async () => {
    await around.clickIcon(tab);
    await panel.says('Nothing like it');
  });
  await panel.click('Name: Meridian Dairy');
  await panel.page.keyboard.type('Kestrel Foods');
  await panel.page.keyboard.press('Enter');
  await stands(t, 'a similar account', () => panel.says('Kestrel Foods plc has'));
});

test('nothing moves when a screen is filled for the first time', async (t) => {
  const { page } = panel;
  await page.reload();
  await page.waitForSelector('#tab-now');
  await stands(t, 'feed', async () => {
    await page.click('#tab-feed');
    await page.waitForSelector('[data-activity]');
  });
  await stands(t, 'record', async () => {
    await page.click('[data-activity] button');
    await panel.says('Who sees');
  });
  await stands(t, 'today', async () => {
    await page.click('#tab-today');
    await page.waitForSelector('[data-row]');
  });
});
