import { expect, test } from 'vitest';
import { highlight } from '../../../extension/app/search/highlight.ts';

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
