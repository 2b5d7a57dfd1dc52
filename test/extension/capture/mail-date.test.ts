import { describe, expect, it } from 'vitest';
import { mailDate } from '../../../extension/capture/raw-source/mail-date.ts';

describe('date of a mail', () => {
  it.each([
    ['Fri, 2 Oct 2026 15:05:10 +0800', '2026-10-02T07:05:10Z'],
    ['Fri, 02 Oct 2026 15:05 GMT', '2026-10-02T15:05:00Z'],
    ['2 Oct 2026 15:05:10 -0000', '2026-10-02T15:05:10Z'],
    ['Fri, 2 Oct 26 15:05:10 EST (Eastern (Standard) Time)', '2026-10-02T20:05:10Z'],
    ['Fri (yes), 2 (second) Oct 2026 15:05:10 +0530', '2026-10-02T09:35:10Z'],
    ['Mon, 2 October 2026 15:05:10 +0000', '2026-10-02T15:05:10Z'],
    ['五, 02 Oct 2026 15:05:10 +0800 (CST)', '2026-10-02T07:05:10Z'],
    ['Fri, 02-Oct-2026 15:05:10 UTC', '2026-10-02T15:05:10Z'],
    ['Fri, 2 Oct 2026 15:05:10 GMT+08:00', '2026-10-02T07:05:10Z'],
    ['2026-10-02T15:05:10.123+02:00', '2026-10-02T13:05:10Z'],
    ['2 Oct 99 15:05:10 +0000', '1999-10-02T15:05:10Z'],
  ])('%s is %s', (header, instant) => {
    expect(mailDate(header)).toBe(Date.parse(instant));
  });

  it.each([
    ['no zone', 'Fri, 2 Oct 2026 15:05:10'],
    ['an unknown zone', 'Fri, 2 Oct 2026 15:05:10 XYZ'],
    ['no such day', 'Mon, 31 Feb 2026 15:05:10 +0000'],
    ['no such hour', 'Fri, 2 Oct 2026 25:05:10 +0000'],
    ['no such zone', 'Fri, 2 Oct 2026 15:05:10 +9900'],
    ['half a day clock', 'Fri, 2 Oct 2026 3:05:10 PM'],
    ['no time', '2 Oct 2026'],
    ['no date', 'yesterday'],
    ['nothing', ''],
  ])('%s: rather no date than a wrong one', (_, header) => {
    expect(mailDate(header)).toBeUndefined();
  });
});
