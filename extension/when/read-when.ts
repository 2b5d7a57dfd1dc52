import { TZDateMini } from '@date-fns/tz';
import { addDays, type Day, dayOf, startOfDay } from '../../shared/day.ts';
import { chineseDays } from './chinese-days.ts';
import { chineseTime } from './chinese-time.ts';
import { type ChronoDay, chronoDays, type Wall } from './chrono-days.ts';
import { englishDays } from './english-days.ts';
import { type FoundDay, inWeekOf, type ReadWords } from './found-day.ts';
import { blankOut, searchedText } from './searched-text.ts';

/** A day, and where one is named a time, that words in a text stand for: [start, end), UTF-16 places. */
export type When = { start: number; end: number; dueOn: Day; dueAt?: number };

/** `now`: the moment of the words, for a mail that of its sending. `timeZone`: the reader's. */
export type Clock = { now: number; timeZone: string };

const FARTHEST_DAYS = 400;
/** 明年底, said in January. */
const FARTHEST_DAYS_IN_NAMED_YEAR = 800;
const MOST_WHENS = 50;

/** Every day that a text names, in its order, none before the day of the words nor more than a year ahead. */
export function findWhens(text: string, { now, timeZone }: Clock): When[] {
  const { words, placeOf } = searchedText(text);
  const today = dayOf(now, timeZone);
  const wall: Wall = { today, minute: Math.floor((now - startOfDay(today, timeZone)) / 60_000) };
  const read = [...chineseDays(words, today), ...englishDays(words, today)];
  const own = read.filter(hasDay).map((found): ChronoDay => {
    const time = chineseTime(words.slice(found.end), words.slice(found.start, found.end));
    return time ? { ...found, end: found.end + time.length, minute: time.minute } : found;
  });
  return withoutOverlaps([...own, ...chronoDays(blankOut(words, [...read, ...own]), wall)])
    .filter((found) => !isTerm(words, found))
    .slice(0, MOST_WHENS)
    .map((found) => ({ ...found, start: placeOf(found.start), end: placeOf(found.end - 1) + 1 }))
    .map((found) => toWhen(found, timeZone))
    .filter(({ start, end, dueOn }) => {
      const isFar = namesYear(text.slice(start, end));
      return dueOn >= today && dueOn <= addDays(today, isFar ? FARTHEST_DAYS_IN_NAMED_YEAR : FARTHEST_DAYS);
    });
}

/** Whether the words for a day tell its year too. */
export const namesYear = (words: string): boolean =>
  /(?<!\d)20\d\d(?!\d)|\d[./-]\d{1,2}[./-]\d{2}|[今明后後本\d]年|next year/i.test(words);

const hasDay = (read: ReadWords): read is FoundDay => read.day !== undefined;

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
