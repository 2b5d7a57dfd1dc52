import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { wear } from './tour.ts';
import { openWebmail, tickMails } from './webmail.ts';

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

const logged = () => Number(stack.rows('SELECT count(*) n FROM contribution')[0]?.n);

test('six ticked messages are read, reviewed in one table and logged together, and all taken back', async () => {
  const page = await openWebmail(around);
  const panel = new Panel(await around.clickIcon(page));
  await panel.signIn(stack, 'rep');
  await tickMails(page, 6);
  await around.clickIcon(page);
  await panel.says('6 messages');
  const before = logged();
  await panel.click('Log 6 messages');
  await panel.says(/\d of 6 will be logged/);
  const rows = await panel.page.$$('[data-testid=catch-up] tbody tr');
  assert.equal(rows.length, 6);
  const taken = Number(/(\d) of 6 will/.exec(await panel.text())?.[1]);
  assert.ok(taken >= 3, `${taken} were taken`);
  await panel.page.keyboard.down('Control');
  await panel.page.keyboard.press('Enter');
  await panel.page.keyboard.up('Control');
  await panel.says(new RegExp(`${taken} messages? logged`));
  await until(() => logged() === before + taken);
  await panel.click('Undo');
  await until(() => logged() === before);
});

test('a message that is left out is not logged, and what was logged before is not offered again', async () => {
  const [page] = (await around.browser.pages()).filter((candidate) => candidate.url().startsWith('http'));
  assert.ok(page);
  const panel = new Panel(await around.clickIcon(page));
  await wear(panel.page, { language: 'zh-CN', theme: 'light' });
  await panel.page.click('#tab-now');
  await around.clickIcon(page);
  await panel.click('记录6封邮件');
  await panel.says(/将记录\d封，共6封/);
  const [first] = await panel.page.$$('[data-testid=catch-up] input:checked');
  await first?.click();
  const taken = Number(/将记录(\d)封/.exec(await panel.text())?.[1]);
  const before = logged();
  await panel.click(`记录${taken}封`);
  await until(() => logged() === before + taken);
  await panel.page.click('#tab-now');
  await around.clickIcon(page);
  await panel.click('记录6封邮件');
  await panel.says(/将记录\d封，共6封/);
  const mine = (await panel.text()).match(/你已经记过/g) ?? [];
  assert.equal(mine.length, taken);
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok(holds(), 'in half a minute it never was so');
}
