import type { TaskChange } from '../../shared/task.ts';
import type { TodayTask } from '../../shared/today.ts';
import { relativeDay } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { changeTask } from './change-task.ts';
import { offerUndo } from './offer-undo.ts';
import type { SnoozeTo } from './snooze-times.ts';

const IN_PARALLEL = 4;

/** Done, or not done after all. */
export function setDone(task: TodayTask, isDone: boolean): void {
  const saving = changeTask(task, { status: isDone ? 'done' : 'todo' });
  if (!isDone) return;
  const { id, title } = task;
  offerUndo({ text: t('today.done', { title }), about: id, saving, undo: () => takeBack(task, saving) });
}

export function snoozeTask(task: TodayTask, to: SnoozeTo): void {
  const saving = changeTask(task, to);
  const { id, title } = task;
  const text =
    to.dueAt === undefined
      ? t('today.moved', { when: relativeDay(to.dueOn, here()), title })
      : t('today.moved_later', { title });
  offerUndo({ text, about: id, saving, undo: () => takeBack(task, saving) });
}

/** Everything overdue at once, saved a few at a time. */
export function moveAll(tasks: readonly TodayTask[], dueOn: string): void {
  const lanes: Promise<unknown>[] = [];
  const changes = tasks.map((task, i) => {
    const lane = i % IN_PARALLEL;
    const saving = (lanes[lane] ?? Promise.resolve()).then(() => changeTask(task, { dueOn }));
    lanes[lane] = saving;
    return { task, saving };
  });
  offerUndo({
    text: t('today.moved_all', { when: relativeDay(dueOn, here()), count: tasks.length }),
    saving: Promise.all(changes.map(({ saving }) => saving)).then((saved) => saved.some(Boolean)),
    undo: () => Promise.all(changes.map(({ task, saving }) => takeBack(task, saving))),
  });
}

/** As it was before; what was not saved needs none of it. */
async function takeBack(before: TodayTask, saving: Promise<TodayTask | undefined>): Promise<void> {
  const saved = await saving;
  if (!saved) return;
  const { status, dueOn, dueAt } = before;
  const change: TaskChange = {
    ...(saved.status !== status && { status }),
    ...((saved.dueOn !== dueOn || saved.dueAt !== dueAt) && { dueOn, dueAt: dueAt ?? null }),
  };
  await changeTask(saved, change);
}
