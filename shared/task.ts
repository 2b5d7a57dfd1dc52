import * as z from 'zod';
import { Day, Instant } from './day.ts';
import { Id, UserId } from './id.ts';
import { Line } from './text.ts';

export const TaskKind = z.enum(['call', 'email', 'meeting', 'visit', 'other']);
export type TaskKind = z.infer<typeof TaskKind>;
export const TaskStatus = z.enum(['todo', 'in_progress', 'done', 'cancelled']);

/** What is agreed to happen next. Becomes a task of the person who logs, and the opportunity's next step. */
export const NextStep = z.strictObject({
  taskId: Id,
  kind: TaskKind.default('other'),
  text: Line(300),
  dueOn: Day,
  dueAt: Instant.optional(),
});
export type NextStep = z.input<typeof NextStep>;

export const Task = z.object({
  id: Id,
  kind: TaskKind,
  title: z.string(),
  dueOn: Day,
  dueAt: z.int().optional(),
  assigneeId: UserId,
  status: TaskStatus,
  accountId: Id.optional(),
  opportunityId: Id.optional(),
  version: z.int(),
});
export type Task = z.infer<typeof Task>;

/** A task typed by itself; one that a log agrees on is its `nextStep`. */
export const NewTask = z.strictObject({
  id: Id,
  kind: TaskKind.default('other'),
  title: Line(300),
  dueOn: Day,
  dueAt: Instant.optional(),
  accountId: Id.optional(),
  opportunityId: Id.optional(),
});
export type NewTask = z.input<typeof NewTask>;

/** Done, put off, or worded otherwise; with `If-Match`. A new day without `dueAt` takes the time of day away. */
export const TaskChange = z
  .strictObject({
    status: TaskStatus,
    title: Line(300),
    dueOn: Day,
    dueAt: Instant.nullable(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'empty' });
export type TaskChange = z.input<typeof TaskChange>;

export const isOpenTask = ({ status }: Pick<Task, 'status'>): boolean =>
  status === 'todo' || status === 'in_progress';

export function isOverdue(task: Pick<Task, 'dueOn' | 'status'>, today: Day): boolean {
  return isOpenTask(task) && task.dueOn < today;
}
