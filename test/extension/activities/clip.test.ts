import { expect, test } from 'vitest';
import { clipLine, shown } from '../../../extension/activities/clip.ts';
import { Line } from '../../../shared/text.ts';

test.each([
  ['  two\n lines ', 20, 'two lines'],
  ['exactly ten', 11, 'exactly ten'],
  ['longer than that', 10, 'longer th…'],
  ['aaaaaaaa😀😀', 10, 'aaaaaaaa…'],
  [' \n ', 10, undefined],
  [undefined, 10, undefined],
])('%j cut to %i reads %j', (text, max, expected) => {
  const line = clipLine(text, max);
  expect(line).toBe(expected);
  if (line) expect(Line(max).parse(line)).toBe(line);
});

test('a name cannot turn the direction of what is shown', () => {
  expect(shown('invoice\u202efdp.exe')).toBe('invoicefdp.exe');
  expect(shown('בקשה LK-200')).toBe('בקשה LK-200');
});
