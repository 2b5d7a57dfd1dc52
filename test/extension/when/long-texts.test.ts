import { expect, test } from 'vitest';
import { findStep } from '../../../extension/when/next-step.ts';
import { findWhens } from '../../../extension/when/read-when.ts';
import { pieces, searchedText } from '../../../extension/when/searched-text.ts';

const clock = { now: Date.parse('2026-11-10T12:00:00+08:00'), timeZone: 'Asia/Shanghai' };

/**
 * A mail is anybody's to write and is read on the panel's own thread. The libraries' patterns cannot be asked how many
 * steps they took, so this bound by the clock stands against hanging: these texts took 1.5 to 65 seconds, and take
 * a fraction of one.
 */
const BOUND_MS = 2000;

test.each([
  ['spaces', `中${' '.repeat(4000)}`],
  ['tabs', `中${'\t'.repeat(3000)}`],
  ['line ends', `中 call${'\n'.repeat(7000)}`],
  ['blanks behind a day', `明天${' '.repeat(7000)}`],
  ['days', `${'1号'.repeat(2600)} 中 call`],
  ['days apart', `${'明天 '.repeat(2600)} 中 call`],
  ['English days', 'call on Friday '.repeat(500)],
  ['digits', `中${'1'.repeat(7900)}`],
  ['digits and blanks', `中${'1 '.repeat(3900)}`],
  ['a sentence without an end', `call on Friday ${'x '.repeat(500_000)}`],
])(
  'a mail of nothing but %s does not hang',
  (_, mail) => {
    const begun = performance.now();
    findStep(mail, clock);
    expect(performance.now() - begun).toBeLessThan(BOUND_MS);
  },
  20_000,
);

test('no more than fifty days are told', () => {
  expect(findWhens('明天 call '.repeat(800), clock)).toHaveLength(50);
});

test('the places are those of the text, behind runs of blanks and far down', () => {
  const text = `李经理\n\n\n   ${'报价 收到。\n\n'.repeat(120)}下周三   下午三点\t\t 电话，  12月28日  要试跑。`;
  const found = findWhens(text, clock);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['下周三   下午三点', '12月28日']);
});

test('days broken by a line end are read, and those behind words read before', () => {
  const text = 'Could we talk on 3\nDecember or next\r\n  Tuesday?';
  const found = findWhens(text, clock);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    'on 3\nDecember',
    'next\r\n  Tuesday',
  ]);
});

test('a text is searched in pieces that hold all of it, cut where a line ends', () => {
  const text = `${'a'.repeat(400)}\n${'b'.repeat(300)}。${'c'.repeat(1300)}`;
  const found = [...pieces(text, 500)];
  expect(found.map(({ piece }) => piece.length)).toEqual([401, 301, 500, 500, 300]);
  expect(found.map(({ piece }) => piece).join('')).toBe(text);
});

test('each run of blanks is searched as one', () => {
  const { words, placeOf } = searchedText('a  \n b\t\tc');
  expect(words).toBe('a\nb c');
  expect([...words].map((_, index) => placeOf(index))).toEqual([0, 1, 5, 6, 8]);
});
