import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { wear } from './tour.ts';

// A webmail that names two addresses as the sender, and one that shows names alone.
const TOOLS =
  '<nav><a>Inbox</a><a>Sent</a></nav><button>Compose</button><button>Reply</button><button>Forward</button>';
const mail = (from: string) =>
  `<!DOCTYPE html><meta charset="utf-8"><title>分拣线方案评审意见</title>${TOOLS}<h1>分拣线方案评审意见</h1><table><tr><th>From:</th><td>${from}</td></tr><tr><th>To:</th><td>me</td></tr></table><div class="message-body"><p id="own">方案已评审，周五前给出意见。</p><p>李涛</p></div>`;
const PAGES: Record<string, string> = {
  '/webmail/two': mail('&lt;tao.li@tuolan.example&gt; &lt;noreply@mx.tuolan.example&gt;'),
  '/webmail/none': mail('李涛'),
};
const PICTURES = process.env.SIDELOG_PICTURES;

let stack: Stack;
let around: Surroundings;
let webmail: Server;
let origin: string;

before(async () => {
  webmail = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGES[request.url ?? ''] ?? '');
  }).listen(0, '127.0.0.1');
  await once(webmail, 'listening');
  origin = `http://127.0.0.1:${(webmail.address() as AddressInfo).port}`;
  stack = await Stack.start();
  around = await Surroundings.open();
});
after(async () => {
  await around?.close();
  await stack?.close();
  webmail?.close();
});

/** Pictures to look at, where a folder is named for them. */
async function picture(panel: Panel, name: string): Promise<void> {
  if (PICTURES) await panel.page.screenshot({ path: join(PICTURES, `${name}.png`) as `${string}.png` });
}

async function shown(page: Page): Promise<Panel> {
  const panel = new Panel(await around.clickIcon(page));
  await panel.page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2 });
  return panel;
}

test('two addresses, in both languages: the rep picks the sender, and the mail is logged as from there', async () => {
  const page = await around.page(`${origin}/webmail/two`);
  const panel = await shown(page);
  await panel.signIn(stack, 'rep');
  await around.clickIcon(page);
  await wear(panel.page, { language: 'zh-CN', theme: 'light' });
  await panel.says('页面上有2个地址，请点发件人');
  await picture(panel, 'unsure.zh.light');
  await wear(panel.page, { language: 'en', theme: 'dark' });
  await panel.says('2 addresses on this page. Pick the sender.');
  await picture(panel, 'unsure.en.dark');
  await panel.click('tao.li@tuolan.example');
  await panel.says('分拣线方案评审意见');
  await panel.click('Just log');
  await panel.click('Log Ctrl');
  await panel.says(/Delivered \d/);
  const [row] = stack.rows(
    `SELECT p.email FROM activity_party p JOIN activity a ON a.id = p.activity_id WHERE a.subject = ? AND p.role = 'from'`,
    '分拣线方案评审意见',
  );
  assert.equal(row?.email, 'tao.li@tuolan.example');
});

test('names alone: marked words stand for the mail', async () => {
  const page = await around.page(`${origin}/webmail/none`);
  const panel = await shown(page);
  await panel.says('Cannot tell which mail is open');
  await page.evaluate(() =>
    document.getSelection()?.selectAllChildren(document.querySelector('#own') as Element),
  );
  await panel.click('Use the words I marked');
  await panel.says('方案已评审，周五前给出意见。');
  await picture(panel, 'marked.en.dark');
  await panel.says('Sender not found on this page');
});
