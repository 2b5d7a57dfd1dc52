import * as z from 'zod';
import { Direction } from './activity.ts';
import { Day } from './day.ts';
import { Id, UserId } from './id.ts';
import { CursorText } from './page.ts';
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
  ownerId: UserId,
});
export type WaitingThread = z.infer<typeof WaitingThread>;

/** What is to be done: one's own tasks and conversations, soonest first. A list that goes on has a cursor. */
export const Today = z.object({
  day: Day,
  overdue: z.array(TodayTask),
  due: z.array(TodayTask),
  doneToday: z.array(TodayTask),
  /** How many are open on the next working day, and which day that is. */
  next: z.object({ day: Day, count: z.int() }),
  waiting: z.array(WaitingThread),
  /** For `GET /tasks`, where `overdue` and `due` do not hold all. */
  cursor: CursorText.optional(),
});
export type Today = z.infer<typeof Today>;
