import { addDays, type Day } from '../../shared/day.ts';
import { inWeekOf } from '../when/found-day.ts';

export type QuickDay = { code: 'tomorrow' | 'in_three_days' | 'next_week'; day: Day };

/** The days most next steps fall on. Next week is its Monday. A day that two of them name is offered once. */
export function quickDays(today: Day): QuickDay[] {
  const days: QuickDay[] = [
    { code: 'tomorrow', day: addDays(today, 1) },
    { code: 'next_week', day: inWeekOf(today, 1, 0) },
    { code: 'in_three_days', day: addDays(today, 3) },
  ];
  return days
    .filter(({ day }, i) => days.findIndex((other) => other.day === day) === i)
    .sort((a, b) => a.day.localeCompare(b.day));
}
