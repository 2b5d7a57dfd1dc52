import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { type Mailbox, serveMailbox } from '../../scripts/mailbox/serve.ts';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { wear } from './tour.ts';

const CUSTOMER = '华清仪器（北京）有限公司';
let stack: Stack;
let mailbox: Mailbox;
let rep: Surroundings;
let manager: Surroundings;
let page: Page;
let panel: Panel;

before(async () => {
  stack = await Stack.start();
  mailbox = await serveMailbox(0);
  rep = await Surroundings.open();
  manager = await Surroundings.open();
  page = await rep.page(mailbox.url);
  panel = new Panel(await rep.clickIcon(page));
  await panel.page.setViewport({ width: 360, height: 740 });
  await panel.signIn(stack, 'rep');
});
after(async () => {
  await Promise.allSettled([rep?.close(), manager?.close()]);
  await mailbox?.stop();
  await stack?.close();
});

/** Where each log of a mail is filed, by the beginning of its subject; with its text. */
const logsOf = (subject: string) =>
  stack
    .rows(
      `SELECT a.id, a.level, c.name AS account, b.text FROM activity a
       LEFT JOIN account c ON c.ws_id = a.ws_id AND c.id = a.account_id
       LEFT JOIN activity_body b ON b.ws_id = a.ws_id AND b.seq = a.seq
       WHERE a.message_id LIKE '<%.20__-__-__@%' AND a.subject LIKE ? || '%'`,
      subject,
    )
    .map((row) => ({ ...row }));

const actionsOn = (id: unknown) =>
  stack
    .rows('SELECT action FROM audit_event WHERE record_id = ? ORDER BY seq', String(id))
    .map(({ action }) => action);

/** Finds a place in the picker; at an account with open opportunities, the account alone. */
async function moveTo(field: string, typed: string, name: string, accountOnly?: string) {
  await panel.page.waitForSelector('input[role=combobox]');
  if (typed) await panel.fill(field, typed);
  else await panel.page.click('input[role=combobox]');
  const option = await panel.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('[role=option]')].find(
        // The letter of its mark stands before the name.
        ({ textContent }) => textContent?.slice(1).startsWith(wanted),
      ),
    { polling: 100 },
    name,
  );
  await (option as ElementHandle<HTMLElement>).click();
  if (accountOnly) await panel.click(accountOnly);
}

test('English: a log that is not delivered is moved on this device, and arrives once, in the right place', async () => {
  await panel.says('Harbor Labs');
  await panel.click('Log Ctrl');
  await panel.says(/Delivered \d/);
  await page.goto(`${mailbox.url}/zh/mail/jiaoqi`);
  await rep.clickIcon(page);
  await panel.says(CUSTOMER);
  await stack.down();
  await panel.click('Log Ctrl');
  await panel.says('On this device, sending');
  await panel.click('Move elsewhere');
  await moveTo('Account, person', '', 'Harbor Labs, Inc.');
  await panel.says('Moved to Harbor Labs');
  await stack.up();
  await panel.page.evaluate(() => dispatchEvent(new Event('online')));
  await panel.says(/Delivered \d/, 60_000);
  assert.deepEqual(
    logsOf('浊度仪 20 台').map(({ account }) => account),
    ['Harbor Labs, Inc.'],
  );
});

test('English: a delivered log is moved with a trace, and back', async () => {
  await panel.click('Move elsewhere');
  await moveTo('Account, person', '华清', CUSTOMER, `华 ${CUSTOMER} only`);
  await panel.says('Moved to 华清');
  const [log] = logsOf('浊度仪 20 台');
  assert.equal(log?.account, CUSTOMER);
  assert.ok(actionsOn(log?.id).includes('activity.move'));
  await panel.click('Undo');
  await panel.says('Moved back');
  assert.equal(logsOf('浊度仪 20 台')[0]?.account, 'Harbor Labs, Inc.');
});

test('English: one’s own words are changed in the record', async () => {
  await panel.click('Open the log');
  await panel.says('Who sees');
  await panel.click('More');
  await panel.page.waitForSelector('[role=menu]');
  await panel.page.keyboard.press('Enter');
  await panel.page.waitForSelector('form textarea');
  await rewrite('Twenty quokkas agreed by Thursday');
  await panel.click('Save');
  await panel.says('Change saved');
  await panel.says('edited');
  assert.equal(logsOf('浊度仪 20 台')[0]?.text, 'Twenty quokkas agreed by Thursday');
});

test('the manager reads the change in the feed and finds it', async () => {
  const blank = await manager.page('about:blank');
  const boss = new Panel(await manager.clickIcon(blank));
  await boss.signIn(stack, 'manager');
  await boss.page.click('#tab-feed');
  await boss.says('Twenty quokkas agreed');
  await boss.says('edited');
  assert.deepEqual(await foundBy(boss, 'quokkas'), 1);
});

test('中文：降低保留程度，正文对谁都不再有', async () => {
  await wear(panel.page, { language: 'zh-CN', theme: 'light' });
  await panel.says('谁能看');
  await panel.click('更多');
  await panel.page.waitForSelector('[role=menu]');
  await panel.page.keyboard.press('Enter');
  await panel.page.waitForSelector('form textarea');
  await panel.page.click('[role=radio]:nth-of-type(2)');
  await panel.says('保存后会删掉正文');
  await panel.click('保存');
  await panel.says('已改');
  const [log] = logsOf('浊度仪 20 台');
  assert.deepEqual([log?.level, log?.text], ['subject', null]);
  assert.equal(stack.rows(`SELECT 1 FROM activity WHERE snippet LIKE '%quokkas%'`).length, 0);
});

test('中文：按 M 移到另一家客户', async () => {
  await panel.page.keyboard.press('m');
  await moveTo('客户、联系人', '华清', CUSTOMER, `华 只记到${CUSTOMER}`);
  await panel.says('已移到');
  assert.equal(logsOf('浊度仪 20 台')[0]?.account, CUSTOMER);
});

test('the manager finds no trace of the removed words', async () => {
  const target = await manager.browser.waitForTarget((one) => one.url().includes('sidepanel.html'));
  const boss = new Panel(await target.asPage());
  await boss.page.reload();
  await boss.page.waitForSelector('#tab-feed');
  assert.deepEqual(await foundBy(boss, 'quokkas'), 0);
  await boss.page.keyboard.press('Escape');
  await boss.page.click('#tab-feed');
  await boss.says('浊度仪 20 台');
  assert.ok(!(await boss.text()).includes('quokkas'));
});

/** Puts other words into the field of the text, which has several lines. */
async function rewrite(words: string) {
  const { page: screen } = panel;
  await screen.focus('textarea[rows="5"]');
  await screen.keyboard.down('Control');
  await screen.keyboard.press('a');
  await screen.keyboard.up('Control');
  await screen.keyboard.type(words);
}

/** How many rows of the search name the word, once it has answered. */
async function foundBy(boss: Panel, word: string): Promise<number> {
  await boss.page.click('#go-search');
  await boss.page.waitForSelector('[role=combobox]');
  await boss.page.keyboard.type(word);
  await boss.says(new RegExp(`Nothing found|${word} agreed`));
  return (await boss.text()).includes(`${word} agreed`) ? 1 : 0;
}
