import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { settle, wear } from './tour.ts';

const WORDS = {
  en: {
    overdue: 'Overdue',
    forYou: 'Waiting for you',
    allToTomorrow: 'All to tomorrow',
    noAnswer: 'No answer needed: ',
    typed: 'Call Mr Osei tomorrow at 3pm',
    title: 'Call Mr Osei',
    free: 'No task left today',
    asOf: 'The server does not answer. As of',
    notSaved: 'Not saved: the server does not answer',
    conflict: 'This was changed meanwhile',
    keepTheirs: 'Keep what is saved',
  },
  'zh-CN': {
    overdue: '逾期',
    forYou: '等你回复',
    allToTomorrow: '全部推到明天',
    noAnswer: '不用再等回复：',
    typed: '明天下午3点给欧工打电话',
    title: '给欧工打电话',
    free: '今天的任务都做完了',
    asOf: '服务器没有回应，内容停在',
    notSaved: '没有保存：',
    conflict: '刚才有人改过',
    keepTheirs: '用已保存的',
  },
} as const;
type Language = keyof typeof WORDS;
/** Where pictures go, for whoever wants to look. */
const SHOTS = process.env.SHOTS;

let stack: Stack;
let around: Surroundings;
let panel: Panel;
let token = '';

async function open(language: Language): Promise<void> {
  stack = await Stack.start(Number(process.env.PORT ?? 0));
  around = await Surroundings.open();
  const page = await around.page(stack.url);
  // An extension that was just installed does not hear a click before its worker has started.
  await around.browser.waitForTarget((target) => target.type() === 'service_worker');
  await settle(1500);
  panel = new Panel(await around.clickIcon(page));
  await panel.page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2 });
  panel.page.on('request', (request) => {
    token = request.headers().authorization ?? token;
  });
  await panel.signIn(stack, 'rep');
  await wear(panel.page, { language, theme: 'light' });
}

async function close(): Promise<void> {
  await around?.close();
  await stack?.close();
}

const press = async (...keys: Parameters<Panel['page']['keyboard']['press']>[0][]) => {
  for (const key of keys) await panel.page.keyboard.press(key);
};

async function undo(): Promise<void> {
  // A key is bound once what it belongs to has been drawn, which takes a moment on a busy machine.
  await panel.page.waitForSelector('.toast-bar');
  await settle(1000);
  await panel.page.keyboard.down('Control');
  await press('z');
  await panel.page.keyboard.up('Control');
}

const focusedRow = () =>
  panel.page.evaluate(() => document.activeElement?.closest('[data-row]')?.id.replace(/^\w+-/, '') ?? '');
const taskOf = (id: string) => stack.rows('SELECT * FROM task WHERE id = ?', id)[0] ?? {};
const threadOf = (key: string) => stack.rows('SELECT * FROM thread WHERE thread_key = ?', key)[0] ?? {};

/** Until the database holds it. */
async function stored(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !holds(); i++) await settle(50);
  assert.ok(holds(), `never stored: ${what}`);
}

async function picture(name: string): Promise<void> {
  if (!SHOTS) return;
  await mkdir(SHOTS, { recursive: true });
  await settle(400);
  await panel.page.screenshot({ path: join(SHOTS, `${name}.png`) as `${string}.png` });
}

for (const language of ['en', 'zh-CN'] as const) suite(language, () => daily(language));

function daily(language: Language): void {
  const words = WORDS[language];
  before(() => open(language));
  after(close);

  test('G T opens the day; X does, S puts off, both by keyboard alone, and both are undone', async () => {
    await wear(panel.page, { language, theme: 'dark' });
    await press('g', 'n', 'g', 't');
    await panel.says(words.overdue);
    await picture(`today.${language}.dark`);
    await wear(panel.page, { language, theme: 'light' });
    await picture(`today.${language}.light`);
    await press('j');
    const first = await focusedRow();
    assert.equal(taskOf(first).status, 'todo');
    await press('x');
    await stored('done', () => taskOf(first).status === 'done');
    await undo();
    await stored('undone', () => taskOf(first).status === 'todo');
    const before = taskOf(first).due_on;
    await press('Space');
    await stored('done by the space bar', () => taskOf(first).status === 'done');
    await press('Space');
    await stored('and not after all', () => taskOf(first).status === 'todo');
    await press('s');
    await panel.page.waitForSelector('[role=menu]');
    await picture(`snooze.${language}.light`);
    await press('End', 'ArrowUp', 'Enter');
    await stored('put off', () => taskOf(first).due_on !== before);
    assert.notEqual(await focusedRow(), first, 'the focus has moved on');
    await undo();
    await stored('back', () => taskOf(first).due_on === before);
  });

  test('a task typed in words stands on its day', async () => {
    const add = async (text: string) => {
      await press('Escape', 'a');
      await panel.page.keyboard.type(text);
      await settle(300);
    };
    await add(words.typed);
    await picture(`adding.${language}.light`);
    await press('Enter');
    const found = () =>
      stack.rows(
        "SELECT *, (due_at / 3600000 + 8) % 24 AS hour FROM task WHERE title = ? AND kind = 'call'",
        words.title,
      );
    await stored('the task', () => found().length === 1);
    assert.equal(found()[0]?.due_on, dayFromNow(1));
  });

  test('a conversation is put aside, and taken back', async () => {
    await panel.says(words.forYou);
    const key = await panel.page.evaluate(
      () =>
        document.querySelector('#today-inbound')?.parentElement?.querySelector('[data-row]')?.id.slice(7) ??
        '',
    );
    assert.match(key, /^[0-9a-f]{64}$/);
    await panel.click(words.noAnswer);
    await stored('settled', () => threadOf(key).settled_at !== null);
    await undo();
    await stored('waiting again', () => threadOf(key).settled_at === null);
  });

  test('what was changed elsewhere meanwhile shows both versions', async () => {
    await panel.page.evaluate(() => document.querySelector<HTMLElement>('#today-due')?.scrollIntoView());
    const id = await panel.page.evaluate(
      () =>
        document.querySelector('#today-due')?.parentElement?.querySelector('[data-row]')?.id.slice(5) ?? '',
    );
    await elsewhere(id);
    await panel.page.focus(`[id="task-${id}"] input`);
    await press('x');
    await panel.says(words.conflict);
    await picture(`conflict.${language}.light`);
    await panel.click(words.keepTheirs);
    assert.equal(taskOf(id).status, 'todo');
  });

  test('where the server falls silent the day stays, and says of when it is', async () => {
    await panel.page.reload();
    await panel.page.waitForSelector('#tab-today');
    await panel.page.click('#tab-today');
    await panel.says(words.overdue);
    await stack.down();
    await panel.page.evaluate(() => {
      const now = Date.now;
      // Old enough to be read anew when one comes back to it.
      Date.now = () => now() + 10 * 60_000;
      dispatchEvent(new Event('focus'));
    });
    await panel.says(words.asOf);
    await panel.says(words.overdue);
    await press('j', 'x');
    await panel.says(words.notSaved);
    await panel.says(words.asOf);
    await picture(`silent.${language}.light`);
    await stack.up();
    await panel.page.reload();
    await panel.page.waitForSelector('#tab-today');
    await panel.page.click('#tab-today');
    await panel.says(words.overdue);
  });

  test('all overdue to tomorrow, the rest done: the day is free, and says what comes', async () => {
    const overdue = () =>
      stack.rows(
        "SELECT id FROM task WHERE status = 'todo' AND due_on < ? AND assignee_id = 4",
        dayFromNow(0),
      ).length;
    const before = overdue();
    assert.ok(before > 3);
    await panel.click(words.allToTomorrow);
    await stored('all of them', () => overdue() === 0);
    await undo();
    await stored('all of them back', () => overdue() === before);
    await panel.click(words.allToTomorrow);
    await stored('all of them again', () => overdue() === 0);
    const open = await panel.page.$$eval('#today-due ~ ul [data-settle]:not(:checked)', (boxes) =>
      boxes.map((box) => box.closest('[data-row]')?.id ?? ''),
    );
    for (const id of open) {
      await panel.page.focus(`[id="${id}"] input`);
      await press('x');
    }
    await panel.says(words.free);
    assert.equal(await panel.page.$eval('#tab-today', (tab) => /\d/.test(tab.textContent ?? '')), false);
    await picture(`free.${language}.light`);
  });
}

/** Dana's days are Shanghai's. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** Another device of the same person changes a task, without this panel's knowing. */
async function elsewhere(id: string): Promise<void> {
  const { title, version } = taskOf(id);
  const answer = await fetch(`${stack.url}/api/v1/tasks/${id}`, {
    method: 'PATCH',
    headers: {
      authorization: token,
      'content-type': 'application/json',
      'if-match': `"${version}"`,
      'x-sidelog-client': '0.1.0',
    },
    body: JSON.stringify({ title: `${title} 2` }),
  });
  assert.equal(answer.status, 200);
}
