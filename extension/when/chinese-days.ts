import { addDays, type Day } from '../../shared/day.ts';
import { MONTH_RULES } from './chinese-months.ts';
import { NUMERAL, readNumeral } from './chinese-numeral.ts';
import { addWorkdays, inWeekOf, nextDate, type ReadWords, weekdayOf } from './found-day.ts';
import { type Rule, readRules } from './rules.ts';

const WEEK = '(?:周|週|星期|礼拜|禮拜)';
const AFTER = '(?:之?[后後]|以后|以後|内|之内|內|之內)';
const WEEKDAYS = '一二三四五六日';

/** Words in which a day only seems to stand: 最后日期, 声明日期, 每周一, 一周三次. */
const NO_DAYS: readonly Rule[] = [
  '[最今以之此然先随隨售背][后後][天日]',
  '[后後]天天(?!气|氣)',
  '[明今后後]日(?=期)',
  '明天(?=数|數)',
  `(?:每(?:个|個)?|(?<!${WEEK})[一几幾两兩])${WEEK}[一二三四五六日天末初]`,
  `${WEEK}[一二三四五六日](?=次|期|天(?!气|氣))`,
].map((words) => ({ pattern: new RegExp(words, 'g'), day: () => undefined }));

/**
 * What chrono-node 2.10 misses or reads with weeks that begin on Sunday. In each place the first rule that fits wins,
 * so the longer forms come first.
 */
const RULES: readonly Rule[] = [
  ...NO_DAYS,
  ...MONTH_RULES,
  {
    pattern: new RegExp(`(?<!上|上个|上個)(下下|下|本|这|這)?(?:个|個)?${WEEK}([一二三四五六日天末初])`, 'g'),
    day: ([, which, weekday = ''], today) => dayOfWeek(which, weekday, today),
  },
  {
    pattern: new RegExp(`(${NUMERAL})(?:个|個)?(?:工作日)${AFTER}`, 'g'),
    day: ([, count = ''], today) => addWorkdays(today, readNumeral(count)),
  },
  {
    pattern: new RegExp(`(${NUMERAL})(?:个|個)?${WEEK}${AFTER}`, 'g'),
    day: ([, count = ''], today) => addDays(today, 7 * readNumeral(count)),
  },
  {
    // Not the date of 12月10日以后.
    pattern: new RegExp(`(?<!月\\s?|[\\d零〇一二两兩三四五六七八九十/.-])(${NUMERAL})[天日]${AFTER}`, 'g'),
    day: ([, count = ''], today) => addDays(today, readNumeral(count)),
  },
  { pattern: /半个月[后後]/g, day: (_, today) => addDays(today, 15) },
  {
    pattern: /(?<![\d月])(\d{1,2})[号號](?![楼樓线線机機室门門院厂廠桌馆館店柜库庫文件])/g,
    day: ([, date], today) => nextDate(today, Number(date)),
  },
  { pattern: /大[后後]天/g, day: (_, today) => addDays(today, 3) },
  { pattern: /[后後](?:天|日)(?!台)/g, day: (_, today) => addDays(today, 2) },
  { pattern: /明[天日早晚]/g, day: (_, today) => addDays(today, 1) },
  { pattern: /今[天日早晚]/g, day: (_, today) => today },
];

/** Days that a Chinese text names in words, and words that only look like one, in the order of the text. */
export const chineseDays = (text: string, today: Day): ReadWords[] => readRules(RULES, text, today);

function dayOfWeek(which: string | undefined, named: string, today: Day): Day {
  const weekday = named === '末' ? 5 : named === '初' ? 0 : WEEKDAYS.indexOf(named.replace('天', '日'));
  if (which === '下下') return inWeekOf(today, 2, weekday);
  if (which === '下') return inWeekOf(today, 1, weekday);
  // Without a word for the week it is the next such day.
  const isOver = which === undefined && weekday < weekdayOf(today);
  return inWeekOf(today, isOver ? 1 : 0, weekday);
}
