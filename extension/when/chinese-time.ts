import { NUMERAL, readNumeral } from './chinese-numeral.ts';

const TIME = new RegExp(
  `^\\s*[，,]?\\s*(凌晨|早上|早晨|清晨|上午|中午|正午|下午|午后|傍晚|晚上|晚|夜里)?\\s*(?:(${NUMERAL})\\s*[点點时時](?:\\s*(半|一刻|三刻|(?:${NUMERAL})分?))?(?!问|問|儿|意见|建议|小|左右手)|(\\d{1,2})[:：](\\d{2}))`,
);

/** The time of day right behind a day: its length, and minutes from midnight. Before seven without a word it is the afternoon; midnight, of which nobody knows to which day it counts, is none. */
export function chineseTime(rest: string, dayWord: string): { length: number; minute: number } | undefined {
  const match = TIME.exec(rest);
  if (!match) return undefined;
  const [whole, period, hourText, part, clockHour, clockMinute] = match;
  const hour = clockHour === undefined ? readNumeral(hourText ?? '') : Number(clockHour);
  const minutes = clockMinute === undefined ? minutesOf(part) : Number(clockMinute);
  const said = period ?? (/晚$/.test(dayWord) ? '晚上' : /早$/.test(dayWord) ? '早上' : undefined);
  if (hour > 23 || minutes > 59 || isNight(hour, said)) return undefined;
  // 03:00 is written on a clock of 24 hours, 3:00 is not.
  const hourOfDay = clockHour?.startsWith('0') && !said ? hour : hour24(hour, said);
  return { length: whole.length, minute: hourOfDay * 60 + minutes };
}

function minutesOf(part: string | undefined): number {
  if (!part) return 0;
  if (part === '半') return 30;
  if (part === '一刻') return 15;
  return part === '三刻' ? 45 : readNumeral(part.replace('分', ''));
}

const isNight = (hour: number, period = ''): boolean =>
  /^(?:晚上?|夜里)$/.test(period) && (hour === 12 || hour < 5);

function hour24(hour: number, period: string | undefined): number {
  if (hour > 12) return hour;
  if (period === undefined) return hour >= 1 && hour <= 6 ? hour + 12 : hour;
  if (/凌晨|早|清晨|上午/.test(period)) return hour % 12;
  if (/中午|正午/.test(period)) return hour <= 2 ? hour + 12 : hour;
  return hour === 12 ? 12 : hour + 12;
}
