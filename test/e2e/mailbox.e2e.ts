import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Mailbox, serveMailbox } from '../../scripts/mailbox/serve.ts';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { wear } from './tour.ts';

let stack: Stack;
let mailbox: Mailbox;
let around: Surroundings;
let page: Page;
let panel: Panel;

before(async () => {
  stack = await Stack.start();
  mailbox = await serveMailbox(0);
  around = await Surroundings.open();
  page = await around.page(mailbox.url);
});
after(async () => {
  await around?.close();
  await mailbox?.stop();
  await stack?.close();
});

/** What the database holds of a mail, by the beginning of its subject. */
const loggedAs = (subject: string) =>
  stack.rows(
    `SELECT a.captured_by, a.message_id, c.name FROM activity a
     LEFT JOIN account c ON c.ws_id = a.ws_id AND c.id = a.account_id
     WHERE a.message_id LIKE '<%.20__-__-__@%' AND a.subject LIKE ? || '%'`,
    subject,
  );

test('a newcomer clicks the icon on the first mail, signs in, and logs it: its source was read', async () => {
  panel = new Panel(await around.clickIcon(page));
  await panel.signIn(stack, 'rep');
  await panel.says('Original message read');
  await panel.says('Harbor Labs');
  await panel.click('Log Ctrl');
  await panel.says(/Delivered \d/);
  assert.deepEqual(
    loggedAs('Second building').map(({ captured_by, name }) => ({ captured_by, name })),
    [{ captured_by: 'generic', name: 'Harbor Labs, Inc.' }],
  );
});

test('the same in Chinese', async () => {
  await wear(panel.page, { language: 'zh-CN', theme: 'dark' });
  await page.goto(`${mailbox.url}/zh/mail/jiaoqi`);
  await around.clickIcon(page);
  await panel.says('读自原始邮件');
  await panel.says('华清仪器（北京）有限公司');
  await panel.click('记录 Ctrl');
  await panel.says(/\d 已送达/);
  assert.equal(loggedAs('浊度仪 20 台').length, 1);
});

test('a mail with markup is read from its source as well, and a newsletter is told from a letter', async () => {
  await page.goto(`${mailbox.url}/zh/mail/frame-agreement`);
  await page.waitForFunction(
    () => document.querySelector('iframe')?.contentDocument?.readyState === 'complete',
  );
  await around.clickIcon(page);
  await panel.says('Fjord Vann AS');
  await panel.says('读自原始邮件');
  await page.goto(`${mailbox.url}/en/mail/zhoukan`);
  await around.clickIcon(page);
  await panel.says('群发或订阅邮件');
});

test('without an open mail the panel invents none', async () => {
  await wear(panel.page, { language: 'en', theme: 'light' });
  await page.goto(`${mailbox.url}/en/mail/inbox/`);
  await around.clickIcon(page);
  await panel.says(/No (single )?mail is open|Cannot tell which mail is open/);
});
