import { expect, test } from 'vitest';
import { clipLine } from '../../../extension/activities/clip.ts';
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
