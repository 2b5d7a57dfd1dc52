import { afterEach, expect, test } from 'vitest';
import { WriteScreen } from '../../../extension/activities/WriteScreen.tsx';
import { MAX_TEXT_BYTES } from '../../../shared/activity.ts';
import { HENGCHUAN, idOf, opportunityOf } from './samples.ts';
import { button, close, find, open, outboxPayloads, press, text, type, until } from './screen.tsx';

afterEach(close);

const ofHengchuan = (count: number) => ({
  [`accounts/${HENGCHUAN.id}/opportunities`]: {
    items: Array.from({ length: count }, (_, i) => opportunityOf(11 + i)),
  },
});
const openFor = (count: number) => open(<WriteScreen about={{ account: HENGCHUAN }} />, ofHengchuan(count));
const saved = () => until(() => find('[data-testid=saved]'));

test('a call is three fields: with whom, how it went, what was said', async () => {
  openFor(0);
  await press('No answer');
  type('textarea', 'Try again on Friday');
  await press('Log');
  await saved();
  expect((await outboxPayloads())[0]).toMatchObject({
    type: 'call',
    outcome: 'no_answer',
    accountId: HENGCHUAN.id,
    text: 'Try again on Friday',
  });
});

test('the single open opportunity of an account is taken, one of several is asked for', async () => {
  openFor(1);
  await until(() => text().includes('商机 11'));
  await press('Log');
  await saved();
  expect((await outboxPayloads())[0]?.opportunityId).toBe(idOf(11));
  await close();
  openFor(2);
  await until(() => text().includes('Pick one of 2'));
  await press('Log');
  await saved();
  expect((await outboxPayloads())[0]).not.toHaveProperty('opportunityId');
});

test('each type offers its own outcomes', async () => {
  openFor(0);
  await press('Visit');
  await until(() => button('No-show'));
  expect(button('Busy')).toBeUndefined();
});

test('an empty form says what is missing and saves nothing', async () => {
  open(<WriteScreen />, {});
  await press('Log');
  await until(() => find('[role=alert]'));
  expect(await outboxPayloads()).toEqual([]);
});

test('what was begun is there again when the panel was closed', async () => {
  open(<WriteScreen />, {});
  await until(() => find('textarea'));
  type('textarea', 'Half a sentence');
  window.dispatchEvent(new Event('pagehide'));
  open(<p />, {});
  open(<WriteScreen />, {});
  await until(() => (find('textarea') as HTMLTextAreaElement | null)?.value === 'Half a sentence');
});

test('after saving one can write another, from nothing', async () => {
  openFor(0);
  type('textarea', 'One');
  await press('Log');
  await saved();
  await press('Write another');
  const field = await until(() => find('textarea') as HTMLTextAreaElement | null);
  expect(field.value).toBe('');
});

test('a text too long to be kept whole says so before it is saved', async () => {
  openFor(0);
  type('textarea', 'a'.repeat(MAX_TEXT_BYTES));
  expect(text()).not.toContain('Longer than 64 KB');
  type('textarea', 'a'.repeat(MAX_TEXT_BYTES + 1));
  await until(() => text().includes('Longer than 64 KB'));
});
