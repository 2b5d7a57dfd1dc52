import { expect, test } from 'vitest';
import { Domain } from '../../shared/account.ts';
import { Email } from '../../shared/contact.ts';

test.each([
  ['an address', Email, ' Li@Hengchuan.Example ', 'li@hengchuan.example'],
  ['an address in Chinese', Email, '李@恒川.example', '李@恒川.example'],
  ['a domain', Domain, '@Hengchuan.Example', 'hengchuan.example'],
])('%s is kept trimmed and lowercase', (_, schema, given, kept) => {
  expect(schema.parse(given)).toBe(kept);
});

// A database keeps neither as it came: the one ends a text, the other becomes U+FFFD.
test.each([
  ['a control character', '\u0000'],
  ['half a character', '\ud800'],
])('an address or domain with %s is none', (_, sign) => {
  expect(Email.safeParse(`li${sign}@x.example`).success).toBe(false);
  expect(Email.safeParse(`li@x${sign}.example`).success).toBe(false);
  expect(Domain.safeParse(`x${sign}.example`).success).toBe(false);
});
