import { addDays, type Day } from '../../shared/day.ts';
import { NUMERAL, readNumeral } from './chinese-numeral.ts';
import {
  addWorkdays,
  endOfMonth,
  type FoundDay,
  inMonth,
  inWeekOf,
  nextDate,
  weekdayOf,
} from './found-day.ts';

type Rule = { pattern: RegExp; day: (match: RegExpExecArray, today: Day) => Day | undefined };

const WEEK = '(?:周|週|星期|礼拜|禮拜)';
const AFTER = '(?:之?[后後]|以后|以後|内|之内|內|之內)';
const WEEKDAYS = '一二三四五六日';

/**
 * What chrono-node 2.10 misses or reads with weeks that begin on Sunday. In each place the first rule that fits wins,
 * so the longer forms come first.
 */
const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`(?<!上|上个|上個)(下下|下|本|这|這)?(?:个|個)?${WEEK}([一二三四五六日天末初])`, 'g'),
    day: ([, which, weekday = ''], today) => dayOfWeek(which, weekday, today),
  },
  {
    pattern: new RegExp(`(${NUMERAL})(?:个|個)?(?:工作日)${AFTER}`, 'g'),
    day: ([, count = ''], today) => addWorkdays(today, readNumeral(count)),
  },
  {
    pattern: new RegExp(`(${NUMERAL})(?:个|個)?(?:周|週|星期|礼拜|禮拜)${AFTER}`, 'g'),
    day: ([, count = ''], today) => addDays(today, 7 * readNumeral(count)),
  },
  {
    pattern: new RegExp(`(${NUMERAL})[天日]${AFTER}`, 'g'),
    day: ([, count = ''], today) => addDays(today, readNumeral(count)),
  },
  { pattern: /半个月[后後]/g, day: (_, today) => addDays(today, 15) },
  {
    pattern: /(下)?(?:个|個)?(?:本|这个|這個)?月(底|末|初|中旬?)/g,
    day: ([, next, part = ''], today) => partOfMonth(next ? 1 : 0, part, today),
  },
  {
    pattern: /下(?:个|個)?月(\d{1,2})[号號日]/g,
    day: ([, date], today) => sameNumber(inMonth(today, 1, Number(date)), Number(date)),
  },
  { pattern: /年底|年末/g, day: (_, today) => `${today.slice(0, 4)}-12-31` },
  {
    pattern: /(?<![\d月])(\d{1,2})[号號](?![楼樓线線机機室门門院厂廠桌馆館店柜库庫文件])/g,
    day: ([, date], today) => nextDate(today, Number(date)),
  },
  { pattern: /大[后後]天/g, day: (_, today) => addDays(today, 3) },
  { pattern: /[后後](?:天|日)(?!台)/g, day: (_, today) => addDays(today, 2) },
  { pattern: /明[天日早晚]/g, day: (_, today) => addDays(today, 1) },
  { pattern: /今[天日早晚]/g, day: (_, today) => today },
];

/** Days that a Chinese text names in words, in the order of the text. */
export function chineseDays(text: string, today: Day): FoundDay[] {
  const found: FoundDay[] = [];
  for (const { pattern, day } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const named = day(match, today);
      const isFree = found.every((other) => end <= other.start || start >= other.end);
      if (named && isFree) found.push({ start, end, day: named });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function dayOfWeek(which: string | undefined, named: string, today: Day): Day {
  const weekday = named === '末' ? 5 : named === '初' ? 0 : WEEKDAYS.indexOf(named.replace('天', '日'));
  if (which === '下下') return inWeekOf(today, 2, weekday);
  if (which === '下') return inWeekOf(today, 1, weekday);
  // Without a word for the week it is the next such day.
  const isOver = which === undefined && weekday < weekdayOf(today);
  return inWeekOf(today, isOver ? 1 : 0, weekday);
}

function partOfMonth(months: number, part: string, today: Day): Day {
  if (part === '底' || part === '末') return endOfMonth(today, months);
  const date = part === '初' ? 1 : 15;
  const day = inMonth(today, months, date);
  return day < today && months === 0 ? inMonth(today, 1, date) : day;
}

const sameNumber = (day: Day, date: number): Day | undefined =>
  Number(day.slice(8)) === date ? day : undefined;
