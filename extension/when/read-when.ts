import { TZDateMini } from '@date-fns/tz';
import { addDays, type Day, dayOf, startOfDay } from '../../shared/day.ts';
import { chineseDays } from './chinese-days.ts';
import { chineseTime } from './chinese-time.ts';
import { type ChronoDay, chronoDays, type Wall } from './chrono-days.ts';
import { englishDays } from './english-days.ts';
import { inWeekOf } from './found-day.ts';

/** A day, and where one is named a time, that words in a text stand for: [start, end), UTF-16 places. */
export type When = { start: number; end: number; dueOn: Day; dueAt?: number };

/** `now`: the moment of the words, for a mail that of its sending. `timeZone`: the reader's. */
export type Clock = { now: number; timeZone: string };

/** So much of a text is searched; what is agreed stands at the beginning. */
const SEARCHED_CHARS = 8000;
const FARTHEST_DAYS = 400;

/** Every day that a text names, in its order, none before the day of the words nor more than a year ahead. */
export function findWhens(text: string, { now, timeZone }: Clock): When[] {
  const words = text.slice(0, SEARCHED_CHARS);
  const today = dayOf(now, timeZone);
  const wall: Wall = { today, minute: Math.floor((now - startOfDay(today, timeZone)) / 60_000) };
  const own = [...chineseDays(words, today), ...englishDays(words, today)].map((found): ChronoDay => {
    const time = chineseTime(words.slice(found.end), words.slice(found.start, found.end));
    return time ? { ...found, end: found.end + time.length, minute: time.minute } : found;
  });
  // Blanked, so that the same words are not read twice and all places stay.
  const rest = own.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    words,
  );
  return withoutOverlaps([...own, ...chronoDays(rest, wall)])
    .filter((found) => !isTerm(words, found))
    .map((found) => toWhen(found, timeZone))
    .filter(({ dueOn }) => dueOn >= today && dueOn <= addDays(today, FARTHEST_DAYS));
}

/** What somebody typed: the first day named, or the Monday of "next week", or today's "at 3". */
export function readTyped(text: string, clock: Clock): When | undefined {
  return findWhens(text, clock)[0] ?? looseWhen(text, clock);
}

/** Vague words that are a plan when one types them and mere talk in a mail. */
function looseWhen(text: string, { now, timeZone }: Clock): When | undefined {
  const match = /\bnext week\b|下(?:个|個)?(?:周|週|星期|礼拜|禮拜)/i.exec(text);
  if (!match) return undefined;
  const dueOn = inWeekOf(dayOf(now, timeZone), 1, 0);
  return { start: match.index, end: match.index + match[0].length, dueOn };
}

const TERM =
  /payment|\bnet\b|terms|warrant|guarantee|valid|lead time|付款|账期|帳期|质保|保修|保固|有效|交期|交货期/i;

/** "Payment within 30 days" is a condition, not an appointment. */
function isTerm(text: string, { start, end }: ChronoDay): boolean {
  const said = text.slice(start, end);
  if (!/^within\b|[内內]$/i.test(said)) return false;
  return TERM.test(text.slice(Math.max(0, start - 24), end + 16));
}

function withoutOverlaps(found: readonly ChronoDay[]): ChronoDay[] {
  const kept: ChronoDay[] = [];
  for (const one of found) {
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function toWhen({ start, end, day, minute, at }: ChronoDay, timeZone: string): When {
  if (at !== undefined) return { start, end, dueOn: dayOf(at, timeZone), dueAt: at };
  if (minute === undefined) return { start, end, dueOn: day };
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const dueAt = new TZDateMini(
    year,
    month - 1,
    date,
    Math.floor(minute / 60),
    minute % 60,
    timeZone,
  ).getTime();
  return { start, end, dueOn: day, dueAt };
}
