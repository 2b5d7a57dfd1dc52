import { expect, test } from 'vitest';
import { choicesOf, type Edits, isAccountOpen, type Known } from '../../../extension/activities/choices.ts';
import {
  CHENGJIANG,
  contextWith,
  describe,
  HENGCHUAN,
  idOf,
  mailOf,
  matchOf,
  me,
  opportunityOf,
  pageOf,
} from './samples.ts';

const certain = contextWith({
  accounts: [matchOf(HENGCHUAN), matchOf(CHENGJIANG)],
  isCertain: true,
  contacts: [
    { id: idOf(5), name: '王建国', accountId: HENGCHUAN.id, email: 'wangjg@hengchuan.example' },
    { id: idOf(6), name: '赵敏仪', accountId: HENGCHUAN.id, email: 'zhao@hengchuan.example' },
  ],
});

async function chosen(known: Partial<Known> = {}, edits: Edits = {}) {
  const captured = known.captured ?? (await describe(mailOf()));
  return choicesOf({ captured, me, context: certain, opportunities: [], ...known }, edits);
}

test('a known sender needs no choice: account, contact and the opportunity with the nearest step are chosen', async () => {
  const choices = await chosen({ opportunities: [opportunityOf(11), opportunityOf(12)] });
  expect(choices).toMatchObject({
    account: HENGCHUAN,
    contactId: idOf(5),
    opportunity: { id: idOf(11) },
    type: 'email',
    direction: 'inbound',
    outcome: 'neutral',
    level: 'full',
    visibility: 'team',
  });
});

test('nothing is chosen among accounts that are not certain', async () => {
  const context = { ...certain, isCertain: false };
  const choices = await chosen({ context, opportunities: [opportunityOf(11)] });
  expect(choices).not.toHaveProperty('account');
  expect(choices).not.toHaveProperty('opportunity');
  expect(isAccountOpen(context, {})).toBe(true);
  expect(isAccountOpen(context, { account: null })).toBe(false);
  expect(isAccountOpen(context, { account: CHENGJIANG })).toBe(false);
});

test('an unknown sender leaves no account to choose from', () => {
  expect(isAccountOpen(contextWith(), {})).toBe(false);
  expect(isAccountOpen(undefined, {})).toBe(false);
});

test('with another account the contact and opportunities of the matched one are not carried over', async () => {
  const choices = await chosen({ opportunities: [opportunityOf(11)] }, { account: CHENGJIANG });
  expect(choices.account).toEqual(CHENGJIANG);
  expect(choices).not.toHaveProperty('contactId');
  expect(choices).not.toHaveProperty('opportunity');
});

test('an opportunity chosen for one account does not follow to another', async () => {
  const opportunities = [opportunityOf(13, CHENGJIANG)];
  const edits = { account: CHENGJIANG, opportunity: { id: idOf(11), name: '' } };
  expect((await chosen({ opportunities }, edits)).opportunity?.id).toBe(idOf(13));
});

test('none, chosen on purpose, stays none', async () => {
  const opportunities = [opportunityOf(11)];
  expect(await chosen({ opportunities }, { opportunity: null })).not.toHaveProperty('opportunity');
  expect(await chosen({ opportunities }, { outcome: null })).not.toHaveProperty('outcome');
  const nobody = await chosen({ opportunities }, { account: null });
  expect(nobody).not.toHaveProperty('account');
  expect(nobody).not.toHaveProperty('contactId');
  expect(nobody).not.toHaveProperty('opportunity');
});

test('without an answer of the server a mail can be logged to nobody', async () => {
  const choices = await chosen({ context: undefined });
  expect(choices).toMatchObject({ type: 'email', outcome: 'neutral', level: 'full' });
  expect(choices).not.toHaveProperty('account');
});

test('an automatic mail has no outcome', async () => {
  const captured = await describe(mailOf({ automatic: 'auto_reply' }));
  expect(await chosen({ captured })).not.toHaveProperty('outcome');
});

test('of a page the selection is kept, else what can be read; neither has a direction', async () => {
  const page = await chosen({ captured: await describe(pageOf()) });
  expect(page).toMatchObject({ type: 'web_capture', text: pageOf().text });
  expect(page).not.toHaveProperty('direction');
  expect(page).not.toHaveProperty('outcome');
  const selected = await describe(pageOf({ selection: ' 十二月投产 ' }));
  expect((await chosen({ captured: selected })).text).toBe('十二月投产');
});

test('who is in no team shows logs to the workspace', async () => {
  const alone = { ...me, user: { ...me.user, teamId: undefined } };
  expect((await chosen({ me: alone })).visibility).toBe('org');
});
