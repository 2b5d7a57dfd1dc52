import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { openMail, openWebmail, WEBMAIL } from './webmail.ts';

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

test('another mail is opened, Log: it is noticed, and only what is shown could be logged', async () => {
  const page = await openWebmail(around);
  const panel = new Panel(await around.clickIcon(page));
  await panel.signIn(stack, 'rep');
  await openMail(page, 'RE: RFQ 7731');
  await around.clickIcon(page);
  await panel.says('Kestrel Foods plc');
  await openMail(page, 'Site survey for the Tacoma plant');
  const count = () => stack.rows('SELECT count(*) n FROM activity')[0]?.n;
  const before = count();
  await panel.click('Log Ctrl');
  await panel.says('Another item is open now than the one shown here');
  assert.equal(count(), before);
  await panel.click('Read the open one');
  await panel.says('Site survey for the Tacoma plant');
});

/** Subject, and whether its unknown sender is offered as a new contact. */
const HOSTILE = [
  ['New lead from the web form', true],
  ['"><svg/onload', true],
  ['Your weekly partner report', false],
] as const;

test('nothing of a hostile mail runs, loads or shows as markup', async () => {
  const [page] = (await around.browser.pages()).filter((candidate) => candidate.url().startsWith('http'));
  assert.ok(page);
  const panel = new Panel(await around.clickIcon(page));
  const trouble: string[] = [];
  panel.page.on('dialog', (dialog) => void trouble.push(`dialog ${dialog.message()}`));
  panel.page.on('pageerror', (error) => void trouble.push(`error ${error}`));
  panel.page.on('request', (request) => {
    const url = request.url();
    const isOwn = url.startsWith('chrome-extension:') || url.startsWith(stack.url) || url.startsWith('data:');
    if (!isOwn) trouble.push(`request ${url}`);
  });
  await panel.page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      Object.assign(globalThis, { violated: violatedDirective }),
    );
  });
  for (const [subject, isPerson] of HOSTILE) {
    await openMail(page, subject);
    await around.clickIcon(page);
    await panel.says(subject);
    if (isPerson) await panel.click('Just log');
    await panel.click('Log Ctrl');
    await panel.says(/Delivered \d/);
    await around.clickIcon(page);
    await panel.says('You have logged it');
    await panel.click('Open the log');
    await panel.says('Full text');
    // The next click on the icon leads back from the record by itself.
  }
  const left = await panel.page.evaluate(() => ({
    xss: Reflect.get(globalThis, '__xss'),
    violated: Reflect.get(globalThis, 'violated'),
    foreign: document.querySelectorAll('iframe, object, embed, form[action], img[src^=http], svg[onload]')
      .length,
    links: [...document.querySelectorAll('a')].map(({ protocol }) => protocol),
  }));
  assert.deepEqual(trouble, []);
  assert.equal(left.xss, undefined);
  assert.equal(left.violated, undefined);
  assert.equal(left.foreign, 0);
  assert.ok(left.links.every((protocol) => ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)));
  assert.equal(await page.evaluate(() => Reflect.get(globalThis, '__xss')), undefined);
});

test('on a site that is allowed for good the mail that is opened appears without a click', async () => {
  const allowed = await Surroundings.open({ allows: WEBMAIL });
  try {
    const page = await openWebmail(allowed);
    const panel = new Panel(await allowed.clickIcon(page));
    await panel.signIn(stack, 'rep');
    await openMail(page, 'RE: RFQ 7731');
    await panel.says('RE: RFQ 7731');
    await openMail(page, 'Site survey for the Tacoma plant');
    await panel.says('Site survey for the Tacoma plant');
  } finally {
    await allowed.close();
  }
});
