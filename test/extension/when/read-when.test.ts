import { describe, expect, test } from 'vitest';
import { findWhens, readTyped } from '../../../extension/when/read-when.ts';
import { told } from './told.ts';

const SHANGHAI = 'Asia/Shanghai';
/** Noon in Shanghai of the day. */
const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
/** A Sunday and the Wednesday before it: a week begins on Monday. */
const SUNDAY = '2026-11-22';
const WEDNESDAY = '2026-11-18';

describe('Chinese words', () => {
  test.each([
    ['下周三下午3点电话', SUNDAY, '2026-11-25 15:00'],
    ['下周三下午三点我和生产部赵工跟您电话定一下', WEDNESDAY, '2026-11-25 15:00'],
    ['下週三下午三點半', SUNDAY, '2026-11-25 15:30'],
    ['下周二', SUNDAY, '2026-11-24'],
    ['下周二', WEDNESDAY, '2026-11-24'],
    ['下下周一拜访', WEDNESDAY, '2026-11-30'],
    ['这周五前', WEDNESDAY, '2026-11-20'],
    ['周五前发合同', WEDNESDAY, '2026-11-20'],
    ['周五', SUNDAY, '2026-11-27'],
    ['星期天', WEDNESDAY, '2026-11-22'],
    ['周一上午', WEDNESDAY, '2026-11-23'],
    ['下周末', WEDNESDAY, '2026-11-28'],
    ['两周后', WEDNESDAY, '2026-12-02'],
    ['3个星期后回访', WEDNESDAY, '2026-12-09'],
    ['三天后', SUNDAY, '2026-11-25'],
    ['5个工作日内', WEDNESDAY, '2026-11-25'],
    ['半个月后', WEDNESDAY, '2026-12-03'],
    ['月底', SUNDAY, '2026-11-30'],
    ['下个月底前付款', SUNDAY, '2026-12-31'],
    ['下月初', SUNDAY, '2026-12-01'],
    ['下个月5号', SUNDAY, '2026-12-05'],
    ['25号', SUNDAY, '2026-11-25'],
    ['5号', SUNDAY, '2026-12-05'],
    ['年底', SUNDAY, '2026-12-31'],
    ['明天上午10点', SUNDAY, '2026-11-23 10:00'],
    ['后天', SUNDAY, '2026-11-24'],
    ['大后天', SUNDAY, '2026-11-25'],
    ['今晚8点', SUNDAY, '2026-11-22 20:00'],
    ['明早9点半', SUNDAY, '2026-11-23 09:30'],
    ['明天3点', SUNDAY, '2026-11-23 15:00'],
    ['明天 15:00', SUNDAY, '2026-11-23 15:00'],
    ['后天中午12点', SUNDAY, '2026-11-24 12:00'],
    ['12月5日', SUNDAY, '2026-12-05'],
    ['12月28日要试跑', WEDNESDAY, '2026-12-28'],
    ['11月30日下午三点半', SUNDAY, '2026-11-30 15:30'],
    ['2026年12月1日', SUNDAY, '2026-12-01'],
    ['3月5日', SUNDAY, '2027-03-05'],
  ])('%s, said on %s', (words, day, expected) => {
    expect(told(readTyped(words, { now: noon(day), timeZone: SHANGHAI }))).toBe(expected);
  });
});

describe('English words', () => {
  test.each([
    ['call next Tuesday', SUNDAY, '2026-11-24'],
    ['next Tuesday at 3 pm', SUNDAY, '2026-11-24 15:00'],
    ['call Wednesday at 3', SUNDAY, '2026-11-25 15:00'],
    ['send price list by Friday', WEDNESDAY, '2026-11-20'],
    ['in two weeks', WEDNESDAY, '2026-12-02'],
    ['in 3 days', WEDNESDAY, '2026-11-21'],
    ['tomorrow morning', WEDNESDAY, '2026-11-19'],
    ['tomorrow 9:30', WEDNESDAY, '2026-11-19 09:30'],
    ['end of the month', WEDNESDAY, '2026-11-30'],
    ['by EOW', WEDNESDAY, '2026-11-20'],
    ['end of next week', WEDNESDAY, '2026-11-27'],
    ['EOM', WEDNESDAY, '2026-11-30'],
    ['by the 25th', SUNDAY, '2026-11-25'],
    ['Nov 30', SUNDAY, '2026-11-30'],
    ['30/11', SUNDAY, '2026-11-30'],
    ['on Wednesday, November 25 at 15:00', SUNDAY, '2026-11-25 15:00'],
    ['2026-12-01', SUNDAY, '2026-12-01'],
    ['next week', WEDNESDAY, '2026-11-23'],
    ['Call Martin on Dec 3rd, 10am', SUNDAY, '2026-12-03 10:00'],
  ])('%s, said on %s', (words, day, expected) => {
    expect(told(readTyped(words, { now: noon(day), timeZone: SHANGHAI }))).toBe(expected);
  });
});

describe('no day is made up from', () => {
  test.each([
    '一点问题',
    '14个工位按含税单价',
    '交期45天太长，能否压到30天',
    '3号线的传感器',
    '买了两周',
    'payment within 30 days net',
    'the next 30 days',
    '12/5',
    'I may call',
    'version 2.5',
    'LK-200 series, 24 meters',
    'last week',
    'March',
    '上周三聊过',
    '后台系统',
    '',
  ])('%s', (words) => {
    const found = findWhens(words, { now: noon(WEDNESDAY), timeZone: SHANGHAI });
    expect(found.map((when) => words.slice(when.start, when.end))).toEqual([]);
  });
});

test('a day is told in the reader’s time zone, across the change of the clocks', () => {
  const berlin = { now: Date.parse('2026-03-28T22:30:00Z'), timeZone: 'Europe/Berlin' };
  expect(told(readTyped('tomorrow at 10:00', berlin), 'Europe/Berlin')).toBe('2026-03-29 10:00');
  const newYork = { now: Date.parse('2026-11-23T03:00:00Z'), timeZone: 'America/New_York' };
  expect(told(readTyped('明天下午3点', newYork), 'America/New_York')).toBe('2026-11-23 15:00');
});

test('a time that names its own zone is that instant', () => {
  const found = readTyped('Wednesday 3pm EST', { now: noon(SUNDAY), timeZone: SHANGHAI });
  expect(found?.dueAt).toBe(Date.parse('2026-11-25T20:00:00Z'));
  expect(found?.dueOn).toBe('2026-11-26');
});

test('the places of the words are those in the text, also behind words read before', () => {
  const text = '报价收到。下周三下午三点电话，12月28日要试跑。';
  const found = findWhens(text, { now: noon(WEDNESDAY), timeZone: SHANGHAI });
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['下周三下午三点', '12月28日']);
});
