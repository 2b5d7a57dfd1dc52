import { type Day, dayOf } from '../../shared/day.ts';
import { quickDays } from '../activities/next-days.ts';

export type SnoozeTo = { dueOn: Day; dueAt?: number };
export type SnoozeChoice = { code: 'later' | 'tomorrow' | 'next_monday'; to: SnoozeTo };

const HALF_HOUR = 30 * 60_000;
const LATER = 2 * 60 * 60_000;

type Now = { now: number; today: Day; timeZone: string };

/** To when something is usually put off; later today only as long as today lasts. */
export function snoozeChoices({ now, today, timeZone }: Now): SnoozeChoice[] {
  const at = Math.ceil((now + LATER) / HALF_HOUR) * HALF_HOUR;
  const days = quickDays(today).flatMap(({ code, day }): SnoozeChoice[] => {
    if (code === 'in_three_days') return [];
    return [{ code: code === 'tomorrow' ? 'tomorrow' : 'next_monday', to: { dueOn: day } }];
  });
  const isToday = dayOf(at, timeZone) === today;
  return [...(isToday ? [{ code: 'later' as const, to: { dueOn: today, dueAt: at } }] : []), ...days];
}
