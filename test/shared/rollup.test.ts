import { expect, test } from 'vitest';
import { ActivityType } from '../../shared/activity.ts';
import { monthColumnOf } from '../../shared/rollup.ts';

test('every type counts in one column of the month', () => {
  const columns = Object.fromEntries(ActivityType.options.map((type) => [type, monthColumnOf(type)]));
  expect(columns).toEqual({
    email: 'emails',
    call: 'calls',
    meeting: 'meetings',
    demo: 'meetings',
    visit: 'visits',
    web_capture: 'others',
    message: 'others',
    note: 'others',
    gift_care: 'others',
    survey: 'others',
    other: 'others',
  });
});
