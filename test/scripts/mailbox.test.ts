import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { OWNER } from '../../scripts/mailbox/known-sender.ts';
import { mailbox } from '../../scripts/mailbox/mailbox.ts';
import { messagesAt } from '../../scripts/mailbox/messages.ts';
import { sourceOf } from '../../scripts/mailbox/source.ts';
import { MAILBOX_ACCOUNTS_EN } from '../../scripts/seed/mailbox-accounts-en.ts';
import { MAILBOX_ACCOUNTS_ZH } from '../../scripts/seed/mailbox-accounts-zh.ts';

const NOW = Date.UTC(2026, 10, 25, 9, 30);
const DAY = 86_400_000;
const all = messagesAt(NOW);
const messages = all.filter(({ folder }) => folder === 'inbox');
const app = mailbox(NOW);
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost:8788${path}`, { headers });

test('ten messages in both languages, newest first, none from the future and the oldest a week old', () => {
  expect(messages).toHaveLength(10);
  expect(messages.filter(({ language }) => language === 'zh')).toHaveLength(5);
  const times = messages.map(({ sentAt }) => sentAt);
  expect(times.toSorted((a, b) => b - a)).toEqual(times);
  expect(Math.max(...times)).toBeLessThan(NOW);
  expect(Math.min(...times)).toBeGreaterThan(NOW - 8 * DAY);
});

test('at any hour of the day no message is from the future', () => {
  for (let hour = 0; hour < 24; hour++) {
    const now = NOW + hour * 3_600_000;
    expect(Math.max(...messagesAt(now).map(({ sentAt }) => sentAt))).toBeLessThan(now);
  }
});

test('seven senders are of the sample workspace, two are strangers with a signature, one is a newsletter', () => {
  const accounts = [...MAILBOX_ACCOUNTS_EN, ...MAILBOX_ACCOUNTS_ZH];
  const addresses = new Set(accounts.flatMap(({ contacts }) => contacts.map(({ email }) => email)));
  const strangers = messages.filter(({ from }) => !addresses.has(from.email)).map(({ from }) => from.name);
  expect(strangers).toEqual(['Hannah Osei', '沈雨桐', '在线监测周刊']);
});

test.each(all)('the source of $id is a mail that says what the page says', async (message) => {
  const source = sourceOf(message);
  expect(source).toMatch(/^[\t\r\n -~]*$/);
  const mail = await PostalMime.parse(source);
  expect(mail.from).toMatchObject({ name: message.from.name, address: message.from.email });
  expect(mail.to).toMatchObject([{ name: message.to.name, address: message.to.email }]);
  expect(mail.subject).toBe(message.subject);
  expect(Date.parse(mail.date ?? '')).toBe(message.sentAt);
  expect(mail.messageId).toBe(message.messageId);
  expect(mail.text?.trim()).toBe(message.text);
  expect(mail.html?.trim()).toBe(message.html);
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(
    message.attachment ? [message.attachment.name] : [],
  );
});

test('a reply quotes what it answers, which lies among the sent ones', () => {
  const reply = messages.find(({ id }) => id === 'revised-quote');
  const asked = all.find(({ messageId }) => messageId === reply?.inReplyTo);
  expect(reply?.text).toMatch(
    /On Nov 22, 2026 at 3:20 PM Dana Whitfield <rep@example\.test> wrote:\n\n> Hello/,
  );
  expect(asked).toMatchObject({ folder: 'sent', from: OWNER, to: reply?.from });
});

test('started twice on a day, a message keeps its id', () => {
  expect(messagesAt(NOW + 60_000).map(({ messageId }) => messageId)).toEqual(
    all.map(({ messageId }) => messageId),
  );
});

test('a newcomer lands on a mail of his own language', async () => {
  const landing = async (language: string) =>
    (await get('/', { 'accept-language': language })).headers.get('location');
  expect(await landing('zh-CN,zh;q=0.9')).toBe('/zh/mail/jiaoqi');
  expect(await landing('en-GB')).toBe('/en/mail/second-building');
});

test('words of a mail are text in the page, and its markup stands in a document that may only look', async () => {
  const page = await (await get('/en/mail/revised-quote')).text();
  expect(page).toContain('Dana Whitfield &lt;rep@example.test&gt; wrote:');
  const withMarkup = await (await get('/en/mail/frame-agreement')).text();
  expect(withMarkup).toContain('src="/body/frame-agreement" sandbox="allow-same-origin"');
  expect(withMarkup).not.toContain('Spare seals');
  const policy = (await get('/body/frame-agreement')).headers.get('content-security-policy');
  expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline';.*sandbox allow-same-origin$/);
});

test('every page forbids what it does not need, and only this machine is answered', async () => {
  for (const path of [
    '/en/mail/inbox/',
    '/zh/mail/sent/',
    '/zh/mail/jiaoqi',
    '/source/jiaoqi',
    '/mailbox.mjs',
  ]) {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
  expect((await app.request('http://mail.attacker.example/en/mail/inbox/')).status).toBe(403);
});

test.each(['/en/mail/none', '/source/none', '/body/jiaoqi', '/attachment/jiaoqi', '/fr/mail/inbox/'])(
  '%s is not there',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('the other language shows the same message', async () => {
  const page = await (await get('/zh/mail/second-building')).text();
  expect(page).toContain('<html lang="zh-CN">');
  expect(page).toContain('发件人');
  expect(page).toContain('href="/en/mail/second-building"');
});
