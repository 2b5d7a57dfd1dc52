import { expect } from 'vitest';
import { dayOf } from '../../../shared/day.ts';

/** As `2026-11-25 15:00`, without the time where none was named. */
export function told(
  when: { dueOn: string; dueAt?: number } | undefined,
  timeZone = 'Asia/Shanghai',
): string | undefined {
  if (!when) return undefined;
  if (when.dueAt === undefined) return when.dueOn;
  expect(dayOf(when.dueAt, timeZone)).toBe(when.dueOn);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    when.dueAt,
  );
  return `${when.dueOn} ${time}`;
}
