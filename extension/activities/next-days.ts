import { addDays, type Day } from '../../shared/day.ts';

export type QuickDay = { code: 'tomorrow' | 'in_three_days' | 'next_week'; day: Day };

/** The days most next steps fall on. Next week is its Monday. A day that two of them name is offered once. */
export function quickDays(today: Day): QuickDay[] {
  const days: QuickDay[] = [
    { code: 'tomorrow', day: addDays(today, 1) },
    { code: 'next_week', day: mondayAfter(today) },
    { code: 'in_three_days', day: addDays(today, 3) },
  ];
  return days
    .filter(({ day }, i) => days.findIndex((other) => other.day === day) === i)
    .sort((a, b) => a.day.localeCompare(b.day));
}

function mondayAfter(today: Day): Day {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (8 - weekday) % 7 || 7);
}
