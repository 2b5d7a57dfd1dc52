import { describe, expect, it } from 'vitest';
import { printedDate } from '../../../extension/capture/adapters/generic/printed-date.ts';

const local = (...parts: [number, number, number, number, number]): number => new Date(...parts).getTime();

describe('a printed date', () => {
  it.each([
    ['2026年10月9日 15:05', local(2026, 9, 9, 15, 5)],
    ['2017年10月28日(星期六) 中午11:57', local(2017, 9, 28, 11, 57)],
    ['2026年10月9日 星期五 下午3:05', local(2026, 9, 9, 15, 5)],
    ['2026년 10월 9일 (금) 오후 3:05', local(2026, 9, 9, 15, 5)],
    ['2026-10-09 15:05:10', local(2026, 9, 9, 15, 5) + 10_000],
    ['Fri, Oct 9, 2026 at 3:05 PM', local(2026, 9, 9, 15, 5)],
    ['9 October 2026, 12:05 am', local(2026, 9, 9, 0, 5)],
    ['Freitag, 9. Oktober 2026 um 15:05', local(2026, 9, 9, 15, 5)],
    ['09.10.2026, 15:05 Uhr', local(2026, 9, 9, 15, 5)],
    ['9 октября 2026 г., 15:05', local(2026, 9, 9, 15, 5)],
    ['vendredi 9 octobre 2026 à 15:05', local(2026, 9, 9, 15, 5)],
    ['25/11/2026 15:05', local(2026, 10, 25, 15, 5)],
    ['Oct 9, 2026, 3:05 PM (2 days ago)', local(2026, 9, 9, 15, 5)],
  ])('%s is read in the zone of the reader', (text, instant) => {
    expect(printedDate(text)).toBe(instant);
  });

  it('with a zone of its own is read in that', () => {
    expect(printedDate('Fri, 9 Oct 2026 15:05:10 +0200')).toBe(Date.parse('2026-10-09T13:05:10Z'));
  });

  it.each([
    ['two days', '03/04/2026 15:05'],
    ['no year', '9 October, 15:05'],
    ['no time', '9 October 2026'],
    ['two times', '9 October 2026 15:05 to 16:00'],
    ['a zone that is not understood', 'Oct 9, 2026 3:05 PM PST'],
    ['a day that is none', '2026-02-30 15:05'],
    ['something ago', '2 days ago'],
  ])('that says %s is none', (_, text) => {
    expect(printedDate(text)).toBeUndefined();
  });
});
