import { addDays, type Day } from '../../shared/day.ts';

/** A day named in a text at [start, end), with the minute of that day where one is named too. */
export type FoundDay = { start: number; end: number; day: Day; minute?: number };

/** Words that were read and need no second reading; without a day where they name none. */
export type ReadWords = { start: number; end: number; day?: Day };

/** Days from the Monday of the week of `day`: weeks begin on Monday, so that Sunday's "next Tuesday" is in two days. */
export function inWeekOf(day: Day, weeks: number, weekday: number): Day {
  return addDays(mondayOf(day), weeks * 7 + weekday);
}

export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}

/** 0 = Monday. */
export const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The last day of the month that lies `months` after that of `day`. */
export const endOfMonth = (day: Day, months = 0): Day => addDays(inMonth(day, months + 1, 1), -1);

/** Day number `date` of the month that lies `months` after that of `day`; may run over into the one after. */
export function inMonth(day: Day, months: number, date: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}

/** The next day with this number, today included; months that do not have it are passed over. */
export function nextDate(day: Day, date: number): Day | undefined {
  for (let months = 0; months < 4; months++) {
    const found = inMonth(day, months, date);
    if (found >= day && Number(found.slice(8)) === date) return found;
  }
  return undefined;
}

/** So many days of work later; holidays are not known here. */
export function addWorkdays(day: Day, days: number): Day {
  let found = day;
  for (let left = days; left > 0; ) {
    found = addDays(found, 1);
    if (weekdayOf(found) < 5) left--;
  }
  return found;
}
