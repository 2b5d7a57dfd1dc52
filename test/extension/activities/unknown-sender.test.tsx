import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import { savedLog, undoLog } from '../../../extension/activities/saved.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import type { CapturedMail } from '../../../shared/capture.ts';
import type { Context } from '../../../shared/context.ts';
import type { Duplicate } from '../../../shared/duplicates.ts';
import { contextWith, HENGCHUAN, idOf, mailOf, matchOf } from './samples.ts';
import { button, capture, close, find, open, outboxPayloads, press, text, type, until } from './screen.tsx';

afterEach(close);

const read = (value: string) => ({ value, proof: `签名 ${value}` });
const signature: CapturedMail['signature'] = {
  title: read('采购经理'),
  company: read('衡川精密制造'),
  phones: [],
};
const unknown = contextWith({ domain: 'hengchuan.example' });

const saved = () => until(() => find('[data-testid=saved]'));

function openMail(context: Context = unknown, found: Duplicate[] = [], mail: Partial<CapturedMail> = {}) {
  capture(mailOf({ signature, ...mail }));
  open(<NowScreen />, { context, duplicates: { items: found } });
}

const similar = (changes: Partial<Duplicate>): Duplicate => ({
  kind: 'account',
  id: idOf(40),
  name: '衡川精工',
  ownerId: 8,
  reason: 'close_name',
  value: '衡川精工',
  domains: ['hengchuan-jg.example'],
  ...changes,
});

const field = (name: string) => find(`input[type=checkbox][aria-label="${name}"]`) as HTMLInputElement | null;

test('an unknown sender is added with the account, in the one record that logs the mail', async () => {
  openMail();
  await press('Add both and log');
  await saved();
  const payloads = await outboxPayloads();
  expect(payloads).toHaveLength(1);
  const [{ create, accountId, contactId } = {}] = payloads;
  expect(create).toMatchObject({
    account: { id: accountId, name: '衡川精密制造', domains: ['hengchuan.example'] },
    contact: { id: contactId, accountId, name: '王建国', title: '采购经理' },
  });
  expect(text()).toContain('Contact王建国added');
});

test('every field shows how it is known', async () => {
  openMail();
  await until(() => button('Add both and log'));
  expect(text()).toContain('From header, not a free-mail domain');
  expect(text()).toContain('Signature签名 采购经理');
  expect(text()).toContain('Your team does not know this address yet.');
});

test('a field that is switched off stays to be seen and is not sent', async () => {
  openMail();
  await until(() => field('Title'));
  act(() => field('Title')?.click());
  await until(() => field('Title')?.closest('[data-off]'));
  expect(text()).toContain('采购经理');
  await press('Add both and log');
  await saved();
  expect((await outboxPayloads())[0]?.create?.contact).not.toHaveProperty('title');
});

test('what is typed over is what is sent, and says so', async () => {
  openMail();
  await press('Title: 采购经理');
  type('input[aria-label=Title]:not([type=checkbox])', '采购总监');
  await until(() => text().includes('Typed by you'));
  await press('Add both and log');
  await saved();
  expect((await outboxPayloads())[0]?.create?.contact?.title).toBe('采购总监');
});

test('as a lead, no account and no contact are made', async () => {
  openMail();
  await press('Lead');
  await press('Add lead and log');
  await saved();
  const [activity] = await outboxPayloads();
  expect(activity?.create).toMatchObject({ lead: { id: activity?.leadId, company: '衡川精密制造' } });
  expect(Object.keys(activity?.create ?? {})).toEqual(['lead']);
});

test('just logged, nobody is added', async () => {
  openMail();
  await press('Just log');
  await press('Log');
  await saved();
  expect((await outboxPayloads())[0]).not.toHaveProperty('create');
});

test('a sender at a known account joins it', async () => {
  openMail(contextWith({ domain: 'hengchuan.example', accounts: [matchOf(HENGCHUAN)], isCertain: true }));
  await press('Add contact and log');
  await saved();
  const [activity] = await outboxPayloads();
  expect(activity).toMatchObject({
    accountId: HENGCHUAN.id,
    create: { contact: { accountId: HENGCHUAN.id } },
  });
});

test('an account that is nearly the same is named with the reason, and used when asked', async () => {
  openMail(unknown, [similar({})]);
  await until(() => text().includes('衡川精工 has a close name but another domain. Owner: 周航.'));
  await press('Use it');
  await press('Add contact and log');
  await saved();
  expect((await outboxPayloads())[0]).toMatchObject({ accountId: idOf(40) });
});

test('a contact who is there already is used, and nobody is added', async () => {
  openMail(unknown, [
    similar({
      kind: 'contact',
      name: '王建国',
      reason: 'same_phone',
      accountId: idOf(41),
      accountName: '衡川',
    }),
  ]);
  await press('Use it');
  await press('Log');
  await saved();
  const [activity] = await outboxPayloads();
  expect(activity).toMatchObject({ contactId: idOf(40), accountId: idOf(41) });
  expect(activity).not.toHaveProperty('create');
});

test('without a name Log says what is missing, and saves nothing', async () => {
  openMail(unknown, [], { from: { email: 'sales@hengchuan.example' } });
  await press('Contact');
  await press('Add both and log');
  await until(() => find('[role=alert]'));
  expect(await outboxPayloads()).toEqual([]);
});

test('undone, the form is back as it was left', async () => {
  openMail();
  await press('Title: 采购经理');
  type('input[aria-label=Title]:not([type=checkbox])', '采购总监');
  await press('Add both and log');
  await saved();
  const log = savedLog.value;
  if (log) await undoLog(log);
  await until(() => text().includes('采购总监'));
  expect(button('Add both and log')).toBeDefined();
});

test('undone, what had been added is unknown again although the server still knows it', async () => {
  openMail();
  await press('Add both and log');
  await saved();
  const contactId = (await outboxPayloads())[0]?.contactId ?? '';
  const contacts = [{ id: contactId, name: '王建国', email: 'wangjg@hengchuan.example' }];
  open(<NowScreen />, { context: { ...unknown, contacts } });
  const log = savedLog.value;
  if (log) await undoLog(log);
  await until(() => button('Add both and log') && queryClient.isFetching() === 0);
  expect(button('Add both and log')).toBeDefined();
});
