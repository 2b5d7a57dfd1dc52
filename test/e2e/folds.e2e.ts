import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { openMail, openWebmail } from './webmail.ts';

let stack: Stack;
let around: Surroundings;
let webmail: Page;
let panel: Panel;

before(async () => {
  stack = await Stack.start();
  around = await Surroundings.open();
  webmail = await openWebmail(around);
  panel = new Panel(await around.clickIcon(webmail));
  await panel.signIn(stack, 'rep');
});
after(async () => {
  await around?.close();
  await stack?.close();
});

/** The text that the server keeps of the log made last of this subject. */
const keptOf = (subject: string): string =>
  String(
    stack.rows(
      `SELECT b.text FROM activity a JOIN activity_body b ON b.ws_id = a.ws_id AND b.seq = a.seq
       WHERE a.subject LIKE ? || '%' ORDER BY a.seq DESC LIMIT 1`,
      subject,
    )[0]?.text,
  );

async function read(subject: string): Promise<void> {
  await openMail(webmail, subject);
  await around.clickIcon(webmail);
}

test('a reply in English: four earlier messages and the signature stay behind', async () => {
  await panel.speak('en');
  await read('RE: Inline turbidity');
  await panel.says('Folded: 4 earlier messages, signature of 4 lines');
  await panel.click('Log Ctrl');
  await panel.says(/Delivered \d/);
  const kept = keptOf('RE: Inline turbidity');
  assert.match(kept, /^Dana,\s+Purchase order 4500187233 is approved\./);
  assert.doesNotMatch(kept, /Regards|617\.555\.0163|net 45/);
});

test('a reply in Chinese: the signature is opened and kept too, the history is not', async () => {
  await panel.speak('zh-CN');
  await read('答复: 询价');
  await panel.says(/已收起：引用的历史\s?4\s?封，签名\s?6\s?行/);
  await panel.click('已收起');
  await panel.click('一起保存: 签名');
  await panel.says(/一起保存：签名\s?6\s?行/);
  await panel.click('记录');
  await panel.says('已送达');
  const kept = keptOf('答复: 询价');
  assert.match(kept, /盖章扫描件明天发您。\n\n李娜\n采购部 采购经理/);
  assert.doesNotMatch(kept, /赵敏/);
});

test('a sender who pretends to be another address has no signature', async () => {
  await panel.speak('en');
  await read('Re: Inline turbidity');
  await panel.says('our bank has changed');
  await panel.says('Priya Raman Harbor Labs, Inc.');
  assert.doesNotMatch(await panel.text(), /Folded/);
});
