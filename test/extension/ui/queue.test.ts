import { expect, test } from 'vitest';
import type { Place } from '../../../extension/app/format.ts';
import { setLocale } from '../../../extension/app/i18n.ts';
import { bannerOf } from '../../../extension/app/shell/ShellBanner.tsx';
import { IDLE, nextRun, progressOf } from '../../../extension/app/shell/sending.ts';
import { fieldLines, refusalText } from '../../../extension/outbox/refusal.ts';
import { changedPayload, withoutOpportunity, wordsOf } from '../../../extension/outbox/remedy.ts';
import type { NewActivity } from '../../../shared/activity.ts';

const PLACE: Place = { locale: 'en', timeZone: 'Asia/Shanghai', today: '2026-11-18' };
const at = Date.parse('2026-11-18T12:58+08:00');
const closed = (detail: Record<string, string | number>) => ({ code: 'opportunity_closed', detail });
const nameOf = (userId: number) => `user ${userId}`;
const why = (error: Parameters<typeof refusalText>[0], locale: 'en' | 'zh-CN' = 'en') => {
  void setLocale(locale);
  return refusalText(error, { ...PLACE, locale }, nameOf);
};

test('a closed opportunity is named, with who closed it and when', () => {
  const error = closed({ opportunity: 'Line 2', by: 'Tom Becker', at });
  expect(why(error)).toBe(
    'the opportunity “Line 2” was closed at 12:58 by Tom Becker. Choose another one or log to the account only.',
  );
  expect(why(error, 'zh-CN')).toBe('“Line 2” 12:58 已由Tom Becker关闭，请换一个商机，或只记到客户。');
});

test('a day that is not today is named', () => {
  const error = closed({ opportunity: 'Line 2', by: 7, at: at - 2 * 86_400_000 });
  expect(why(error)).toContain('closed on 16 Nov, 12:58 by user 7.');
});

test('what the reader may not know is not guessed', () => {
  expect(why(closed({ opportunity: 'Line 2' }))).toMatch(/^its opportunity is closed\./);
});

test('a code from a newer server is shown as it is', () => {
  expect(why({ code: 'quota_reached' })).toContain('(quota_reached)');
});

test('refused inputs are named in words where a person can edit them', () => {
  void setLocale('en');
  const fields = { subject: 'too_long', 'parties.0.email': 'email', note: 'whatever' };
  expect(fieldLines({ code: 'invalid', fields })).toEqual([
    'Subject: This is too long.',
    'parties.0.email: This is not an e-mail address.',
    'Note: This was not accepted.',
  ]);
});

const LOG: NewActivity = {
  id: '019aa0e5-7c00-7000-8000-000000000001',
  type: 'email',
  occurredAt: at,
  level: 'subject',
  subject: 'Re: Line 2',
  opportunityId: '019aa0e5-7c00-7000-8000-000000000002',
  messageKey: `m:${'0'.repeat(64)}`,
};

test('editing changes the words and nothing else', () => {
  const log: NewActivity = { ...LOG, level: 'summary' };
  const words = { ...wordsOf(log), subject: 'Re: Line 3', summary: 'Agreed' };
  expect(changedPayload(log, words)).toEqual({ ...log, subject: 'Re: Line 3', summary: 'Agreed' });
});

test('a log that never carried text is not offered a field for it, and an emptied one is left out', () => {
  expect(wordsOf(LOG).text).toBeUndefined();
  expect(changedPayload(LOG, { ...wordsOf(LOG), subject: ' ' })).not.toHaveProperty('subject');
});

test.each([
  ['fact', undefined],
  ['subject', undefined],
  ['summary', ''],
  ['full', ''],
] as const)('at level %s the words of one’s own are %j', (level, summary) => {
  expect(wordsOf({ ...LOG, level }).summary).toBe(summary);
});

test('account only takes the opportunity away', () => {
  const { opportunityId: _gone, ...rest } = LOG;
  expect(withoutOpportunity(LOG)).toEqual(rest);
  expect(changedPayload(LOG, { ...wordsOf(LOG), keepsOpportunity: false })).toEqual(rest);
});

test('a run of sending counts up to what it had to send', () => {
  let run = IDLE;
  const seen = [4, 3, 4, 2, 1, 0].map((left) => {
    run = nextRun(run, left);
    return progressOf(run);
  });
  expect(seen).toEqual([
    { done: 1, total: 4 },
    { done: 2, total: 4 },
    { done: 2, total: 5 },
    { done: 4, total: 5 },
    { done: 5, total: 5 },
    undefined,
  ]);
});

test('one or two logs on their way are not worth a banner', () => {
  expect(progressOf(nextRun(IDLE, 2))).toBeUndefined();
});

test('being signed out is worse than being offline', () => {
  expect([
    bannerOf({ paused: 'offline' }, true),
    bannerOf({ paused: 'offline' }, false),
    bannerOf({}, false),
  ]).toEqual(['signed_out', 'offline', undefined]);
});
