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
  await panel.beginEmpty(stack);
});
after(async () => {
  await around?.close();
  await stack?.close();
});

/** In the workspace made last, which began empty. */
const rows = (columns: string, table: string, where = '1') =>
  stack.rows(
    `SELECT ${columns} FROM ${table} WHERE ${table}.ws_id = (SELECT max(ws_id) FROM workspace_home) AND ${where}`,
  );
const named = (table: 'account' | 'contact' | 'lead') =>
  rows('name', table, 'archived_at IS NULL').map(({ name }) => name);
const logOf = (subject: string) => {
  const [log] = rows('*', 'activity', `subject LIKE '${subject}%'`);
  assert.ok(log, `“${subject}” is not logged`);
  return log;
};
const emailsOf = (log: Record<string, unknown>) =>
  rows('email', 'activity_party', `activity_id = '${log.id}'`).map(({ email }) => email);

async function read(subject: string): Promise<void> {
  await openMail(webmail, subject);
  await around.clickIcon(webmail);
}

const press = async (...keys: ('Control' | 'Enter' | 'KeyZ')[]) => {
  for (const key of keys) await panel.page.keyboard.down(key);
  for (const key of keys.toReversed()) await panel.page.keyboard.up(key);
};

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries++) await new Promise((wait) => setTimeout(wait, 100));
  assert.ok(isSo());
}

/** What the panel shows of a field's value. */
const editLabel = (label: string) =>
  panel.page.$eval(`button[aria-label^="${label}: "]`, ({ textContent }) => textContent);

test('an unknown sender becomes a contact with an account, out of header and signature, in one log', async () => {
  await read('Inline turbidity meters');
  await panel.says('Your team does not know this address yet.');
  await panel.says('From header, not a free-mail domain');
  assert.equal(await editLabel('Title'), 'Director of Laboratory Operations');
  await panel.click('Add both and log');
  await panel.says('Priya Raman added');
  await panel.says(/Delivered \d/);
  assert.deepEqual(named('account'), ['Harbor Labs, Inc.']);
  const [contact] = rows('*', 'contact', "name = 'Priya Raman'");
  assert.equal(contact?.title, 'Director of Laboratory Operations');
  const log = logOf('Inline turbidity meters');
  assert.deepEqual([log.account_id, log.contact_id], [contact?.account_id, contact?.id]);
});

test('undone, all of it is gone and the form is back; logged again, it is there again', async () => {
  await press('Control', 'KeyZ');
  await panel.says('Add both and log');
  await until(() => named('account').length + named('contact').length === 0);
  await panel.click('Add both and log');
  await panel.says(/Delivered \d/);
  assert.deepEqual([named('account'), named('contact')], [['Harbor Labs, Inc.'], ['Priya Raman']]);
});

test('another sender of that domain joins the account; the level chosen holds for the next mail', async () => {
  await read('Signed PO 4500187233');
  await panel.says('Add contact and log');
  await panel.click('Subject');
  await panel.click('Add contact and log');
  await panel.says(/Delivered \d/);
  const log = logOf('Signed PO 4500187233');
  assert.equal(log.level, 'subject');
  assert.deepEqual(named('account'), ['Harbor Labs, Inc.']);
  await read('Kick-off meeting');
  await panel.says('As last time with harborlabs.example');
  await panel.click('Fact');
});

test('who is left out is not stored', async () => {
  await panel.click('to ');
  await panel.click('Leave out Priya Raman');
  await panel.says('left out');
  await panel.click('Full text');
  await panel.click('Log Ctrl');
  await panel.says(/Delivered \d/);
  const emails = emailsOf(logOf('Kick-off meeting'));
  assert.ok(emails.includes('m.oyelaran@harborlabs.example'));
  assert.ok(!emails.includes('priya.raman@harborlabs.example'));
});

test('zh: 加为线索，不建客户', async () => {
  await panel.speak('zh-CN');
  await read('询价：在线浊度仪');
  await panel.says('团队还不认识这个地址。');
  await panel.click('线索');
  await panel.click('加为线索并记录');
  await panel.says(/已送达/);
  const [lead] = rows('*', 'lead');
  assert.deepEqual(
    [lead?.name, lead?.company, lead?.title],
    ['李娜', '华清仪器（北京）有限公司', '采购经理'],
  );
  assert.equal(logOf('询价').lead_id, lead?.id);
  assert.deepEqual(named('account'), ['Harbor Labs, Inc.']);
});

test('zh: 名称相近的客户说得出理由，就用它', async () => {
  await read('RFQ 7731');
  await panel.click('名称：');
  await panel.page.keyboard.type('Harbor Labs Ltd');
  await press('Enter');
  await panel.says(/Harbor Labs, Inc\. ?名称相近，域名不同/);
  await panel.click('就用它');
  await panel.click('加为联系人并记录');
  await panel.says(/已送达/);
  assert.equal(logOf('RFQ 7731').account_id, logOf('Inline turbidity').account_id);
  assert.deepEqual(named('account'), ['Harbor Labs, Inc.']);
});

test('zh: 只记录时谁也不加；存下的正是遮住之后看到的', async () => {
  await panel.speak('zh-CN');
  await read('Presupuesto para la bodega');
  await panel.click('只记录');
  await panel.click('修改');
  await panel.page.$eval('textarea', (area) => {
    const at = area.value.indexOf('12.400');
    area.setSelectionRange(at, at + 6);
  });
  await panel.click('遮住选中');
  await panel.page.waitForFunction(() => document.querySelector('textarea')?.value.includes('████'));
  const shown = await panel.page.$eval('textarea', ({ value }) => value.trim());
  await panel.click('完成');
  await panel.click('改写要保存的主题');
  await panel.fill('主题', 'Presupuesto para la bodega');
  await press('Enter');
  await panel.click('记录');
  await panel.says(/已送达/);
  const log = logOf('Presupuesto para la bodega');
  assert.equal(rows('text', 'activity_body', `seq = ${log.seq}`)[0]?.text, shown);
  assert.equal(JSON.stringify(log).includes('12.400'), false);
  assert.deepEqual(named('contact').includes('José Muñoz'), false);
});
