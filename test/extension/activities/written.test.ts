import { expect, test } from 'vitest';
import {
  aboutName,
  aboutOf,
  outcomeOf,
  problemsOf,
  toWrittenActivity,
  type WriteForm,
} from '../../../extension/activities/write/written.ts';
import { NewActivity } from '../../../shared/activity.ts';
import { CAPTURED_AT, HENGCHUAN, idOf, me } from './samples.ts';

const ids = { id: idOf(100), taskId: idOf(101) };
const formWith = (changes: Partial<WriteForm> = {}): WriteForm => ({ type: 'call', text: '', ...changes });
const written = (changes: Partial<WriteForm> = {}) =>
  NewActivity.parse(
    JSON.parse(JSON.stringify(toWrittenActivity(formWith(changes), { me, now: CAPTURED_AT, ids }))),
  );

test('a call needs whom, outcome and what', () => {
  expect(written({ about: { account: HENGCHUAN }, outcome: 'no_answer', text: '没接' })).toMatchObject({
    type: 'call',
    outcome: 'no_answer',
    accountId: HENGCHUAN.id,
    text: '没接',
    occurredAt: CAPTURED_AT,
    level: 'full',
    visibility: 'team',
  });
});

test.each([
  ['call', 'connected'],
  ['visit', 'completed'],
  ['meeting', 'completed'],
  ['message', 'neutral'],
  ['note', undefined],
] as const)('a %s starts with outcome %s', (type, outcome) => {
  expect(written({ type, text: 'x' }).outcome).toBe(outcome);
  expect(outcomeOf(formWith({ type, outcome: null }))).toBeUndefined();
});

test('a past time is kept', () => {
  expect(written({ text: 'x', at: CAPTURED_AT - 86_400_000 }).occurredAt).toBe(CAPTURED_AT - 86_400_000);
});

test('an expense is kept in minor units of its currency', () => {
  const expense = { amount: '1,280.5', currency: 'CNY', kind: 'meal' } as const;
  expect(written({ text: 'x', expense }).expense).toEqual({
    amountMinor: 128_050,
    currency: 'CNY',
    kind: 'meal',
  });
  expect(written({ text: 'x', expense: { ...expense, amount: '' } })).not.toHaveProperty('expense');
});

test.each<[string, string[], Partial<WriteForm>]>([
  ['nothing at all', ['what'], {}],
  ['whom alone', [], { about: { account: HENGCHUAN } }],
  ['what alone', [], { text: 'x' }],
  [
    'an amount that is none',
    ['amount'],
    { text: 'x', expense: { amount: 'abc', currency: 'CNY', kind: 'meal' } },
  ],
  ['an empty amount', [], { text: 'x', expense: { amount: ' ', currency: 'CNY', kind: 'meal' } }],
  ['a time to come', ['future'], { text: 'x', at: CAPTURED_AT + 3_600_000 }],
  ['a time past', [], { text: 'x', at: CAPTURED_AT - 3_600_000 }],
])('with %s there stand in the way: %j', (_case, problems, changes) => {
  expect(problemsOf(formWith(changes), CAPTURED_AT)).toEqual(problems);
});

test('what is found names its account too', () => {
  const id = idOf(3);
  const account = { accountId: HENGCHUAN.id, hint: HENGCHUAN.name };
  expect(aboutOf({ kind: 'account', ...HENGCHUAN })).toEqual({ account: HENGCHUAN });
  expect(aboutOf({ kind: 'contact', id, name: '王建国', ...account })).toEqual({
    account: HENGCHUAN,
    contact: { id, name: '王建国' },
  });
  expect(aboutOf({ kind: 'opportunity', id, name: '二期', ...account })).toEqual({
    account: HENGCHUAN,
    opportunity: { id, name: '二期' },
  });
  expect(aboutOf({ kind: 'lead', id, name: 'Kestrel' })).toEqual({ lead: { id, name: 'Kestrel' } });
  expect(aboutOf({ kind: 'activity', id, name: 'x' })).toBeUndefined();
});

test('what it is about is called by the person, else the organisation', () => {
  expect(aboutName({ account: HENGCHUAN, contact: { id: idOf(3), name: '王建国' } })).toBe('王建国');
  expect(aboutName({ account: HENGCHUAN })).toBe('衡川精密制造');
});
