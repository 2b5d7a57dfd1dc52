import { expect, test } from 'vitest';
import { aroundHit, highlight } from '../../../extension/app/search/highlight.ts';

const marked = (text: string, query: string) =>
  highlight(text, query)
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('');

test.each([
  ['衡川精密制造', '衡川', '[衡川]精密制造'],
  ['Northfield Foods', 'FOOD north', '[North]field [Food]s'],
  ['abab', 'ab', '[abab]'],
  ['a.b', '.', 'a[.]b'],
  ['nothing here', 'xyz', 'nothing here'],
  ['İstanbul', 'stan', 'İstanbul'],
  ['衡川', '', '衡川'],
])('%s searched by %s', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

test('a hit far into a long text is brought to its beginning', () => {
  const text = 'Please find the tender documents for the online monitoring of waste water attached';
  expect(aroundHit(text, 'water')).toBe('…toring of waste water attached');
  expect(aroundHit(text, 'tender')).toBe(text);
  expect(aroundHit(text, 'xyz')).toBe(text);
});
