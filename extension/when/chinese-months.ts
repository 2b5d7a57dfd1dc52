import type { Day } from '../../shared/day.ts';
import { NUMERAL, readNumeral } from './chinese-numeral.ts';
import { endOfMonth, inMonth } from './found-day.ts';
import type { Rule } from './rules.ts';

const YEAR = '(?:明|后|後|今|本|去|前)年|(?<!\\d)(?:20)?\\d{2}年';
/** Not 底薪, 初步 or 中国, which only begin alike. */
const PART = '(底(?![薪价價盘盤座])|末|初(?![步次始级級])|中旬|中(?![国國秋心央标標文英午])|[上下]旬)';
/** Behind these 月 is a span, a month that recurs, or one of the other calendar. */
const NOT_BARE = '(?<![\\d零〇一二两兩三四五六七八九十个個上下每当當次隔几幾数數正腊臘冬年])';

/** Months and years with a name or a number; longer forms first. */
export const MONTH_RULES: readonly Rule[] = [
  { pattern: /上+(?:个|個)?月(?:[底末初中]|\d{1,2}[号號日])?/g, day: () => undefined },
  {
    pattern: new RegExp(`(${YEAR})\\s?(${NUMERAL})\\s?月${PART}`, 'g'),
    day: ([, year = '', month = '', part = ''], today) => partOf({ year, month, part }, today),
  },
  {
    pattern: new RegExp(`(?<![\\d零〇一二三四五六七八九十年])(${NUMERAL})\\s?月${PART}`, 'g'),
    day: ([, month = '', part = ''], today) => partOf({ month, part }, today),
  },
  {
    pattern: new RegExp(`([明后後今本去前]年)\\s?(${NUMERAL})\\s?月\\s?(${NUMERAL})\\s?[日号號]`, 'g'),
    day: ([, year = '', month = '', date = ''], today) =>
      dateIn({ year: yearOf(year, today), month: readNumeral(month), date: readNumeral(date) }),
  },
  {
    pattern: new RegExp(`(下{1,2}(?:个|個)?|本|[这這](?:个|個)?)月${PART}`, 'g'),
    day: ([, which = '', part = ''], today) => partIn(inMonth(today, monthsAhead(which), 1), part),
  },
  {
    pattern: new RegExp(`${NOT_BARE}月${PART}`, 'g'),
    day: ([, part = ''], today) => {
      const day = partIn(inMonth(today, 0, 1), part);
      return day < today ? partIn(inMonth(today, 1, 1), part) : day;
    },
  },
  {
    pattern: /(下{1,2})(?:个|個)?月(\d{1,2})[号號日]/g,
    day: ([, which = '', date], today) => {
      const day = inMonth(today, monthsAhead(which), Number(date));
      return Number(day.slice(8)) === Number(date) ? day : undefined;
    },
  },
  {
    pattern: new RegExp(`(${YEAR}|(?<![\\d零〇一二两兩三四五六七八九十每当當次同半多几幾])年)[底末]`, 'g'),
    day: ([, year = ''], today) => `${yearOf(year, today)}-12-31`,
  },
];

const YEARS_AWAY: Record<string, number> = { 前: -2, 去: -1, 今: 0, 本: 0, 明: 1, 后: 2, 後: 2 };

function yearOf(word: string, today: Day): number {
  const digits = word.replace('年', '');
  if (/^\d+$/.test(digits)) return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  return Number(today.slice(0, 4)) + (YEARS_AWAY[digits] ?? 0);
}

const monthsAhead = (which: string): number => which.split('下').length - 1;

/** Without a year it is the next such month. */
function partOf(said: { year?: string; month: string; part: string }, today: Day): Day | undefined {
  const month = readNumeral(said.month);
  const first = dateIn({ year: yearOf(said.year ?? '', today), month, date: 1 });
  if (!first) return undefined;
  const day = partIn(first, said.part);
  return said.year === undefined && day < today ? partIn(inMonth(first, 12, 1), said.part) : day;
}

function partIn(first: Day, part: string): Day {
  if (part === '底' || part === '末') return endOfMonth(first);
  if (part === '下旬') return inMonth(first, 0, 21);
  return part === '初' || part === '上旬' ? first : inMonth(first, 0, 15);
}

function dateIn({ year, month, date }: { year: number; month: number; date: number }): Day | undefined {
  if (month < 1 || month > 12) return undefined;
  const day = inMonth(`${year}-01-01`, month - 1, date);
  return Number(day.slice(8)) === date ? day : undefined;
}
