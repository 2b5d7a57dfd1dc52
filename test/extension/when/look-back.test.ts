import { describe, expect, test } from 'vitest';
import { findStep, readTypedStep } from '../../../extension/when/next-step.ts';

const clock = { now: Date.parse('2026-11-10T12:00:00+08:00'), timeZone: 'Asia/Shanghai' };

describe('a mail that tells of a day gone by asks for nothing', () => {
  test.each([
    'Thank you for the call on 3 November.',
    'Thanks for your visit on Tuesday.',
    'Our call will be like the one of 3 November.',
    'Our meeting on Monday went well.',
    'On Monday, we had a good meeting.',
    'I called you yesterday and on Monday.',
    'We sent the quote on Friday.',
    '感谢您11月5日来访。',
    '谢谢您周五来访。',
    '样品已于周五寄出，请查收。',
    '周一开会讨论了价格。',
    '周一上次会议提到的报价。',
    '我司11月5日上门拜访。',
  ])('%s', (mail) => {
    expect(findStep(mail, clock)).toBeUndefined();
  });
});

describe('a plan is one, whatever went before', () => {
  test.each([
    ['Thanks for your mail, could you call me on Friday?', '2026-11-13'],
    ['I was wondering whether we could meet on Friday.', '2026-11-13'],
    ['The quote will be sent on Friday.', '2026-11-13'],
    ['As discussed, I call you on Friday.', '2026-11-13'],
    ['The meeting was moved to next Tuesday.', '2026-11-17'],
    ['Please send the quote by 15 March 2028.', '2028-03-15'],
    ['Please visit us on 20 October 2027.', '2027-10-20'],
    ['Please visit us on 20 April.', '2027-04-20'],
    ['感谢您的回复，下周三我们电话沟通。', '2026-11-18'],
    ['上次说的报价，请周五前发给我。', '2026-11-13'],
    ['样品收到了，周五前给您报价。', '2026-11-13'],
    ['Please call on Friday, thank you for your help.', '2026-11-13'],
    ['已约好明天上午10点开会。', '2026-11-11'],
    ['明年10月20日再上门拜访。', '2027-10-20'],
  ])('%s', (mail, day) => {
    expect(findStep(mail, clock)?.dueOn).toBe(day);
  });
});

test('typed words without a year reach a year ahead', () => {
  expect(readTypedStep('call on 3 November', clock)?.dueOn).toBe('2027-11-03');
});
