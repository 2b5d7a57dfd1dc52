import { afterEach, expect, test } from 'vitest';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import type { ThreadMessage } from '../../../shared/capture.ts';
import { contextWith, mailOf } from './samples.ts';
import { answering, capture, close, open } from './screen.tsx';

afterEach(close);

const message = (n: number, changes: Partial<ThreadMessage> = {}): ThreadMessage => ({
  pageKey: `message ${n}`,
  from: { name: `Sender ${n}` },
  isExpanded: true,
  isOpen: false,
  ...changes,
});

test('of a conversation it is said which message is shown, and another can be picked', async () => {
  const thread = [message(1), message(2, { isOpen: true }), message(3)];
  capture(mailOf({ pageKey: 'message 2', thread }));
  open(<NowScreen />, answering(contextWith()));
  await expect.poll(() => document.body.textContent).toContain('Message 2 of 3 in this conversation');
});

test('a message that stands alone says nothing of a conversation', async () => {
  capture(mailOf({ thread: [message(1, { isOpen: true })] }));
  open(<NowScreen />, answering(contextWith()));
  await expect.poll(() => document.body.textContent).toContain('报价');
  expect(document.body.textContent).not.toContain('in this conversation');
});
