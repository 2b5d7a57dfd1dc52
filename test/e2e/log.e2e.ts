import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { openMail, openWebmail } from './webmail.ts';

const MAIL = 'RE: RFQ 7731';
let stack: Stack;
let rep: Surroundings;
let manager: Surroundings;

before(async () => {
  stack = await Stack.start();
  rep = await Surroundings.open();
  manager = await Surroundings.open();
});
after(async () => {
  await Promise.allSettled([rep?.close(), manager?.close()]);
  await stack?.close();
});

const creditsOf = (subject: string) =>
  stack.rows(
    `SELECT a.id, c.user_id FROM activity a JOIN contribution c ON c.ws_id = a.ws_id AND c.activity_id = a.id
     WHERE a.subject LIKE ? || '%'`,
    subject,
  );

test('the icon, Log: a mail of a known sender is with the server', async () => {
  const page = await openWebmail(rep);
  const panel = new Panel(await rep.clickIcon(page));
  await panel.signIn(stack, 'rep');
  await openMail(page, MAIL);
  const before = creditsOf(MAIL).length;
  await rep.clickIcon(page);
  await panel.says('Kestrel Foods plc');
  await panel.click('Log Ctrl');
  await panel.says('Saved');
  await panel.says(/Delivered \d/);
  assert.equal(creditsOf(MAIL).length, before + 1);
  await panel.click('Search');
  await panel.page.keyboard.type('RFQ 7731');
  await panel.says('RE: RFQ 7731: pH probes (qty 120)');
});

test('the same mail logged by a second person is one activity with two credits', async () => {
  const page = await openWebmail(manager);
  const panel = new Panel(await manager.clickIcon(page));
  await panel.signIn(stack, 'manager');
  await openMail(page, MAIL);
  await manager.clickIcon(page);
  await panel.says(/logged this/);
  await panel.click('Log me too');
  await panel.says(/Delivered \d/);
  const credits = creditsOf(MAIL);
  assert.equal(new Set(credits.map(({ id }) => id)).size, 1);
  assert.equal(new Set(credits.map(({ user_id }) => user_id)).size, 2);
});

test('the API is reached without a grant for its host, by CORS alone', async () => {
  const target = await rep.browser.waitForTarget((candidate) => candidate.url().includes('sidepanel.html'));
  const panel = await target.asPage();
  const granted = await panel.evaluate(() => chrome.permissions.getAll());
  assert.deepEqual(granted.origins, []);
  const reach = (path: string) =>
    panel.evaluate((url) => fetch(url).then(({ status }) => status, String), stack.url + path);
  assert.equal(await reach('/api/v1/meta'), 200);
  // The worker's pages offer no CORS: from the same panel they stay out of reach.
  assert.match(String(await reach('/docs')), /Failed to fetch/);
});
