import { expect, test } from 'vitest';
import { findStep, readTypedStep } from '../../../extension/when/next-step.ts';

const clock = { now: Date.parse('2026-11-18T12:00:00+08:00'), timeZone: 'Asia/Shanghai' };
const at = (time: string) => Date.parse(`${time}+08:00`);

test.each([
  ['下周三下午3点电话', { kind: 'call', title: '电话', dueOn: '2026-11-25', dueAt: at('2026-11-25T15:00') }],
  ['call next Tuesday', { kind: 'call', title: 'call', dueOn: '2026-11-24' }],
  ['Send price list by Friday', { kind: 'email', title: 'Send price list', dueOn: '2026-11-20' }],
  ['周五前发合同稿', { kind: 'email', title: '发合同稿', dueOn: '2026-11-20' }],
  ['明天上门看现场', { kind: 'visit', title: '上门看现场', dueOn: '2026-11-19' }],
  ['on Monday: demo with QA', { kind: 'meeting', title: 'demo with QA', dueOn: '2026-11-23' }],
  ['Friday', { kind: 'other', title: 'Friday', dueOn: '2026-11-20' }],
])('typed: %s', (text, expected) => {
  expect(readTypedStep(text, clock)).toMatchObject(expected);
});

test('typed words without a day name none', () => {
  expect(readTypedStep('send the offer', clock)).toBeUndefined();
});

test('in a mail it is the first day whose sentence names something to do', () => {
  const zh =
    '李经理，报价收到。但交期45天太长，产线12月28日要试跑，能否压到30天？下周三下午三点我和生产部赵工跟您电话定一下。';
  expect(findStep(zh, clock)).toMatchObject({
    kind: 'call',
    dueOn: '2026-11-25',
    dueAt: at('2026-11-25T15:00'),
    title: '下周三下午三点我和生产部赵工跟您电话定一下',
  });
  const en =
    'Thanks for the samples. We test them until 30 November.\nCould you call me on Tuesday at 10? Regards';
  expect(findStep(en, clock)).toMatchObject({
    kind: 'call',
    dueOn: '2026-11-24',
    dueAt: at('2026-11-24T10:00'),
  });
});

test('a mail that only tells of days asks for nothing', () => {
  expect(findStep('Our office is closed on Friday. The fair begins on 3 December.', clock)).toBeUndefined();
});
