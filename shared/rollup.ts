import type { ActivityType } from './activity.ts';

/** Columns of `rep_month` beside the sum of all. */
export type MonthColumn = 'emails' | 'calls' | 'meetings' | 'visits' | 'others';

const COLUMN: Partial<Record<ActivityType, MonthColumn>> = {
  email: 'emails',
  call: 'calls',
  meeting: 'meetings',
  demo: 'meetings',
  visit: 'visits',
};

/** Where a month counts an activity of this type. */
export const monthColumnOf = (type: ActivityType): MonthColumn => COLUMN[type] ?? 'others';
