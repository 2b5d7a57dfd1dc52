import { expect, test } from 'vitest';
import {
  formatBytes,
  formatDay,
  formatInstant,
  formatList,
  formatWhen,
  money,
  type Place,
  relativeDay,
} from '../../../extension/app/format.ts';

const ZH: Place = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', today: '2026-11-18' };
const EN: Place = { ...ZH, locale: 'en' };
const at = (text: string) => Date.parse(text);

test.each([
  ['2026-11-25', '11月25日 周三', 'Wed 25 Nov'],
  ['2026-12-01', '12月1日 周二', 'Tue 1 Dec'],
  ['2025-11-25', '2025年11月25日 周二', 'Tue 25 Nov 2025'],
])('the day %s is %s and %s', (day, zh, en) => {
  expect([formatDay(day, ZH), formatDay(day, EN)]).toEqual([zh, en]);
});

test.each([
  ['2026-11-17', '昨天', 'Yesterday'],
  ['2026-11-18', '今天', 'Today'],
  ['2026-11-19', '明天', 'Tomorrow'],
  ['2026-11-20', '11月20日 周五', 'Fri 20 Nov'],
])('%s is called %s and %s', (day, zh, en) => {
  expect([relativeDay(day, ZH), relativeDay(day, EN)]).toEqual([zh, en]);
});

test.each([
  ['2026-11-25T15:00+08:00', '11月25日 周三 15:00', 'Wed 25 Nov, 15:00'],
  ['2026-11-18T00:05+08:00', '今天 00:05', 'Today, 00:05'],
  // Still the 17th in London, and the workspace lives in Shanghai.
  ['2026-11-17T17:30Z', '今天 01:30', 'Today, 01:30'],
])('%s reads %s and %s', (instant, zh, en) => {
  expect([formatInstant(at(instant), ZH), formatInstant(at(instant), EN)]).toEqual([zh, en]);
});

test('a row says the time today, and the day before', () => {
  expect(formatWhen(at('2026-11-18T10:47+08:00'), ZH)).toBe('10:47');
  expect([
    formatWhen(at('2026-11-16T10:47+08:00'), ZH),
    formatWhen(at('2026-11-16T10:47+08:00'), EN),
  ]).toEqual(['11月16日', '16 Nov']);
});

test.each([
  [18_000_000, '18万', '¥180K'],
  [86_000_000, '86万', '¥860K'],
  [158_000_000, '158万', '¥1.6M'],
])('%d fen is %s and %s', (minor, zh, en) => {
  expect([money(minor, 'CNY', ZH), money(minor, 'CNY', EN)]).toEqual([zh, en]);
});

test.each([
  [0, '0 KB'],
  [300, '1 KB'],
  [217_000, '212 KB'],
  [1_468_006, '1.4 MB'],
  [31_457_280, '30 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes, EN)).toBe(text);
});

test('names are listed as each language lists them', () => {
  expect([formatList(['周航', '李敏', '陈立'], ZH), formatList(['Li', 'Zhou', 'Wang'], EN)]).toEqual([
    '周航、李敏、陈立',
    'Li, Zhou and Wang',
  ]);
});
