import { afterEach, expect, test } from 'vitest';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import { savedLog, undoLog } from '../../../extension/activities/saved.ts';
import { otherItemOpen } from '../../../extension/app/captured.ts';
import { deviceDb } from '../../../extension/app/device-db.ts';
import { session } from '../../../extension/app/session.ts';
import {
  CHENGJIANG,
  contextWith,
  HENGCHUAN,
  idOf,
  mailOf,
  matchOf,
  me,
  opportunityOf,
  pageOf,
} from './samples.ts';
import {
  answering,
  button,
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

afterEach(close);

const known = contextWith({
  accounts: [matchOf(HENGCHUAN)],
  isCertain: true,
  opportunities: [opportunityOf(11), opportunityOf(12)],
});
const several = contextWith({ accounts: [matchOf(HENGCHUAN), matchOf(CHENGJIANG)] });
const saved = () => until(() => find('[data-testid=saved]'));

test('the mail of a known sender is logged with one press', async () => {
  capture(mailOf());
  open(<NowScreen />, answering(known));
  await press('Log');
  await saved();
  const [activity] = await outboxPayloads();
  expect(activity).toMatchObject({ accountId: HENGCHUAN.id, opportunityId: idOf(11), text: mailOf().text });
  expect(text()).toContain(HENGCHUAN.name);
});

test('Log does nothing before what it would save is on screen', async () => {
  capture(mailOf());
  open(<NowScreen />, answering(known));
  await until(() => button('Log'));
  const keys = { key: 'Enter', ctrlKey: true, bubbles: true };
  document.body.dispatchEvent(new KeyboardEvent('keydown', keys));
  await until(() => text().includes(HENGCHUAN.name));
  expect(await outboxPayloads()).toEqual([]);
  document.body.dispatchEvent(new KeyboardEvent('keydown', keys));
  await saved();
});

test('two presses log once', async () => {
  capture(mailOf());
  open(<NowScreen />, answering(known));
  const log = await until(() => button('Log')?.getAttribute('aria-disabled') !== 'true' && button('Log'));
  log.click();
  log.click();
  await saved();
  expect(await outboxPayloads()).toHaveLength(1);
});

test('with several accounts nothing is chosen, and Log asks first', async () => {
  capture(mailOf());
  open(<NowScreen />, answering(several));
  await press('Log');
  await until(() => find('[role=alert]'));
  expect(await outboxPayloads()).toEqual([]);
  await press(CHENGJIANG.name.slice(0, 1));
  await press('Log');
  await saved();
  expect((await outboxPayloads())[0]?.accountId).toBe(CHENGJIANG.id);
});

test('without an answer of the server a mail can still be logged', async () => {
  capture(mailOf());
  open(<NowScreen />, {});
  await press('Log');
  await saved();
  const [activity] = await outboxPayloads();
  expect(activity).not.toHaveProperty('accountId');
  expect(activity?.parties).toHaveLength(3);
});

test('a mail that a teammate has logged credits me too', async () => {
  const logged = { activityId: idOf(50), byMe: false, by: [{ userId: 8, loggedAt: 1 }] };
  capture(mailOf());
  open(<NowScreen />, answering({ ...known, logged }));
  await until(() => button('Log me too'));
  expect(text()).toContain('周航');
});

test('a mail that I have logged offers its record and no second log', async () => {
  const logged = { activityId: idOf(50), byMe: true, by: [{ userId: me.user.id, loggedAt: 1 }] };
  capture(mailOf());
  open(<NowScreen />, answering({ ...known, logged }));
  await until(() => button('Open the log'));
  expect(find('[role=radiogroup]')).toBeNull();
});

test('the level bounds what is saved, and the line below says who reads it', async () => {
  capture(mailOf());
  open(<NowScreen />, answering(known));
  await press('Subject');
  expect(text()).toContain('Subject: 华东一组 (2) and its managers');
  await press('Log');
  await saved();
  const [activity] = await outboxPayloads();
  expect(activity).toMatchObject({ level: 'subject', subject: mailOf().subject });
  expect(activity).not.toHaveProperty('text');
});

test('what one person saved is not shown to who signs in next', async () => {
  capture(mailOf());
  open(<NowScreen />, answering(known));
  await press('Log');
  await saved();
  const other = { ...me, user: { ...me.user, id: 8 } };
  session.value = { server: 'https://crm.example', token: 't', me: other };
  await until(() => find('[data-testid=now-mail]'));
});

test('undone, the mail is back with what had been chosen', async () => {
  capture(mailOf());
  open(<NowScreen />, answering(known));
  await until(() => find('[placeholder="What happens next"]'));
  type('[placeholder="What happens next"]', 'Send samples');
  await press('Log');
  await saved();
  const log = savedLog.value;
  if (log) await undoLog(log);
  const field = await until(() => find('[placeholder="What happens next"]') as HTMLInputElement | null);
  await until(() => field.value === 'Send samples');
  expect(await outboxPayloads()).toEqual([]);
});

test('undone, the mail can be logged again although the server has not heard of it', async () => {
  const answers = answering(known);
  capture(mailOf());
  open(<NowScreen />, answers);
  await press('Log');
  await saved();
  const byMe = { activityId: idOf(50), byMe: true, by: [{ userId: me.user.id, loggedAt: 1 }] };
  answers.context = { ...known, logged: byMe };
  const log = savedLog.value;
  if (log) await undoLog(log);
  await until(() => text().includes(HENGCHUAN.name));
  await press('Log');
  await saved();
  expect(await outboxPayloads()).toHaveLength(1);
});

test('what was typed is on the disk when the panel closes, and there again when it opens', async () => {
  capture(mailOf());
  open(<NowScreen />, answering(known));
  await until(() => find('[placeholder="What happens next"]'));
  type('[placeholder="What happens next"]', 'Send samples');
  window.dispatchEvent(new Event('pagehide'));
  const drafts = await (await deviceDb()).getAll('drafts');
  expect(JSON.stringify(drafts)).toContain('Send samples');
  open(<p />, {});
  open(<NowScreen />, answering(known));
  const field = () => find('[placeholder="What happens next"]') as HTMLInputElement | null;
  await until(() => field()?.value === 'Send samples');
});

test('another mail on the page is said, and this one stays', async () => {
  capture(mailOf());
  otherItemOpen.value = true;
  open(<NowScreen />, answering(known));
  await until(() => button('Read the open one'));
  expect(text()).toContain('回复：二期产线扫码枪报价与交期');
  otherItemOpen.value = false;
});

test('an address that does not parse is shown and left out of the log', async () => {
  capture(mailOf({ cc: [{ email: 'team at hengchuan' }] }));
  open(<NowScreen />, answering(known));
  await until(() => button('Log'));
  expect(text()).toContain('left out: team at hengchuan');
  await press('Log');
  await saved();
  expect(JSON.stringify(await outboxPayloads())).not.toContain('team at hengchuan');
});

test('markup in a mail is text', async () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  capture(mailOf({ subject: evil, text: evil, from: { name: evil, email: 'x@evil.example' } }));
  open(<NowScreen />, answering(contextWith()));
  await until(() => button('Log'));
  expect(find('img, script')).toBeNull();
  expect(find('h1')?.textContent).toBe(evil);
});

test('a page is offered, and saved when asked for', async () => {
  capture(pageOf());
  open(<NowScreen />, answering(known));
  expect(find('[data-testid=now-page]')).toBeNull();
  await press('Save this page');
  await press('Log');
  await saved();
  expect((await outboxPayloads())[0]).toMatchObject({ type: 'web_capture', subject: pageOf().title });
});

test('words selected on a page are shown at once', async () => {
  capture(pageOf({ selection: '十二月投产' }));
  open(<NowScreen />, answering(known));
  await until(() => find('[data-testid=kept-text]')?.textContent === '十二月投产');
});
