import * as z from 'zod';
import { Direction } from './activity.ts';
import { addDays, Day, Instant } from './day.ts';
import { Id } from './id.ts';
import { PageQuery } from './page.ts';
import { Task } from './task.ts';

/** They wrote and nobody answered for this long; or we wrote and they have not. */
export const ANSWER_DUE_DAYS = { inbound: 3, outbound: 5 } as const;
/** Nobody waits for an answer to something older. */
export const ANSWER_FORGOTTEN_DAYS = 45;

const Named = z.object({ id: Id, name: z.string() });

export const TodayTask = Task.extend({
  account: Named.optional(),
  opportunity: Named.extend({ amountMinor: z.int(), currency: z.string() }).optional(),
  /** The log that agreed on it. */
  activityId: Id.optional(),
  doneAt: z.int().optional(),
});
export type TodayTask = z.infer<typeof TodayTask>;

/** A conversation whose last message has had no answer; `last` says whose it is. */
export const WaitingThread = z.object({
  threadKey: z.string(),
  last: Direction.exclude(['internal']),
  lastAt: z.int(),
  /** The log of that last message. */
  activityId: Id,
  subject: z.string().optional(),
  person: z.string().optional(),
  account: Named.optional(),
  opportunity: Named.optional(),
});
export type WaitingThread = z.infer<typeof WaitingThread>;

/** Of a conversation as it stood with its message `activityId`: a later one speaks anew, and makes this out of date. */
export const ThreadChange = z.discriminatedUnion('to', [
  /** Nobody waits for an answer. */
  z.strictObject({ to: z.literal('settled'), activityId: Id }),
  z.strictObject({ to: z.literal('snoozed'), activityId: Id, until: Instant }),
  /** Takes either back. */
  z.strictObject({ to: z.literal('waiting'), activityId: Id }),
]);
export type ThreadChange = z.input<typeof ThreadChange>;

/** What is to be done: one's own tasks and conversations, soonest first. A list that goes on has a cursor. */
export const Today = z.object({
  day: Day,
  overdue: z.array(TodayTask),
  due: z.array(TodayTask),
  doneToday: z.array(TodayTask),
  /** What comes after today up to the next working day, that day included. */
  next: z.object({ day: Day, count: z.int() }),
  waiting: z.array(WaitingThread),
  /** For `GET /tasks`: where `overdue`, or else `due`, goes on. */
  cursor: z.string().optional(),
});
export type Today = z.infer<typeof Today>;

/** One's own open tasks by day: those of a span of days, or all. */
export const TaskQuery = PageQuery.extend({ from: Day.optional(), to: Day.optional() });
export type TaskQuery = z.input<typeof TaskQuery>;

const SATURDAY = 6;

/** The day after `day`, Saturdays and Sundays left out. */
export function nextWorkingDay(day: Day): Day {
  const next = addDays(day, 1);
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay();
  return weekday % SATURDAY === 0 ? nextWorkingDay(next) : next;
}
