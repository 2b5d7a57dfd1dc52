import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { type Mailbox, serveMailbox } from '../../scripts/mailbox/serve.ts';
import { fromRoot } from '../../scripts/root.ts';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { walk } from './tour.ts';
import { openWebmail } from './webmail.ts';

const AXE = readFileSync(fromRoot('node_modules/axe-core/axe.min.js'), 'utf8');

let stack: Stack;
let around: Surroundings;
let mailbox: Mailbox;

before(async () => {
  stack = await Stack.start();
  mailbox = await serveMailbox(0);
  around = await Surroundings.open();
});
after(async () => {
  await around?.close();
  await mailbox?.stop();
  await stack?.close();
});

/** Rules that axe finds broken, each with the first elements that break it. */
async function broken(page: Page): Promise<string[]> {
  // Evaluated from outside, because the panel's policy lets no foreign script in.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))}`,
  );
}

test('axe finds nothing on any screen, in both languages and themes', async (t) => {
  const webmail = await openWebmail(around);
  const panel = new Panel(await around.clickIcon(webmail));
  const found: string[] = [];
  let screens = 0;
  const began = Date.now();
  await walk({ stack, around, webmail, mailbox, panel }, async (screen, { language, theme }) => {
    screens++;
    found.push(...(await broken(panel.page)).map((rule) => `${screen} ${language} ${theme} ${rule}`));
  });
  t.diagnostic(`${screens} screens in ${Math.round((Date.now() - began) / 1000)} s`);
  assert.ok(screens >= 150);
  assert.deepEqual(found, []);
});
