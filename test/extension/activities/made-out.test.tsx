import { afterEach, expect, test } from 'vitest';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import { captured } from '../../../extension/app/captured.ts';
import type { FrameResult } from '../../../shared/capture.ts';
import { CAPTURED_AT, contextWith, HENGCHUAN, mailOf, matchOf } from './samples.ts';
import { answering, button, close, find, open, outboxPayloads, press, text, until } from './screen.tsx';

type None = Omit<Extract<FrameResult, { status: 'none' }>, 'status' | 'reason'>;

let readings = 0;

/** A webmail that shows a mail of which something cannot be told. */
function unsure(told: None): void {
  readings += 10;
  captured.value = {
    state: 'done',
    tabId: 1,
    windowId: 1,
    url: 'https://mail.example/read/7',
    origin: 'https://mail.example',
    capturedAt: CAPTURED_AT + readings,
    result: { status: 'none', adapter: 'generic', reason: 'cannot_tell', ...told },
    hasSitePermission: true,
    silentFrames: 0,
  };
}

const known = contextWith({ accounts: [matchOf(HENGCHUAN)], isCertain: true });
const two = [{ email: 'tao.li@tuolan.example' }, { email: 'noreply@mx.tuolan.example' }];
const withoutSender = () => {
  const { from, ...mail } = mailOf();
  return { ...mail, adapter: 'generic' };
};

afterEach(close);

test('of two addresses the rep picks the sender, and the mail is logged as from there', async () => {
  unsure({ candidates: two, mail: withoutSender() });
  open(<NowScreen />, answering(known));
  expect(text()).toContain('2 addresses on this page. Pick the sender.');
  await press('tao.li@tuolan.example');
  await until(() => find('[data-testid=now-mail]'));
  await press('Log');
  await until(() => find('[data-testid=saved]'));
  const [activity] = await outboxPayloads();
  expect(activity).toMatchObject({ type: 'email', direction: 'inbound', text: mailOf().text });
  expect(activity?.parties).toContainEqual({ role: 'from', email: 'tao.li@tuolan.example' });
});

test('marked words are logged as a mail of which nothing else is claimed', async () => {
  unsure({ selection: 'The twelfth is fine.', title: 'Inbox (3)' });
  open(<NowScreen />, answering(known));
  await press('Use the words I marked');
  await until(() => find('[data-testid=now-mail]'));
  await press('Log');
  await until(() => find('[data-testid=saved]'));
  const [activity] = await outboxPayloads();
  expect(activity).toMatchObject({ type: 'email', text: 'The twelfth is fine.', parties: [] });
  expect(activity).not.toHaveProperty('subject', 'Inbox (3)');
  expect(activity?.direction).toBeUndefined();
});

test('without marked words the offer says how to mark them', async () => {
  unsure({});
  open(<NowScreen />, answering(known));
  expect(text()).toContain('Mark the mail’s words on the page, then press here');
  expect(button('tao.li')).toBeUndefined();
});

test('what was picked belongs to this reading alone', async () => {
  unsure({ candidates: two, mail: withoutSender() });
  open(<NowScreen />, answering(known));
  await press('tao.li@tuolan.example');
  await until(() => find('[data-testid=now-mail]'));
  const { value } = captured;
  if (value.state === 'done') captured.value = { ...value, capturedAt: value.capturedAt + 1 };
  await until(() => find('[data-testid=pick-sender]'));
});
