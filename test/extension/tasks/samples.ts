import { addDays, dayOf } from '../../../shared/day.ts';
import type { Today, TodayTask, WaitingThread } from '../../../shared/today.ts';

export const DAY = dayOf(Date.now(), 'Asia/Shanghai');

const idOf = (n: number): string => `0190b000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const task = (n: number, more: Partial<TodayTask> = {}): TodayTask => ({
  id: idOf(n),
  kind: 'call',
  title: `task ${n}`,
  dueOn: DAY,
  assigneeId: 7,
  status: 'todo',
  version: 1,
  ...more,
});

export const late = (n: number, more: Partial<TodayTask> = {}): TodayTask =>
  task(n, { dueOn: addDays(DAY, -1), ...more });

export const thread = (n: number, more: Partial<WaitingThread> = {}): WaitingThread => ({
  threadKey: String(n).padStart(64, '0'),
  last: 'inbound',
  lastAt: Date.now() - n * 86_400_000,
  activityId: idOf(n),
  subject: `mail ${n}`,
  ...more,
});

export const today = (more: Partial<Today> = {}): Today => ({
  day: DAY,
  overdue: [],
  due: [],
  doneToday: [],
  next: { day: addDays(DAY, 1), count: 0 },
  waiting: [],
  ...more,
});
