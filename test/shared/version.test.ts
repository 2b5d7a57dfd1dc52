import { expect, test } from 'vitest';
import { isOlder } from '../../shared/version.ts';

test.each([
  ['0.1.0', '0.1.0', false],
  ['0.1', '0.1.0', false],
  ['0.1.1', '0.1', false],
  ['0.9.9', '0.10.0', true],
  ['1.0.0', '0.10.0', false],
  ['dev', '0.1.0', true],
])('version %s is older than %s: %s', (version, than, expected) => {
  expect(isOlder(version, than)).toBe(expected);
});
