import { mailDate } from '../../raw-source/mail-date.ts';

/** The first letters of the months in en, de, fr, es, pt, it, nl, pl and ru; no month's begin like another's. */
const MONTHS =
  'jan|ene|gen|sty|янв feb|fév|fev|lut|фев mar|mär|mrz|mrt|maa|мар apr|avr|abr|kwi|апр may|mai|mag|mei|maj|май|мая jun|juin|giu|cze|июн jul|juil|lug|lip|июл aug|aoû|aou|ago|sie|авг sep|set|wrz|сен oct|okt|out|ott|paź|окт nov|lis|ноя dec|dez|déc|dic|gru|дек'
    .split(' ')
    .map((names) => new RegExp(`(?<!\\p{L})(?:${names})[\\p{L}]*\\.?`, 'u'));

const AFTERNOON = /(?<!\p{L})p\.?\s?m\b\.?|下午|晚上|傍晚|오후|午後/u;
const MORNING = /(?<!\p{L})a\.?\s?m\b\.?|上午|早上|凌晨|清晨|오전|午前/u;
const NOON = /中午/;
const TIME = /(?<![\d:])(\d{1,2})\s?(?:[:：]|[时時시]\s?|(?<=\d)h(?=\d))(\d{2})(?:\s?[:：分]\s?(\d{2}))?/;
const CJK_DAY = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/;
const YEAR_FIRST = /(?<!\d)(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;

/**
 * Instant of a date as people read it, in ms. Undefined unless it says year, month, day, hour and minute in a way that
 * can be read only once: 03/04/2026 is two days. A date without a zone is read in the reader's own, as webmails print it.
 */
export function printedDate(text: string): number | undefined {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > 120) return undefined;
  const zoned = mailDate(text.trim());
  if (zoned !== undefined) return zoned;
  const outer = words.replace(/\([^()]*\)/g, ' ').replace(UTC, ' ');
  const time = timeOf(outer);
  const day = dayOf(outer.replace(TIME, ' '));
  if (!time || !day) return undefined;
  const [year, month, date] = day;
  const local = new Date(year, month, date, ...time);
  const isReal = local.getMonth() === month && local.getDate() === date && year > 1990;
  if (!isReal) return undefined;
  const zone = UTC.exec(words);
  if (zone) return Date.UTC(year, month, date, ...time) - minutesEast(zone) * 60_000;
  return NAMED_ZONE.test(words) ? undefined : local.getTime();
}

const UTC = /(?<!\p{L})(?:gmt|utc)(?:\s?([+-])(\d{1,2}):?(\d{2})?)?(?![\p{L}\d])/u;
/** A zone that `mailDate` did not understand together with the rest. */
const NAMED_ZONE = /(?<!\p{L})(?:[pmce][sd]t|ce?st)(?!\p{L})|[+-]\d{4}\b/u;

const minutesEast = ([, sign, hours, minutes]: RegExpExecArray): number =>
  (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));

type Time = [hour: number, minute: number, second: number];

function timeOf(words: string): Time | undefined {
  const [, hour = '', minute = '', second = '0'] = TIME.exec(words) ?? [];
  if (hour === '' || words.replace(TIME, ' ').search(TIME) >= 0) return undefined;
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (h > 23 || m > 59 || s > 59) return undefined;
  if (NOON.test(words)) return [h < 11 ? h + 12 : h, m, s];
  if (AFTERNOON.test(words)) return [h < 12 ? h + 12 : h, m, s];
  return [MORNING.test(words) && h === 12 ? 0 : h, m, s];
}

type Day = [year: number, month: number, day: number];

function dayOf(words: string): Day | undefined {
  for (const pattern of [CJK_DAY, YEAR_FIRST, DAY_FIRST]) {
    const found = pattern
      .exec(words)
      ?.slice(1)
      .filter((part) => /\d/.test(part))
      .map(Number);
    if (!found) continue;
    const [first = 0, second = 0, third = 0] = found;
    return pattern === DAY_FIRST ? [third, second - 1, first] : [first, second - 1, third];
  }
  return namedDay(words) ?? slashedDay(words);
}

/** 2 October 2026, Oct 2, 2026, 2 de octubre de 2026. */
function namedDay(words: string): Day | undefined {
  const months = MONTHS.flatMap((pattern, month) => (pattern.test(words) ? [month] : []));
  const numbers = words.match(/\d+/g) ?? [];
  const years = numbers.filter((number) => number.length === 4);
  const days = numbers.filter((number) => number.length <= 2);
  const [month] = months;
  const isOne = months.length === 1 && years.length === 1 && days.length === 1 && numbers.length === 2;
  return isOne && month !== undefined ? [Number(years[0]), month, Number(days[0])] : undefined;
}

/** 25/11/2026 can only be read in one way, 3/4/2026 in two. */
function slashedDay(words: string): Day | undefined {
  const [, one, other, year] = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(words) ?? [];
  const [a, b] = [Number(one), Number(other)];
  if (!year || (a <= 12 && b <= 12 && a !== b) || (a > 12 && b > 12)) return undefined;
  return a > 12 ? [Number(year), b - 1, a] : [Number(year), a - 1, b];
}

/** Whole words: Monika, Thierry and Frieda are people. */
const DAY_NAMES =
  /(?<!\p{L})(?:yesterday|today|gestern|heute|hier|ayer|hoy|вчера|сегодня|ago|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?!\p{L})|昨天|今天|前天|刚刚|어제|오늘|昨日|今日|小时前|分钟前/u;

/** Short words that say when, however little they say. */
export function looksLikeDate(text: string): boolean {
  const words = text.trim().toLowerCase();
  if (words.length > 60 || words.length < 3 || words.includes('@')) return false;
  if (TIME.test(words) || CJK_DAY.test(words) || YEAR_FIRST.test(words)) return true;
  const hasDigit = /\d/.test(words);
  if (hasDigit && words.length <= 30 && MONTHS.some((pattern) => pattern.test(words))) return true;
  return (
    /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$|^\d{1,2}月\d{1,2}日/.test(words) ||
    (words.length <= 20 && DAY_NAMES.test(words))
  );
}

/** The day of today in numbers, however they are ordered: a calendar in the corner, not the time of a mail. */
export function isToday(text: string): boolean {
  const now = new Date();
  const numbers = (text.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
  const year = now.getFullYear();
  return [year, year % 100].some(
    (one) => [one, now.getMonth() + 1, now.getDate()].sort((a, b) => a - b).join() === numbers.join(),
  );
}
