import { TZDateMini } from '@date-fns/tz';

/** The value of a `datetime-local` input that shows `instant` as it reads in `timeZone`. */
export const localInputOf = (instant: number, timeZone: string): string =>
  // The zone's clock as if it were UTC's; date-fns' format would do the same for 6 KB.
  new Date(instant - new TZDateMini(instant, timeZone).getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 'yyyy-MM-ddTHH:mm'.length);

/** The instant meant by such a value; undefined while it is not a whole date and time. */
export function instantOfLocalInput(value: string, timeZone: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const instant = new TZDateMini(year, month - 1, day, hour, minute, timeZone).getTime();
  return Number.isFinite(instant) && instant >= 0 ? instant : undefined;
}

const HOUR = 3_600_000;

export type QuickTime = { code: 'now' | 'hour_ago' | 'yesterday'; instant: number };

export const quickTimes = (now: number): QuickTime[] => [
  { code: 'now', instant: now },
  { code: 'hour_ago', instant: now - HOUR },
  { code: 'yesterday', instant: now - 24 * HOUR },
];
