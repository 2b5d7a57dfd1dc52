import { beforeEach, describe, expect, test } from 'vitest';
import { choicesFor, inOrder, isTaken, type Line, readinessOf } from '../../../extension/catch-up/lines.ts';
import {
  CHENGJIANG,
  contextWith,
  describe as describeItem,
  HENGCHUAN,
  mailOf,
  matchOf,
  me,
  opportunityOf,
} from '../activities/samples.ts';

let read: Line;
beforeEach(async () => {
  const captured = await describeItem(mailOf());
  read = {
    listed: { pageKey: captured.item.pageKey },
    state: 'read',
    captured,
    context: contextWith(),
    edits: {},
  };
});

const forAll = {};

describe('a message is taken', () => {
  test('once it is read, known or not', () => {
    expect(isTaken(read)).toBe(true);
    expect(isTaken({ ...read, context: undefined })).toBe(true);
  });

  test('not before it is read, and not when it is saved or failed', () => {
    const { captured: _, ...unread } = read;
    expect(isTaken({ ...unread, state: 'reading' })).toBe(false);
    expect(isTaken({ ...unread, state: 'failed' })).toBe(false);
    expect(isTaken({ ...read, state: 'saved' })).toBe(false);
  });

  test('not where the rep took it out', () => {
    expect(isTaken({ ...read, isWanted: false })).toBe(false);
  });

  test('not while several accounts fit and none is chosen, however much it is wanted', () => {
    const context = contextWith({ accounts: [matchOf(HENGCHUAN), matchOf(CHENGJIANG)] });
    expect(readinessOf({ ...read, context })).toBe('whom');
    expect(isTaken({ ...read, context, isWanted: true })).toBe(false);
    expect(isTaken({ ...read, context, edits: { account: CHENGJIANG } })).toBe(true);
  });

  test('not a second time by the same person', () => {
    const context = contextWith({
      logged: { activityId: 'a', byMe: true, by: [{ userId: 7, loggedAt: 1 }] },
    });
    expect(readinessOf({ ...read, context })).toBe('logged');
    expect(isTaken({ ...read, context, isWanted: true })).toBe(false);
  });

  test('of automatic mail only what is asked for', async () => {
    const captured = await describeItem(mailOf({ automatic: 'list' }));
    expect(isTaken({ ...read, captured })).toBe(false);
    expect(isTaken({ ...read, captured, isWanted: true })).toBe(true);
  });
});

test('what is chosen for all holds for each, and each goes to its own account and opportunity', () => {
  const context = contextWith({
    accounts: [matchOf(HENGCHUAN)],
    isCertain: true,
    opportunities: [opportunityOf(5)],
  });
  const choices = choicesFor({ ...read, context }, { me, forAll: { level: 'fact', visibility: 'private' } });
  expect(choices).toMatchObject({
    level: 'fact',
    visibility: 'private',
    account: HENGCHUAN,
    opportunity: { id: opportunityOf(5).id },
  });
});

test('an opportunity that was picked goes along, also where it is of an account that the context does not name', () => {
  const picked = { id: opportunityOf(8).id, name: opportunityOf(8).name };
  const context = contextWith({
    accounts: [matchOf(HENGCHUAN)],
    isCertain: true,
    opportunities: [opportunityOf(5)],
  });
  const line = { ...read, context, edits: { account: CHENGJIANG, opportunity: picked } };
  expect(choicesFor(line, { me, forAll })).toMatchObject({ account: CHENGJIANG, opportunity: picked });
});

test('each keeps what was chosen last time for its counterpart, until one level is chosen for all', () => {
  const usual = { ...read, usualLevel: 'fact' } as const;
  expect(choicesFor(usual, { me, forAll })?.level).toBe('fact');
  expect(choicesFor(usual, { me, forAll: { level: 'subject' } })?.level).toBe('subject');
  expect(choicesFor(read, { me, forAll })?.level).toBe('full');
});

test('a message without an account is logged without one', () => {
  expect(choicesFor(read, { me, forAll })).not.toHaveProperty('account');
});

test('the oldest is logged first', async () => {
  const older = {
    ...read,
    captured: await describeItem(mailOf({ date: Date.parse('2026-10-01T00:00:00Z') })),
  };
  expect(inOrder([read, older])).toEqual([older, read]);
});
