import { describe, expect, test } from 'vitest';
import { snoozeChoices } from '../../../extension/tasks/snooze-times.ts';
import { withoutThread, withTask, withThread } from '../../../extension/tasks/today-lists.ts';
import { openCount } from '../../../extension/tasks/use-today.ts';
import { addDays } from '../../../shared/day.ts';
import { DAY, late, task, thread, today } from './samples.ts';

const TOMORROW = addDays(DAY, 1);
const ids = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => Number(id.slice(-4)));

describe('a changed task', () => {
  const [first, second] = [late(1), late(2)];
  const due = task(3);
  const day = today({ overdue: [first, second], due: [due] });

  test('that is done stays where it stood, and counts no more', () => {
    const after = withTask(day, { ...first, status: 'done' }, first);
    expect(ids(after.overdue)).toEqual([1, 2]);
    expect([openCount(day), openCount(after)]).toEqual([3, 2]);
  });

  test('that is put off goes, is counted once for its day, and comes back when that is undone', () => {
    const moved = { ...first, dueOn: TOMORROW };
    const shown = withTask(day, moved, first);
    const saved = withTask(shown, { ...moved, version: 2 }, moved);
    expect([ids(saved.overdue), saved.next.count]).toEqual([[2], 1]);
    const undone = withTask(saved, first, moved);
    expect([ids(undone.overdue), undone.next.count]).toEqual([[1, 2], 0]);
  });

  test('that is put off within today moves to its time', () => {
    const noon = task(4, { dueAt: 12 });
    const after = withTask({ ...day, due: [noon, due] }, { ...second, dueOn: DAY, dueAt: 13 }, second);
    expect([ids(after.overdue), ids(after.due)]).toEqual([[1], [4, 2, 3]]);
  });

  test('that is reopened among those done stands under its day again', () => {
    const done = late(5, { status: 'done' });
    const after = withTask({ ...day, doneToday: [done] }, { ...done, status: 'todo' }, done);
    expect([ids(after.overdue), after.doneToday]).toEqual([[1, 2, 5], []]);
  });
});

test('a conversation that comes back stands where it stood', () => {
  const all = [thread(9), thread(5), thread(12, { last: 'outbound' })];
  const day = today({ waiting: all });
  const five = thread(5, { lastAt: all[1]?.lastAt ?? 0 });
  expect(withThread(withoutThread(day, five), five).waiting).toEqual(all);
});

describe('something is put off', () => {
  const at = (time: string) =>
    snoozeChoices({
      now: Date.parse(`2026-11-18T${time}+08:00`),
      today: '2026-11-18',
      timeZone: 'Asia/Shanghai',
    });
  test('to later today on the half hour, to tomorrow, or to Monday', () => {
    expect(at('10:05')).toEqual([
      { code: 'later', to: { dueOn: '2026-11-18', dueAt: Date.parse('2026-11-18T12:30+08:00') } },
      { code: 'tomorrow', to: { dueOn: '2026-11-19' } },
      { code: 'next_monday', to: { dueOn: '2026-11-23' } },
    ]);
  });
  test('no more to later today once the day is nearly over', () => {
    expect(at('21:40').map(({ code }) => code)).toEqual(['tomorrow', 'next_monday']);
  });
});
