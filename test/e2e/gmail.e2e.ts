import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ElementHandle } from 'puppeteer-core';
import { Gmail } from './gmail.ts';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { wear } from './tour.ts';

const LANGUAGES = [
  {
    language: 'en',
    account: 0,
    read: 'Original message read',
    place: (place: number) => `Message ${place} of 3 in this conversation`,
    log: 'Log Ctrl',
    delivered: /Delivered \d/,
    writing: 'A mail is being written here',
    offer: 'Log 2 messages',
    taken: '2 of 2 will be logged',
  },
  {
    language: 'zh-CN',
    account: 1,
    read: '读自原始邮件',
    place: (place: number) => `这个会话的第${place}封，共3封`,
    log: '记录',
    delivered: '已送达',
    writing: '这里正在写邮件',
    offer: '记录2封邮件',
    taken: '将记录2封，共2封',
  },
] as const;

const [FIRST, NEWEST] = ['msg-f:1800000000000000001', '18f1a2b3c4d50003'];
const TICKED = ['18f1a2b3c4d50010', '18f1a2b3c4d50012'];

let stack: Stack;
let around: Surroundings;
let panel: Panel;

before(async () => {
  stack = await Stack.start();
  around = await Surroundings.open();
  const gmail = await Gmail.open(around, 9);
  await gmail.show('thread');
  panel = new Panel(await around.clickIcon(gmail.page));
  await panel.signIn(stack, 'rep');
});
after(async () => {
  await around?.close();
  await stack?.close();
});

for (const { language, account, ...words } of LANGUAGES) {
  let gmail: Gmail;

  test(`${language}: the newest message of a Gmail conversation is read from its source, and logged`, async () => {
    await wear(panel.page, { language, theme: 'light' });
    gmail = await Gmail.open(around, account);
    await gmail.show('thread');
    await around.clickIcon(gmail.page);
    await panel.says(words.place(3));
    await panel.says(words.read);
    await panel.says('Re: Flow cells for the second line');
    await panel.says('Priya Raman');
    await panel.says('Harbor Labs');
    assert.deepEqual(gmail.asked, [NEWEST]);
    await panel.click(words.log);
    await panel.says(words.delivered);
    assert.deepEqual(logged(gmail, [NEWEST]), [
      { message_id: gmail.messageId(NEWEST), text: 'Ten it is. Please send the order form.' },
    ]);
  });

  test(`${language}: another message of the conversation is picked, read from its own source, and logged`, async () => {
    await gmail.show('thread');
    await around.clickIcon(gmail.page);
    await choose(words.place(3), 'Could you quote');
    await panel.says(words.place(1));
    await panel.says(words.read);
    await panel.says('We start in March.');
    assert.equal(gmail.asked.at(-1), FIRST);
    await panel.click(words.log);
    await panel.says(words.delivered);
    assert.deepEqual(logged(gmail, [FIRST]), [
      {
        message_id: gmail.messageId(FIRST),
        text: 'Could you quote twelve flow cells? We start in March.',
      },
    ]);
  });

  test(`${language}: of a message being written the panel says so, and offers no log of it`, async () => {
    await gmail.show('compose');
    await around.clickIcon(gmail.page);
    await panel.says(words.writing);
    assert.equal(await panel.page.$('[data-testid=now-mail]'), null);
  });

  test(`${language}: the two ticked rows of the list are read from their sources, and logged together`, async () => {
    await gmail.show('ticked');
    await around.clickIcon(gmail.page);
    await panel.click(words.offer);
    await panel.says(words.taken);
    await panel.says('Kestrel Foods plc');
    assert.deepEqual(gmail.asked.slice(-2).sort(), TICKED);
    await pressModEnter();
    await until(() => logged(gmail, TICKED).length === 2);
    assert.deepEqual(
      logged(gmail, TICKED).map(({ text }) => text),
      ['Six more probes, please.', 'Two cartons arrived, the third is missing.'],
    );
    await panel.page.click('#tab-now');
    await gmail.page.close();
  });
}

/** What the server holds of these messages. */
const logged = (gmail: Gmail, ids: readonly string[]) =>
  ids.flatMap((id) =>
    stack
      .rows(
        `SELECT a.message_id, b.text FROM activity a
         LEFT JOIN activity_body b ON b.ws_id = a.ws_id AND b.seq = a.seq WHERE a.message_id = ?`,
        gmail.messageId(id),
      )
      .map((row) => ({ ...row })),
  );

/** Opens the menu by its button and picks the option that holds `words`; what is read just then may close it again. */
async function choose(button: string, words: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await panel.click(button);
    const option = await optionWith(words).catch(() => undefined);
    if (option) return option.click();
  }
  assert.fail(`no option holds "${words}"; the panel says: ${await panel.text()}`);
}

async function optionWith(words: string): Promise<ElementHandle<Element>> {
  const option = await panel.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[role=option]')].find(({ textContent }) =>
        textContent?.includes(wanted),
      ),
    { polling: 50, timeout: 1000 },
    words,
  );
  return option as ElementHandle<Element>;
}

async function pressModEnter(): Promise<void> {
  await panel.page.keyboard.down('Control');
  await panel.page.keyboard.press('Enter');
  await panel.page.keyboard.up('Control');
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok(holds(), 'in half a minute it never was so');
}
