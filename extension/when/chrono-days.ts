import * as en from 'chrono-node/en';
import * as zh from 'chrono-node/zh';
import type { Day } from '../../shared/day.ts';
import type { FoundDay } from './found-day.ts';
import { pieces } from './searched-text.ts';

/** The parts of chrono's result that are used here. */
type Component = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'meridiem' | 'timezoneOffset';
type Parsed = {
  index: number;
  text: string;
  start: { get(part: Component): number | null; isCertain(part: Component): boolean };
};

/** Where and when the words are read: the wall clock of the reader's zone as year, month, … */
export type Wall = { today: Day; minute: number };

/** A moment with a zone of its own ("3 pm EST") is an instant; any other stands on the reader's wall clock. */
export type ChronoDay = FoundDay & { at?: number };

/** Chrono's patterns take the square of a text's length and more, so it is given pieces. */
const PIECE_CHARS = 500;
const MOST_DAYS = 50;

/** Days and times that chrono-node finds, without those that only look like one. */
export function chronoDays(text: string, wall: Wall): ChronoDay[] {
  const parse = /[一-鿿]/.test(text) ? parseChinese : parseEnglish;
  const reference = asLocal(wall);
  const found: ChronoDay[] = [];
  for (const { start, piece } of pieces(text, PIECE_CHARS)) {
    if (found.length >= MOST_DAYS) break;
    const parsed = parse(piece, reference).map((result) => ({
      index: start + result.index,
      text: result.text,
      start: result.start,
    }));
    found.push(...parsed.filter((result) => isDay(result, text)).map(toDay));
  }
  return found;
}

const OPTIONS = { forwardDate: true };
const parseEnglish = (text: string, reference: Date): Parsed[] => en.casual.parse(text, reference, OPTIONS);
const parseChinese = (text: string, reference: Date): Parsed[] => [
  ...zh.hans.casual.parse(text, reference, OPTIONS),
  ...en.GB.parse(text, reference, OPTIONS),
];

/** Chrono counts on the machine's own clock, so the reader's wall clock is shown to it as if it were that. */
function asLocal({ today, minute }: Wall): Date {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(year, month - 1, day, Math.floor(minute / 60), minute % 60);
}

/** A bare number of days is a term, a lone month a season, and of 5/12 nobody knows which is the month. */
function isDay({ text, index, start }: Parsed, whole: string): boolean {
  if (!start.isCertain('day') && !start.isCertain('weekday')) return false;
  if (/^(?:the )?(?:next |last |past )?\d+ \w+$/i.test(text) && !/^\d+ [A-Z]/.test(text)) return false;
  if (/^(?:last|past|this past)\b|^next (?:week|month|quarter|year)$/i.test(text)) return false;
  const [, a, b] = /^(\d{1,2})[/.](\d{1,2})(?![/.]\d)/.exec(text) ?? [];
  if (a && b && Number(a) <= 12 && Number(b) <= 12) return false;
  // Part of a longer number, of a price or of a name such as LK-200.
  return !/[\w$€£¥.-]$/.test(whole.slice(0, index)) || /[一-鿿]$/.test(whole.slice(0, index));
}

const TIMED = /\d\s*(?::|[ap]\.?m\b)|[点點时時]|\bat \d|noon|midnight/i;

function toDay({ index, text, start }: Parsed): ChronoDay {
  const number = (part: Component) => start.get(part) ?? 0;
  const [year, month, date] = [number('year'), number('month'), number('day')];
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const lead = /^[\s，,、。]*/.exec(text)?.[0].length ?? 0;
  const tail = /[\s，,、。]*$/.exec(text)?.[0].length ?? 0;
  const place = { start: index + lead, end: index + text.length - tail, day };
  // "In three days" and the like carry the time of asking; nobody named it.
  const isTimed = start.isCertain('hour') && TIMED.test(text);
  if (!isTimed) return place;
  const hour = workingHour(number('hour'), start.isCertain('meridiem') || /\b0\d:\d\d|凌晨/.test(text));
  const offset = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null;
  if (offset === null) return { ...place, minute: hour * 60 + number('minute') };
  return { ...place, at: Date.UTC(year, month - 1, date, hour, number('minute')) - offset * 60_000 };
}

/** "At 3" among people at work is the afternoon. */
const workingHour = (hour: number, isCertain: boolean): number =>
  !isCertain && hour >= 1 && hour <= 6 ? hour + 12 : hour;
