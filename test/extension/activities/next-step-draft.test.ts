import { describe, expect, test } from 'vitest';
import { nextStepOf } from '../../../extension/activities/new-activity.ts';
import { accepted, isAhead, onDay, typed } from '../../../extension/activities/next-step-draft.ts';
import { readTypedStep } from '../../../extension/when/next-step.ts';

const now = Date.parse('2026-11-18T04:00:00Z');
const clock = { now, timeZone: 'Asia/Shanghai' };
const usualDay = '2026-11-19';
const type = (text: string, before?: Parameters<typeof typed>[1]['before']) => {
  const spoken = readTypedStep(text, clock);
  return typed(text, { before, spoken, kind: spoken?.kind ?? 'other', usualDay });
};

describe('what is typed', () => {
  test('names its day, time and kind, and the task is called by the rest', () => {
    const draft = type('下周三下午3点电话');
    expect(nextStepOf(draft, 'task')).toEqual({
      taskId: 'task',
      kind: 'call',
      text: '电话',
      dueOn: '2026-11-25',
      dueAt: Date.parse('2026-11-25T07:00:00Z'),
    });
  });

  test('falls on the usual day while it names none', () => {
    expect(nextStepOf(type('send the offer'), 'task')).toMatchObject({
      text: 'send the offer',
      dueOn: usualDay,
    });
  });

  test('leaves a day that was chosen by hand, and still keeps its words out of the name', () => {
    const chosen = onDay(type('call next Tuesday'), '2026-12-01');
    const draft = type('call him next Tuesday', chosen);
    expect(nextStepOf(draft, 'task')).toEqual({
      taskId: 'task',
      kind: 'call',
      text: 'call him',
      dueOn: '2026-12-01',
    });
  });

  test('leaves a kind that was chosen by hand', () => {
    const chosen = { ...type('call Friday'), kind: 'visit' as const, isKindChosen: true };
    expect(type('call Friday again', chosen).kind).toBe('visit');
  });
});

test('another day takes the time away that was agreed for the first', () => {
  expect(onDay(type('下周三下午3点电话'), '2026-11-26').dueAt).toBeUndefined();
});

test('an accepted step keeps its day however it is worded afterwards', () => {
  const spoken = readTypedStep('call Friday 10:00', clock);
  const draft = spoken && accepted(spoken);
  expect(type('call about tomorrow', draft)).toMatchObject({ dueOn: '2026-11-20', dueAt: spoken?.dueAt });
});

test('what a mail agreed on is offered only while it is ahead', () => {
  expect(isAhead({ dueOn: '2026-11-18' }, '2026-11-18')).toBe(true);
  expect(isAhead({ dueOn: '2026-11-17' }, '2026-11-18')).toBe(false);
  expect(isAhead({ dueOn: '2026-11-18', dueAt: now - 1 }, '2026-11-18', now)).toBe(false);
});
