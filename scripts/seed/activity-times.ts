import { TZDate } from '@date-fns/tz';
import type { Random } from './random.ts';
import { DAY_MS } from './world.ts';

const SPAN_DAYS = 90;
const LATELY = 0.015;

/** `count` moments of the last 90 days at which people work, oldest first. */
export function activityTimes(
  count: number,
  random: Random,
  { now, timeZone }: { now: number; timeZone: string },
) {
  const times = Float64Array.from({ length: count }, () => workingMoment(random, now, timeZone));
  return times.sort();
}

function workingMoment(random: Random, now: number, timeZone: string): number {
  // A sample that is opened on a Sunday still has something to show for today.
  if (random.chance(LATELY)) return now - random.int(4, 540) * 60_000;
  const date = new TZDate(now - random.int(0, SPAN_DAYS - 1) * DAY_MS, timeZone);
  const isWeekend = date.getDay() === 0 || date.getDay() === 6;
  // Most of what falls on a weekend was done on the Friday before.
  const back = isWeekend && random.chance(0.9) ? (date.getDay() === 0 ? 2 : 1) : 0;
  const minute = random.chance(0.12) ? random.int(19 * 60, 22 * 60) : random.int(8 * 60 + 30, 18 * 60 + 30);
  date.setHours(0, minute, random.int(0, 59), 0);
  const at = date.getTime() - back * DAY_MS;
  return at < now ? at : now - random.int(5, 300) * 60_000;
}
