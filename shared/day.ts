import { TZDateMini } from '@date-fns/tz';
import * as z from 'zod';

/** A calendar day `YYYY-MM-DD`, always in the workspace's time zone. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;
/** An instant: integer milliseconds since 1970, UTC. 1970–2100 bounds what a broken clock can write. */
export const Instant = z.int().min(0).max(4_102_444_800_000);

export const TimeZone = z.string().refine(isTimeZone, { error: 'unknown_time_zone' });

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export function dayOf(instant: number, timeZone: string): Day {
  const {
    year = '',
    month = '',
    day = '',
  } = Object.fromEntries(
    calendarOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

// Intl instead of date-fns: its `format` would weigh 6 KB in the side panel. Making a formatter is slow, using it is not.
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const parts = { timeZone, calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en', parts);
  calendars.set(timeZone, calendar);
  return calendar;
}

/** First instant of `day` in `timeZone`. */
export function startOfDay(day: Day, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDateMini(year, month - 1, date, timeZone).getTime();
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const monthOf = (day: Day): string => day.slice(0, 7);
