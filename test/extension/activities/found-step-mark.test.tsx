import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import { contextWith, HENGCHUAN, mailOf, matchOf } from './samples.ts';
import { answering, capture, close, find, open, press, type, until } from './screen.tsx';

const TEXT = '李经理，报价收到。\n下周三下午三点我和生产部赵工跟您电话定一下。';
const known = contextWith({ accounts: [matchOf(HENGCHUAN)], isCertain: true });

/** What the browser would mark: happy-dom has no highlights of its own. */
const marks = new Map<string, Range>();
const marked = () => marks.get('found-step')?.toString();

beforeEach(() => {
  vi.stubGlobal('Highlight', function highlight(range: Range) {
    return range;
  });
  vi.stubGlobal('CSS', { highlights: marks });
  capture(mailOf({ text: TEXT, date: Date.now() }));
});
afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

test('the words that named the next step are marked in the one text of the mail', async () => {
  open(<NowScreen />, answering(known));
  await until(() => find('[data-testid=found-step]'));
  expect(marked()).toBe('下周三下午三点');
  expect(find('[data-testid=kept-text]')?.childNodes).toHaveLength(1);
});

test('an edited text has no marks, the one put back has', async () => {
  open(<NowScreen />, answering(known));
  await until(marked);
  await press('Edit');
  type('textarea', `致：${TEXT}`);
  await press('Done');
  await until(() => find('[data-testid=kept-text]'));
  expect(marked()).toBeUndefined();
  await press('As read');
  await until(marked);
});

test('where the browser cannot mark, the text is shown all the same', async () => {
  vi.unstubAllGlobals();
  open(<NowScreen />, answering(known));
  await until(() => find('[data-testid=found-step]'));
  expect(find('[data-testid=kept-text]')?.textContent).toBe(TEXT);
});
