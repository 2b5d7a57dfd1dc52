import { isOpenTask } from '../../shared/task.ts';
import type { Today, TodayTask, WaitingThread } from '../../shared/today.ts';

/**
 * The day with `task` as it is now; `before`: as it was, where it is not new. A settled one stays where it stood, so that
 * nothing moves under the hand.
 */
export function withTask(today: Today, task: TodayTask, before?: TodayTask): Today {
  const counted = countedIn(today, task) - (before ? countedIn(today, before) : 0);
  const next = { ...today.next, count: Math.max(0, today.next.count + counted) };
  if (!isOpenTask(task)) return settled({ ...today, next }, task);
  const place = (list: readonly TodayTask[], belongs: boolean) => {
    if (!belongs) return list.filter(({ id }) => id !== task.id);
    return list.some(({ id }) => id === task.id) ? replaced(list, task) : [...list, task].sort(bySoonest);
  };
  return {
    ...today,
    next,
    overdue: place(today.overdue, task.dueOn < today.day),
    due: place(today.due, task.dueOn === today.day),
    doneToday: today.doneToday.filter(({ id }) => id !== task.id),
  };
}

const allTasks = ({ overdue, due, doneToday }: Today): TodayTask[] => [...overdue, ...due, ...doneToday];

const countedIn = ({ day, next }: Today, task: TodayTask): number =>
  isOpenTask(task) && task.dueOn > day && task.dueOn <= next.day ? 1 : 0;

const replaced = (list: readonly TodayTask[], task: TodayTask): TodayTask[] =>
  list.map((one) => (one.id === task.id ? task : one));

function settled(today: Today, task: TodayTask): Today {
  const isShown = allTasks(today).some(({ id }) => id === task.id);
  if (!isShown) return task.status === 'done' ? { ...today, doneToday: [task, ...today.doneToday] } : today;
  return {
    ...today,
    overdue: replaced(today.overdue, task),
    due: replaced(today.due, task),
    doneToday: replaced(today.doneToday, task),
  };
}

function bySoonest(a: TodayTask, b: TodayTask): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  const byTime = (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER);
  return byTime || a.id.localeCompare(b.id);
}

export const withoutThread = (today: Today, { threadKey }: WaitingThread): Today => ({
  ...today,
  waiting: today.waiting.filter((one) => one.threadKey !== threadKey),
});

/** Back where it stood: those who wait for us first, the longest waiting first. */
export const withThread = (today: Today, thread: WaitingThread): Today => ({
  ...today,
  waiting: [...withoutThread(today, thread).waiting, thread].sort(
    (a, b) => a.last.localeCompare(b.last) || a.lastAt - b.lastAt,
  ),
});
