import { expect, test } from 'vitest';
import { subjectOf } from '../../../extension/activities/captured-item.ts';
import { toNewActivity } from '../../../extension/activities/new-activity.ts';
import type { Level } from '../../../shared/access.ts';
import { MAX_TEXT_BYTES, NewActivity } from '../../../shared/activity.ts';
import type { CapturedMail, CapturedPage } from '../../../shared/capture.ts';
import { utf8Length } from '../../../shared/text.ts';
import { CAPTURED_AT, choicesWith, describe, idOf, ME, mailOf, pageOf, ZHOU } from './samples.ts';

const ids = {
  id: idOf(100),
  taskId: idOf(101),
  accountId: idOf(102),
  contactId: idOf(103),
  leadId: idOf(104),
};

async function logged(item: CapturedMail | CapturedPage, changes: Parameters<typeof choicesWith>[0] = {}) {
  const choices = choicesWith({ subject: subjectOf(item) ?? '', ...changes });
  const activity = toNewActivity(await describe(item), choices, ids);
  return NewActivity.parse(JSON.parse(JSON.stringify(activity)));
}

const BODY = ['subject', 'messageId', 'summary', 'text'] as const;
test.each<[Level, string[]]>([
  ['fact', []],
  ['subject', ['subject', 'messageId']],
  ['summary', ['subject', 'messageId', 'summary']],
  ['full', ['subject', 'messageId', 'text']],
])('a log of level %s carries %j', async (level, carried) => {
  const activity = await logged(mailOf(), { level, summary: '交期要 30 天' });
  expect(BODY.filter((field) => activity[field] !== undefined)).toEqual(carried);
  expect(activity.attachments).toHaveLength(level === 'fact' ? 0 : 1);
});

test.each(['fact', 'subject', 'summary', 'full'] as const)(
  'a log of level %s says who, when and which message',
  async (level) => {
    const activity = await logged(mailOf(), { level });
    expect(activity.parties.map(({ role }) => role)).toEqual(['from', 'to', 'cc']);
    expect(activity.occurredAt).toBe(mailOf().date);
    expect(activity.messageKey).toMatch(/^m:/);
    expect(activity.threadKey).toMatch(/^[0-9a-f]{64}$/);
  },
);

test('quoted history never goes along', async () => {
  expect(JSON.stringify(await logged(mailOf({ quoted: 'SECRET HISTORY' })))).not.toContain('SECRET HISTORY');
});

test('text over 64 KB is cut at a paragraph and marked', async () => {
  const paragraph = '交期四十五天太长。'.repeat(100);
  const text = Array.from({ length: 60 }, () => paragraph).join('\n\n');
  const activity = await logged(mailOf({ text }), { text });
  expect(activity.isTextCut).toBe(true);
  expect(utf8Length(activity.text ?? '')).toBeLessThanOrEqual(MAX_TEXT_BYTES);
  expect(activity.text?.endsWith(paragraph)).toBe(true);
});

test('text that fits is not marked as cut', async () => {
  expect(await logged(mailOf())).toMatchObject({ text: mailOf().text, isTextCut: false });
});

test('control characters and lone surrogates do not keep a mail from being logged', async () => {
  const activity = await logged(mailOf({ subject: 'a\u0000b\ud800' }), { text: 'x\u0007y\udc00' });
  expect(activity.subject).toBe('ab\ufffd');
  expect(activity.text).toBe('xy\ufffd');
});

test('whatever length a page hands over is cut to what a log may carry', async () => {
  const activity = await logged(
    mailOf({
      subject: '😀'.repeat(3000),
      from: { name: '名'.repeat(900), email: 'a@b.example' },
      to: Array.from({ length: 400 }, (_, i) => ({ email: `p${i}@x.example` })),
      attachments: [
        ...Array.from({ length: 200 }, (_, i) => ({ name: `${i}${'长'.repeat(400)}`, size: 1.5 })),
        { name: ' ' },
      ],
    }),
  );
  expect(activity.subject?.isWellFormed()).toBe(true);
  expect(activity.parties).toHaveLength(200);
  expect(activity.attachments).toHaveLength(100);
  expect(activity.attachments[0]).not.toHaveProperty('size');
});

test.each([
  ['no date', undefined],
  ['a date before 1970', -1],
  ['a date that is no number', Number.NaN],
  ['a date in the year 5000', 95_617_584_000_000],
])('a mail with %s is logged as of when it was read', async (_case, date) => {
  expect((await logged(mailOf({ date }))).occurredAt).toBe(CAPTURED_AT);
});

test('a mail without subject, Message-ID and words is still a log', async () => {
  const bare = mailOf({ subject: undefined, messageId: undefined, references: [], text: '' });
  const activity = await logged(bare, { text: '' });
  expect(activity).not.toHaveProperty('subject');
  expect(activity).not.toHaveProperty('text');
  expect(activity.messageKey).toMatch(/^f:/);
});

test('the records, the outcome and the next step chosen go along', async () => {
  const activity = await logged(mailOf(), {
    account: { id: idOf(1), name: '衡川' },
    contactId: idOf(2),
    opportunity: { id: idOf(3), name: '二期' },
    nextStep: { kind: 'call', text: ' 定交期 ', dueOn: '2026-11-25' },
  });
  expect(activity).toMatchObject({
    accountId: idOf(1),
    contactId: idOf(2),
    opportunityId: idOf(3),
    nextStep: { taskId: ids.taskId, kind: 'call', text: '定交期', dueOn: '2026-11-25' },
  });
});

test('a next step without words is none', async () => {
  const nextStep = { kind: 'call', text: '  ', dueOn: '2026-11-25' } as const;
  expect(await logged(mailOf(), { nextStep })).not.toHaveProperty('nextStep');
});

test('a web page goes along with its address, but without credentials and fragment', async () => {
  const activity = await logged(pageOf(), { type: 'web_capture', outcome: undefined, direction: undefined });
  expect(activity).toMatchObject({ type: 'web_capture', pageUrl: 'https://hengchuan.example/news?id=4' });
});

test('the fact that a page was seen does not say which', async () => {
  const activity = await logged(pageOf(), { type: 'web_capture', level: 'fact', outcome: undefined });
  expect(JSON.stringify(activity)).not.toContain('hengchuan');
});

test.each(['file:///etc/passwd', 'chrome://settings', 'not a url', `https://x.example/${'a'.repeat(2100)}`])(
  'a page at %.40s is logged without an address',
  async (url) => {
    expect(await logged(pageOf({ url }), { type: 'web_capture' })).not.toHaveProperty('pageUrl');
  },
);

test('the subject goes along as the rep has left it', async () => {
  expect(await logged(mailOf(), { subject: 'RE: ████' })).toMatchObject({ subject: 'RE: ████' });
  expect(await logged(mailOf(), { subject: ' ' })).not.toHaveProperty('subject');
  expect(await logged(mailOf(), { subject: 'x', level: 'fact' })).not.toHaveProperty('subject');
});

test('who is left out is no party, in whatever role', async () => {
  const mail = mailOf({ to: [ME, ZHOU], cc: [ZHOU] });
  const { parties } = await logged(mail, { dropped: [ZHOU.email] });
  expect(parties.map(({ role }) => role)).toEqual(['from', 'to']);
});

test('a new contact belongs to the new account, and the log names both', async () => {
  const added = {
    account: { name: '衡川', domains: ['hengchuan.example'] },
    contact: { name: '王建国', emails: ['wangjg@hengchuan.example'] },
  };
  const activity = await logged(mailOf(), { added });
  expect(activity).toMatchObject({
    accountId: ids.accountId,
    contactId: ids.contactId,
    create: {
      account: { id: ids.accountId, name: '衡川', source: 'email', visibility: 'org' },
      contact: { id: ids.contactId, accountId: ids.accountId },
    },
  });
  expect(activity.parties[0]).toMatchObject({ role: 'from', contactId: ids.contactId });
});

test('a new contact joins the account that is there', async () => {
  const added = { contact: { name: '王建国', emails: [] } };
  const activity = await logged(mailOf(), { added, account: { id: idOf(1), name: '衡川' } });
  expect(activity).toMatchObject({ accountId: idOf(1), create: { contact: { accountId: idOf(1) } } });
});

test('what a private log adds is private', async () => {
  const activity = await logged(mailOf(), { added: { lead: { name: '王建国' } }, visibility: 'private' });
  expect(activity).toMatchObject({ leadId: ids.leadId, create: { lead: { visibility: 'private' } } });
});
