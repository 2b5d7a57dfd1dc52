import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';

let stack: Stack;
let around: Surroundings;

before(async () => {
  stack = await Stack.start();
  around = await Surroundings.open();
  const page = await around.page(`${stack.url}/docs`);
  await new Panel(await around.clickIcon(page)).signIn(stack, 'rep');
});
after(async () => {
  await around?.close();
  await stack?.close();
});

const notes = (like: string): string[] =>
  stack
    .rows('SELECT snippet FROM activity WHERE type = ? AND snippet LIKE ?', 'note', like)
    .map(({ snippet }) => String(snippet));

async function panelNow(): Promise<Panel> {
  const [page] = (await around.browser.pages()).filter((candidate) => candidate.url().startsWith('http'));
  if (!page) throw new Error('The webmail tab is gone.');
  return new Panel(await around.clickIcon(page));
}

/** Writes a note as a person would and returns when the panel calls it saved. */
async function note(panel: Panel, text: string): Promise<void> {
  await panel.page.waitForSelector('[data-testid=write-form]');
  await panel.click('Note');
  await panel.fill('Note', text);
  await panel.click('Log Ctrl');
  // The focus goes there once the screen stands; a key pressed earlier would be lost with it.
  await panel.page.waitForSelector('[data-testid=saved] h1:focus');
}

/** Waits until the server holds each of `like` exactly as often as it was saved. */
async function arrived(like: string, count: number, timeout = 90_000): Promise<void> {
  const until = Date.now() + timeout;
  while (notes(like).length < count && Date.now() < until) await sleep(250);
  assert.equal(notes(like).length, count);
}

test('saved while the server is down, delivered once when it is back', async () => {
  const panel = await panelNow();
  await panel.click('Write a log');
  await stack.down();
  await note(panel, 'down-1 the pump is noisy');
  await panel.says('Saved');
  await sleep(1500);
  assert.equal(await panel.page.evaluate(() => chrome.action.getBadgeText({})), '1');
  await stack.up();
  await arrived('down-1%', 1);
  await panel.says(/Delivered \d/);
});

test('the service worker dies and the panel closes before sending: the next worker delivers once', async () => {
  const panel = await panelNow();
  await stack.down();
  await panel.click('Write another');
  await note(panel, 'killed-1 call back on Friday');
  await panel.page.close();
  await around.killWorker();
  await stack.up();
  await arrived('killed-1%', 1);
  await sleep(2000);
  assert.equal(notes('killed-1%').length, 1);
});

test('the browser is killed in a burst of 50: all that was called saved arrives once', async () => {
  const panel = await panelNow();
  await panel.click('Write a log');
  for (let i = 1; i <= 50; i++) {
    if (i > 1) await panel.click('Write another');
    // Half of them are being delivered as they are saved; the other half has nothing but the disk when the kill comes.
    if (i === 26) await stack.down();
    await note(panel, `burst ${i}.`);
  }
  around = await around.crash();
  assert.ok(notes('burst %').length < 26);
  await stack.up();
  await around.clickIcon(await around.page(`${stack.url}/docs`));
  await arrived('burst %', 50);
  await sleep(2000);
  const texts = notes('burst %');
  assert.deepEqual(new Set(texts), new Set(Array.from({ length: 50 }, (_, i) => `burst ${i + 1}.`)));
  assert.equal(texts.length, 50);
});
