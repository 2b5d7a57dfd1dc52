import { addDays, type Day, dayOf } from '../../shared/day.ts';
import { fullMoney, shortMoney } from '../../shared/money.ts';

/** Where and when one reads: the language on screen, the workspace's time zone, and today there. */
export type Place = { locale: string; timeZone: string; today: Day };

type Parts = Intl.DateTimeFormatOptions;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, parts: Parts): Intl.DateTimeFormat {
  // British order and 24-hour clock for English: "Wed 25 Nov, 15:00".
  const tag = locale.startsWith('zh') ? 'zh-CN' : 'en-GB';
  const key = `${tag}${JSON.stringify(parts)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(tag, parts);
  formatters.set(key, known);
  return known;
}

/** A day as an instant that falls on it in UTC, so that formatting it in UTC gives that day everywhere. */
const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** 11月25日 周三 · Wed 25 Nov. Without `weekday`: 11月25日 · 25 Nov. The year only where it is not this one. */
export function formatDay(day: Day, place: Place, { weekday = true } = {}): string {
  const { locale, today } = place;
  const year: Parts = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };
  const at = noonOf(day);
  const date = formatter(locale, { ...year, day: 'numeric', month: monthStyle(locale), timeZone: 'UTC' });
  if (!weekday) return date.format(at);
  const name = formatter(locale, { weekday: 'short', timeZone: 'UTC' }).format(at);
  return locale.startsWith('zh') ? `${date.format(at)} ${name}` : `${name} ${date.format(at)}`;
}

const monthStyle = (locale: string): 'long' | 'short' => (locale.startsWith('zh') ? 'long' : 'short');

/** 15:00, always on the 24-hour clock. */
export function formatTime(at: number, { locale, timeZone }: Place): string {
  return formatter(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
}

/** 今天 15:00 · Today, 15:00 for yesterday to tomorrow, else 11月25日 周三 15:00 · Wed 25 Nov, 15:00. */
export function formatInstant(at: number, place: Place, options: { weekday?: boolean } = {}): string {
  const day = relativeDay(dayOf(at, place.timeZone), place, options);
  return `${day}${place.locale.startsWith('zh') ? ' ' : ', '}${formatTime(at, place)}`;
}

/** 今天, 昨天, 明天 · Today, Yesterday, Tomorrow; any other day as formatDay writes it. */
export function relativeDay(day: Day, place: Place, options: { weekday?: boolean } = {}): string {
  const distance = [-1, 0, 1].find((days) => addDays(place.today, days) === day);
  if (distance === undefined) return formatDay(day, place, options);
  const words = new Intl.RelativeTimeFormat(place.locale, { numeric: 'auto' }).format(distance, 'day');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** For a row: 10:47 today, else the short day (11月16日 · 16 Nov). */
export function formatWhen(at: number, place: Place): string {
  const day = dayOf(at, place.timeZone);
  return day === place.today ? formatTime(at, place) : formatDay(day, place, { weekday: false });
}

/** 18万 · ¥180K. Put `moneyInFull` into the title beside it. */
export const money = (amountMinor: number, currency: string, { locale }: Pick<Place, 'locale'>): string =>
  shortMoney(amountMinor, currency, locale);

export const moneyInFull = (
  amountMinor: number,
  currency: string,
  { locale }: Pick<Place, 'locale'>,
): string => fullMoney(amountMinor, currency, locale);

/** 48 KB, 1.4 MB. */
export function formatBytes(bytes: number, { locale }: Pick<Place, 'locale'>): string {
  const [unit, size] = bytes < 1024 * 1000 ? (['KB', 1024] as const) : (['MB', 1024 * 1024] as const);
  const value = bytes / size;
  const maximumFractionDigits = unit === 'MB' && value < 10 ? 1 : 0;
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits }).format(Math.max(value, bytes && 1));
  return `${shown} ${unit}`;
}

/** 周航、李敏 · Li, Zhou and Wang. */
export const formatList = (items: readonly string[], { locale }: Pick<Place, 'locale'>): string =>
  locale.startsWith('zh') ? items.join('、') : new Intl.ListFormat('en-GB').format(items);
