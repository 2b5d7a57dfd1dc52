import { expect, test } from 'vitest';
import { type FeedFilter, paramsOf } from '../../../extension/activities/feed/filter.ts';
import { daysLate } from '../../../extension/activities/feed/late.ts';

const WEDNESDAY = '2026-11-18';
const account = { id: '0190a000-0000-7000-8000-000000000001', name: '衡川精密制造' };

test('every filter becomes its parameter', () => {
  expect(paramsOf({ person: 7, type: 'visit', account, day: { on: '2026-11-02' } }, WEDNESDAY)).toEqual({
    person: '7',
    type: 'visit',
    accountId: account.id,
    from: '2026-11-02',
    to: '2026-11-02',
  });
});

test('an opportunity is asked for by its id', () => {
  expect(paramsOf({ opportunity: account }, WEDNESDAY)).toEqual({ opportunityId: account.id });
});

test('no filter asks for nothing', () => {
  expect(paramsOf({}, WEDNESDAY)).toEqual({});
});

const ranges: [FeedFilter['day'], string, string, string][] = [
  ['today', WEDNESDAY, '2026-11-18', '2026-11-18'],
  ['yesterday', '2026-11-01', '2026-10-31', '2026-10-31'],
  ['this_week', WEDNESDAY, '2026-11-16', '2026-11-22'],
  ['this_week', '2026-11-16', '2026-11-16', '2026-11-22'],
  ['this_week', '2026-11-22', '2026-11-16', '2026-11-22'],
  ['last_7_days', WEDNESDAY, '2026-11-12', '2026-11-18'],
];
test.each(ranges)('%s on %s is %s to %s', (day, today, from, to) => {
  expect(paramsOf({ ...(day && { day }) }, today)).toEqual({ from, to });
});

const HOUR = 3_600_000;
test.each([
  [0, 0],
  [24, 0],
  [25, 1],
  [47, 1],
  [48, 2],
])('a log %i hours later is %i days late', (hours, days) => {
  expect(daysLate({ occurredAt: 0, loggedAt: hours * HOUR })).toBe(days);
});
