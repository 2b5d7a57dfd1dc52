import { QueryClientProvider } from '@tanstack/preact-query';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { locale, setLocale } from '../../../extension/app/i18n.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { ScreenGuard } from '../../../extension/app/shell/ScreenGuard.tsx';
import { forgetToasts, showToast } from '../../../extension/app/toast.ts';
import { outbox } from '../../../extension/outbox/outbox.ts';
import { QueueScreen } from '../../../extension/outbox/QueueScreen.tsx';
import type { OutboxRecord } from '../../../extension/outbox/record.ts';
import { EMPTY_VIEW } from '../../../extension/outbox/view.ts';
import { byRole, click, press, show } from './render.ts';

beforeEach(async () => {
  await setLocale('en');
  forgetToasts();
  outbox.value = EMPTY_VIEW;
});

const record = (title: string, more: Partial<OutboxRecord> = {}): OutboxRecord => ({
  id: title,
  server: 'https://sidelog.example',
  userId: 1,
  workspaceId: 'w',
  kind: 'activity',
  payload: '{"type":"email"}',
  hash: '',
  label: { title, accountName: 'Halden', type: 'email', level: 'subject' },
  createdAt: Date.now(),
  attempts: 0,
  state: 'waiting',
  ...more,
});
const showQueue = () =>
  show(
    <QueryClientProvider client={queryClient}>
      <QueueScreen />
    </QueryClientProvider>,
  );
const headings = () => [...document.querySelectorAll('h2 > span')].map((heading) => heading.textContent);

test('the queue says what needs the reader, what waits, what arrived, and what is someone else’s', () => {
  outbox.value = {
    ...EMPTY_VIEW,
    rejected: [record('Refused', { state: 'rejected', error: { code: 'too_large' } })],
    waiting: [record('A'), record('B')],
    delivered: [
      record('Old', { state: 'delivered', deliveredAt: 1 }),
      record('New', { deliveredAt: Date.now() }),
    ],
    others: [record('Other', { server: 'https://other.example' })],
    unsent: 4,
    totalBytes: 217_000,
  };
  showQueue();
  expect(headings()).toEqual(['Needs you 1', 'Waiting 2', 'Delivered today 1', 'Waits for other.example 1']);
  expect(byRole('alert').textContent).toContain('Not accepted: it is larger than the server accepts.');
  expect(document.body.textContent).toContain('E-mail, Halden, subject only');
  expect(document.querySelector('footer')?.textContent).toContain('On this device: 4 logs, 212 KB');
});

test('an empty queue says that everything is delivered, in the language chosen a moment ago', async () => {
  showQueue();
  expect(document.body.textContent).toContain('Everything is delivered');
  await act(() => setLocale('zh-CN'));
  expect(document.body.textContent).toContain('全部已送达');
  expect([locale.value, document.documentElement.lang]).toEqual(['zh-CN', 'zh-CN']);
});

test('nothing of a mail is read as markup', () => {
  outbox.value = { ...EMPTY_VIEW, waiting: [record('<img src=x onerror=alert(1)>')], unsent: 1 };
  showQueue();
  expect(document.querySelector('img')).toBeNull();
  expect(document.body.textContent).toContain('<img src=x onerror=alert(1)>');
});

test('a screen that fails says so and can be opened again', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let isBroken = true;
  const Screen = () => {
    if (isBroken) throw new Error('broken');
    return <p>Content</p>;
  };
  show(
    <ScreenGuard>
      <Screen />
    </ScreenGuard>,
  );
  expect(byRole('alert').textContent).toContain('Your logs and drafts are kept.');
  isBroken = false;
  click(byRole('button', 'Open again'));
  expect(document.body.textContent).toBe('Content');
});

test('Ctrl+Z does what the toast offers, and takes it away', () => {
  const undo = vi.fn();
  showQueue();
  act(() => showToast({ text: 'Logged', seconds: 30, action: { label: 'Undo', run: undo, keys: 'mod+z' } }));
  expect(document.body.textContent).toContain('Logged30 sUndo');
  press(document.body, 'z', { ctrlKey: true, code: 'KeyZ' });
  expect(undo).toHaveBeenCalledOnce();
  expect(document.body.textContent).not.toContain('Logged');
});
