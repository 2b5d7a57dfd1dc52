import type { ActivityType } from '../../../shared/activity.ts';
import { addDays, type Day } from '../../../shared/day.ts';
import { mondayOf } from '../../when/found-day.ts';

export type Named = { id: string; name: string };
export const DAY_RANGES = ['today', 'yesterday', 'this_week', 'last_7_days'] as const;
export type DayRange = (typeof DAY_RANGES)[number];

export type FeedFilter = {
  person?: number;
  type?: ActivityType;
  account?: Named;
  opportunity?: Named;
  day?: DayRange | { on: Day };
};
export type FilterKey = keyof FeedFilter;

export const isFiltered = (filter: FeedFilter): boolean => Object.keys(filter).length > 0;

/** What the server is asked for, as it stands in the URL. */
export type FeedParams = { type?: ActivityType } & Partial<
  Record<'person' | 'accountId' | 'opportunityId' | 'from' | 'to', string>
>;

export function paramsOf(filter: FeedFilter, today: Day): FeedParams {
  return {
    ...(filter.person !== undefined && { person: String(filter.person) }),
    ...(filter.type && { type: filter.type }),
    ...(filter.account && { accountId: filter.account.id }),
    ...(filter.opportunity && { opportunityId: filter.opportunity.id }),
    ...(filter.day && daysOf(filter.day, today)),
  };
}

function daysOf(day: NonNullable<FeedFilter['day']>, today: Day): { from: Day; to: Day } {
  if (typeof day === 'object') return { from: day.on, to: day.on };
  const yesterday = addDays(today, -1);
  const monday = mondayOf(today);
  return {
    today: { from: today, to: today },
    yesterday: { from: yesterday, to: yesterday },
    this_week: { from: monday, to: addDays(monday, 6) },
    last_7_days: { from: addDays(today, -6), to: today },
  }[day];
}
