import { expect, test } from 'vitest';
import { linkParts, safeHref } from '../../../extension/activities/links.ts';
import { splitQuoted } from '../../../extension/activities/quoted.ts';

test.each([
  ['https://hengchuan.example/a?b=1', true],
  ['http://hengchuan.example', true],
  ['mailto:wangjg@hengchuan.example', true],
  ['tel:+442079460321', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['java\tscript:alert(1)', false],
  ['data:text/html,<script>1</script>', false],
  ['vbscript:x', false],
  ['file:///etc/passwd', false],
  ['chrome-extension://x/y', false],
  ['//hengchuan.example', false],
  ['', false],
  [undefined, false],
])('%s may be followed: %s', (url, isSafe) => {
  expect(safeHref(url) !== undefined).toBe(isSafe);
});

test('an address in a sentence ends before its punctuation', () => {
  expect(linkParts('见 https://a.example/x?y=1，谢谢。')).toEqual([
    { text: '见 ' },
    { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
    { text: '，谢谢。' },
  ]);
  expect(linkParts('(see http://a.example/x).').map(({ text }) => text)).toEqual([
    '(see ',
    'http://a.example/x',
    ').',
  ]);
});

test('brackets that belong to an address stay with it', () => {
  expect(linkParts('https://a.example/x_(y)')[0]?.href).toBe('https://a.example/x_(y)');
});

test('a script address in the text stays plain text', () => {
  expect(linkParts('click javascript:alert(1) now')).toEqual([{ text: 'click javascript:alert(1) now' }]);
});

test('quoted history at the end is apart, with the line that introduces it', () => {
  expect(splitQuoted('好的。\n\n王建国 写道：\n> 交期？\n>\n> 谢谢\n')).toEqual({
    own: '好的。',
    quoted: '王建国 写道：\n> 交期？\n>\n> 谢谢\n',
  });
});

test('everything after a separator is quoted', () => {
  expect(splitQuoted('Fine.\n-----Original Message-----\nFrom: A\nHello').own).toBe('Fine.');
});

test.each([
  '-------- Ursprüngliche Nachricht --------',
  '------------------ 原始邮件 ------------------',
  'Begin forwarded message:',
  '________________________________\nFrom: Ann <ann@a.example>\nSent: Monday\nTo: Bo\nSubject: Line 2',
])('what mail programs put above history is known as in capture: %j', (separator) => {
  expect(splitQuoted(`Fine.\n${separator}\nHello`).own).toBe('Fine.');
});

test('history of an HTML mail, kept with the log, is apart though no line of it is marked', () => {
  const history = 'On Fri, Oct 2, 2026 at 3:05 PM Jon Berg <jon@berg.example> wrote:\n\nOld words';
  expect(splitQuoted(`Fine.\n\n${history}`)).toEqual({ own: 'Fine.', quoted: history });
});

test('an answer below a marked quotation stays with its attribution', () => {
  const text = 'Hi,\n\nOn Fri, Oct 2, 2026 at 3:05 PM Jon <jon@berg.example> wrote:\n> Which day?\n\nMonday.';
  expect(splitQuoted(text)).toEqual({ own: text });
});

test('a drawn line alone separates nothing', () => {
  const text = 'Agenda\n____________________\n1. Price';
  expect(splitQuoted(text)).toEqual({ own: text });
});

test('an answer between quoted lines is not folded away', () => {
  const text = '> 交期？\n三十天。';
  expect(splitQuoted(text)).toEqual({ own: text });
});

test('a text that is nothing but a quotation stays open', () => {
  expect(splitQuoted('> only this').quoted).toBeUndefined();
});
