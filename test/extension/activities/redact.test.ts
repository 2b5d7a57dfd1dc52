import { expect, test } from 'vitest';
import { cutOut, redact } from '../../../extension/activities/redact.ts';

test.each([
  ['words in a line', 'price 85,000 USD net', 6, 12, 'price ████ USD net'],
  ['words of two lines', 'one two\nthree four', 4, 13, 'one ████\n████ four'],
  ['spaces around them', 'one  two  three', 3, 10, 'one  ████  three'],
  ['nothing but a line break', 'one\ntwo', 3, 4, 'one\ntwo'],
])('%s are hidden and nothing else', (_case, text, start, end, expected) => {
  expect(redact(text, [start, end])).toBe(expected);
});

test('what hides says nothing of the length of what is hidden', () => {
  expect(redact('short', [0, 5])).toBe(redact('a much longer secret', [0, 20]));
});

test.each([
  ['words within a line', 'price 85,000 USD net', 6, 17, 'price net'],
  ['a paragraph', 'one\n\nsecret\n\ntwo', 5, 11, 'one\n\ntwo'],
  ['the beginning', 'secret one', 0, 6, 'one'],
  ['the end', 'one secret', 4, 10, 'one '],
  ['Chinese words', '单价八万五千元，含税', 2, 7, '单价，含税'],
])('%s are cut out without a gap', (_case, text, start, end, expected) => {
  expect(cutOut(text, [start, end])).toBe(expected);
});
