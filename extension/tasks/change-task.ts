import { signal } from '@preact/signals';
import type { Task, TaskChange } from '../../shared/task.ts';
import type { Today, TodayTask } from '../../shared/today.ts';
import { api, unwrap } from '../api/client.ts';
import { ApiFailure } from '../api/failures.ts';
import { queryClient } from '../app/queries.ts';
import { changeDay, wantReading } from './change-day.ts';
import { withTask } from './today-lists.ts';
import { TODAY_KEY } from './use-today.ts';

/** Why a change did not come about: stands at its task until it is answered. `theirs`: what somebody else saved. */
export type Trouble = { task: TodayTask; change: TaskChange; error: unknown; theirs?: TodayTask };

export const troubles = signal<ReadonlyMap<string, Trouble>>(new Map());

export function setTrouble(id: string, trouble: Trouble | undefined): void {
  const rest = [...troubles.peek()].filter(([known]) => known !== id);
  troubles.value = new Map(trouble ? [...rest, [id, trouble]] : rest);
}

/** Changes of one task follow each other: the later one is based on what the earlier one has become. */
const latest = new Map<string, Promise<Task | undefined>>();

/**
 * Shows the task as changed at once and saves it. Resolves to the task as saved; where it was refused the former state is
 * back, the reason stands at the task, and it resolves to undefined.
 */
export function changeTask(task: TodayTask, change: TaskChange): Promise<TodayTask | undefined> {
  setTrouble(task.id, undefined);
  return changeDay(() => showAndSave(task, change));
}

async function showAndSave(task: TodayTask, change: TaskChange): Promise<TodayTask | undefined> {
  const expected = { ...task, ...shownChange(change) };
  showTask(expected, task);
  const earlier = latest.get(task.id);
  const saving = saveAfter(earlier, task, change);
  const settled = saving.catch(() => undefined);
  latest.set(task.id, settled);
  // The answer to an earlier change must not hide a later one that is on its way.
  const isLatest = () => latest.get(task.id) === settled;
  try {
    const saved = { ...without(task, change), ...(await saving) };
    if (isLatest()) showTask(saved, expected);
    if (isAhead(saved)) wantReading();
    return saved;
  } catch (error) {
    if (isLatest()) showTask(task, expected);
    setTrouble(task.id, await troubleOf({ task, change, error }));
    return undefined;
  }
}

async function saveAfter(
  earlier: Promise<Task | undefined> | undefined,
  task: TodayTask,
  change: TaskChange,
) {
  const version = Math.max((await earlier)?.version ?? 0, task.version);
  return unwrap(
    api().api.v1.tasks[':id'].$patch(
      { param: { id: task.id }, json: change },
      { headers: { 'if-match': `"${version}"` } },
    ),
  );
}

/** What a change makes of a task on screen, before the server has said so. */
export function shownChange({ dueAt, ...change }: TaskChange): Partial<TodayTask> {
  const isOtherDay = change.dueOn !== undefined || dueAt !== undefined;
  return { ...change, ...(isOtherDay && { dueAt: dueAt ?? undefined }) };
}

/** Fields that the server leaves out are gone. */
function without(task: TodayTask, change: TaskChange): TodayTask {
  return { ...task, ...shownChange(change), dueAt: undefined };
}

async function troubleOf(trouble: Trouble): Promise<Trouble | undefined> {
  const { error, task } = trouble;
  if (!(error instanceof ApiFailure) || error.code !== 'stale_version') return trouble;
  try {
    const theirs = await unwrap(api().api.v1.tasks[':id'].$get({ param: { id: task.id } }));
    showTask(theirs, task);
    return { ...trouble, theirs };
  } catch (cause) {
    return { ...trouble, error: cause };
  }
}

/** What is due later stands in no list of the day: how many there are is the server's to say. */
function isAhead({ id }: TodayTask): boolean {
  const today = queryClient.getQueryData<Today>(TODAY_KEY);
  return !(today && [...today.overdue, ...today.due].some((task) => task.id === id));
}

function showTask(task: TodayTask, before: TodayTask): void {
  queryClient.setQueryData<Today>(TODAY_KEY, (today) => today && withTask(today, task, before));
}
