import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import { savedLog } from '../../../extension/activities/saved.ts';
import { readLevels } from '../../../extension/app/usual-levels.ts';
import { contextWith, HENGCHUAN, idOf, mailOf, matchOf, me } from './samples.ts';
import {
  answering,
  capture,
  close,
  find,
  open,
  outboxPayloads,
  press,
  text,
  type,
  until,
} from './screen.tsx';

afterEach(async () => {
  await close();
  await browser.storage.local.clear();
});

const contact = { id: idOf(60), name: '王建国', email: 'wangjg@hengchuan.example', accountId: HENGCHUAN.id };
const known = contextWith({
  domain: 'hengchuan.example',
  contacts: [contact],
  accounts: [matchOf(HENGCHUAN)],
  isCertain: true,
});
const whose = { server: 'https://crm.example', me };

const saved = () => until(() => find('[data-testid=saved]'));
const log = async () => {
  await press('Log');
  await saved();
  return (await outboxPayloads()).at(-1);
};
function openMail(mail = mailOf()) {
  capture(mail);
  open(<NowScreen />, answering(known));
}

/** Selects `words` in the text that is being edited. */
async function select(words: string) {
  await press('Edit');
  const area = (await until(() => find('textarea'))) as HTMLTextAreaElement;
  const at = area.value.indexOf(words);
  area.setSelectionRange(at, at + words.length);
}

test('words that are hidden by the keyboard are not in what is sent', async () => {
  openMail(mailOf({ text: '底价八万五千元，请保密。' }));
  await select('八万五千元');
  await press('Hide selection');
  const activity = await log();
  expect(activity?.text).toBe('底价████，请保密。');
  expect(JSON.stringify(activity)).not.toContain('八万五千');
});

test('words that are cut are gone', async () => {
  openMail(mailOf({ text: '底价八万五千元，请保密。' }));
  await select('八万五千元，');
  await press('Cut selection');
  expect((await log())?.text).toBe('底价请保密。');
});

test('a space typed at the end stays while one types', async () => {
  openMail();
  await press('Edit');
  await until(() => find('textarea'));
  type('textarea', 'call ');
  expect((find('textarea') as HTMLTextAreaElement).value).toBe('call ');
});

test('the subject can be typed otherwise, and the level bounds it', async () => {
  openMail();
  await press('Reword the subject');
  type('input[maxlength="1000"]', '回复：报价');
  await until(() => text().includes('Typed by you'));
  expect(find('h1')?.textContent).toBe('回复：报价');
  expect(await log()).toMatchObject({ subject: '回复：报价' });
});

test('who is left out is neither asked about nor sent, and can be put back', async () => {
  const asked: string[] = [];
  openMail(mailOf({ cc: [{ name: 'Other', email: 'other@rival.example' }] }));
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    asked.push(String(init?.body));
    return fetch(input, init);
  };
  await press('to you');
  await press('Leave out Other');
  await until(() => asked.some((body) => body.includes('hengchuan') && !body.includes('rival')));
  await press('Put back Other');
  await press('Leave out Other');
  expect(document.activeElement).not.toBe(document.body);
  expect(JSON.stringify(await log())).not.toContain('rival');
});

test('neither oneself nor who it is about can be left out', async () => {
  openMail();
  await press('to you');
  await until(() => find('[aria-label^="Leave out"]'));
  const offered = [...document.querySelectorAll('[aria-label^="Leave out"]')].map((one) =>
    one.getAttribute('aria-label'),
  );
  expect(offered).toEqual(['Leave out 周航']);
});

test('the level chosen for a domain is the next mail’s, until it is forgotten', async () => {
  openMail();
  await press('Subject');
  expect(await log()).toMatchObject({ level: 'subject' });
  await until(async () => (await readLevels(whose)).get('hengchuan.example') === 'subject');
  savedLog.value = undefined;
  openMail(mailOf({ pageKey: 'next', messageId: '<next@hengchuan.example>' }));
  await until(() => text().includes('As last time with hengchuan.example'));
  await press('Forget this');
  await until(() => find('[role=radio][aria-checked=true]')?.textContent === 'Full text');
  expect(await readLevels(whose)).toEqual(new Map());
});

test('a level that was not chosen is not remembered', async () => {
  openMail();
  await log();
  expect(await readLevels(whose)).toEqual(new Map());
});

test('of free mail only the address is remembered', async () => {
  capture(mailOf({ from: { name: '王建国', email: 'wang@qq.com' } }));
  open(<NowScreen />, answering(contextWith()));
  await press('Fact');
  await log();
  await until(async () => (await readLevels(whose)).has('wang@qq.com'));
});

test('nothing below the head is there before the answer, so that nothing moves', async () => {
  const waiting: ((answer: Response) => void)[] = [];
  openMail();
  globalThis.fetch = () => new Promise((resolve) => waiting.push(resolve));
  await until(() => find('h1') && waiting.length > 0);
  expect(find('[data-testid=kept-text]')).toBeNull();
  act(() => waiting[0]?.(Response.json(known)));
  await until(() => find('[data-testid=kept-text]'));
});
