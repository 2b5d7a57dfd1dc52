import { expect, test } from 'vitest';
import { checkForm, currencyFor, signInOf, waysFor } from '../../../extension/app/first/sign-in.ts';
import { LocalSignIn } from '../../../shared/session.ts';

const LAST = { server: 's', workspaceId: 'w', userId: 7, name: 'Ann', workspaceName: 'Ours' };
const FORM = { code: '1234 5678', way: 'rep', name: '', workspaceName: '' } as const;

test('the ways to begin are those that the server and this device offer', () => {
  expect(waysFor(undefined, false)).toEqual(['empty']);
  expect(waysFor(undefined, true)).toEqual(['rep', 'manager', 'empty']);
  expect(waysFor(LAST, true)).toEqual(['again', 'rep', 'manager', 'empty']);
});

test.each(['again', 'rep', 'manager', 'empty'] as const)('what %s sends is what the server reads', (way) => {
  const input = signInOf({ ...FORM, way, name: 'Ann', workspaceName: 'Ours' }, LAST);
  expect(LocalSignIn.parse(input).code).toBe('12345678');
});

test('a new workspace needs names, the sample does not', () => {
  expect(Object.keys(checkForm({ ...FORM, way: 'empty' }))).toEqual(['name', 'workspaceName']);
  expect(checkForm(FORM)).toEqual({});
  expect(Object.keys(checkForm({ ...FORM, code: ' ' }))).toEqual(['code']);
});

test.each([
  ['zh-CN', 'CNY'],
  ['zh', 'CNY'],
  ['de', 'EUR'],
  ['en-GB', 'GBP'],
  ['ja', 'JPY'],
  ['pt-BR', 'USD'],
])('the currency for %s is %s', (language, currency) => {
  expect(currencyFor(language)).toBe(currency);
});
