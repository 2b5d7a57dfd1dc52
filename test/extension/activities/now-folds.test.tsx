import { afterEach, expect, test } from 'vitest';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import { contextWith, HENGCHUAN, mailOf, matchOf } from './samples.ts';
import {
  answering,
  button,
  capture,
  close,
  find,
  open,
  outboxPayloads,
  press,
  text,
  until,
} from './screen.tsx';

afterEach(close);

const OWN = 'The price is fine.';
const SIGNED = 'Ana Ruiz\nBuyer\nNordvik AS';
const MAIL = mailOf({
  text: `${OWN}\n\n${SIGNED}`,
  folds: [{ kind: 'signature', start: OWN.length + 2, end: OWN.length + 2 + SIGNED.length }],
  quoted: 'From: Li\n\nOld words',
  quotedMessages: 3,
});
const known = contextWith({ accounts: [matchOf(HENGCHUAN)], isCertain: true });
const saved = () => until(() => find('[data-testid=saved]'));
const kept = () => find('[data-testid=kept-text]')?.textContent;

test('what is folded is named and stays behind', async () => {
  capture(MAIL);
  open(<NowScreen />, answering(known));
  await until(() => text().includes('Folded: 3 earlier messages, signature of 3 lines'));
  expect(kept()).toBe(OWN);
  await press('Log');
  await saved();
  expect((await outboxPayloads())[0]?.text).toBe(OWN);
});

test('a folded part can be kept too, and left out again', async () => {
  capture(MAIL);
  open(<NowScreen />, answering(known));
  await press('Folded');
  await press('Keep too: signature of 3 lines');
  await until(() => kept() === `${OWN}\n\n${SIGNED}`);
  expect(text()).toContain('Folded: 3 earlier messages');
  await press('Keep too: 3 earlier messages');
  await until(() => text().includes('Nothing is left out'));
  await press('Leave out: signature of 3 lines');
  await until(() => kept() === `${OWN}\n\nFrom: Li\n\nOld words`);
  await press('Log');
  await saved();
  expect((await outboxPayloads())[0]?.text).toBe(`${OWN}\n\nFrom: Li\n\nOld words`);
});

test('a mail without folds shows no line for them', async () => {
  capture(mailOf({ quoted: undefined }));
  open(<NowScreen />, answering(known));
  await until(() => button('Log'));
  expect(text()).not.toContain('Folded');
});

test('a forward without own words says so', async () => {
  capture(mailOf({ text: '', quoted: 'From: Jon\n\nHello', quotedMessages: 1 }));
  open(<NowScreen />, answering(known));
  await until(() => text().includes('No words of its own.'));
  expect(text()).toContain('Folded: 1 earlier message');
});
