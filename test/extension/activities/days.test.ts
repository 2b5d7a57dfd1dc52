import { expect, test } from 'vitest';
import { quickDays } from '../../../extension/activities/next-days.ts';
import { instantOfLocalInput, localInputOf } from '../../../extension/activities/write/when.ts';

test.each([
  [
    'a Wednesday',
    '2026-11-18',
    { tomorrow: '2026-11-19', in_three_days: '2026-11-21', next_week: '2026-11-23' },
  ],
  [
    'a Thursday',
    '2026-12-31',
    { tomorrow: '2027-01-01', in_three_days: '2027-01-03', next_week: '2027-01-04' },
  ],
  [
    'a Monday',
    '2026-11-23',
    { tomorrow: '2026-11-24', in_three_days: '2026-11-26', next_week: '2026-11-30' },
  ],
  [
    'a Friday, when three days on is next Monday',
    '2026-11-20',
    { tomorrow: '2026-11-21', next_week: '2026-11-23' },
  ],
  [
    'a Sunday, when tomorrow is next Monday',
    '2026-11-22',
    { tomorrow: '2026-11-23', in_three_days: '2026-11-25' },
  ],
])('quick days on %s', (_case, today, expected) => {
  const days = quickDays(today);
  expect(Object.fromEntries(days.map(({ code, day }) => [code, day]))).toEqual(expected);
  expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
});

test.each(['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kolkata'])(
  'a time typed in %s comes back as typed',
  (zone) => {
    const instant = instantOfLocalInput('2026-07-01T09:30', zone) ?? 0;
    expect(localInputOf(instant, zone)).toBe('2026-07-01T09:30');
  },
);

test('a time is read in the workspace’s zone, not the machine’s', () => {
  expect(instantOfLocalInput('2026-11-20T09:42', 'Asia/Shanghai')).toBe(Date.parse('2026-11-20T01:42:00Z'));
});

test.each(['', '2026-11-20', 'yesterday', '1969-01-01T00:00'])('"%s" is no time', (typed) => {
  expect(instantOfLocalInput(typed, 'UTC')).toBeUndefined();
});
