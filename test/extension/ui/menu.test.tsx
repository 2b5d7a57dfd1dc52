import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { MoreButton } from '../../../extension/ui/MenuButton.tsx';
import { PropMenu } from '../../../extension/ui/PropRow.tsx';
import { findByTyping } from '../../../extension/ui/type-ahead.ts';
import { byRole, click, press, show } from './render.ts';

const OUTCOMES = ['Positive', 'Neutral', 'Negative'].map((label) => ({ value: label.toLowerCase(), label }));

function Outcome() {
  const [value, setValue] = useState<string | undefined>('neutral');
  const text = OUTCOMES.find((option) => option.value === value)?.label;
  return <PropMenu label="Outcome" text={text} options={OUTCOMES} value={value} onSelect={setValue} />;
}
const trigger = () => document.querySelector('button');
const activeText = () => {
  const id = byRole('listbox').getAttribute('aria-activedescendant');
  return document.getElementById(id ?? '')?.textContent;
};

test('a property opens its list in place, standing on what is chosen', () => {
  show(<Outcome />);
  expect(trigger()?.getAttribute('aria-label')).toBe('Outcome: Neutral');
  click(trigger());
  expect(trigger()?.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(byRole('listbox', 'Outcome'));
  expect(activeText()).toBe('Neutral');
});

test('a list has the focus as soon as it stands, so that no key falls beside it', async () => {
  show(<Outcome />);
  // Not by `click`, which waits until everything is done: a quick hand does not.
  trigger()?.click();
  await Promise.resolve();
  expect(document.activeElement).toBe(byRole('listbox', 'Outcome'));
});

test('arrows and Enter choose, and the focus goes back to the property', () => {
  show(<Outcome />);
  click(trigger());
  press(byRole('listbox'), 'ArrowDown');
  expect(activeText()).toBe('Negative');
  press(byRole('listbox'), 'Enter');
  expect(trigger()?.textContent).toBe('Negative');
  expect(document.activeElement).toBe(trigger());
  expect(document.querySelector('[role=listbox]')).toBeNull();
});

test('Esc closes without choosing and does not reach the screen below', () => {
  show(<Outcome />);
  const seen: string[] = [];
  const listen = ({ key }: KeyboardEvent) => seen.push(key);
  document.addEventListener('keydown', listen);
  click(trigger());
  press(byRole('listbox'), 'ArrowUp');
  press(byRole('listbox'), 'Escape');
  document.removeEventListener('keydown', listen);
  expect([trigger()?.textContent, document.activeElement, seen]).toEqual(['Neutral', trigger(), []]);
});

test.each([
  ['n', 0, 1],
  ['nn', 1, 2],
  ['neg', 0, 2],
  ['p', 2, 0],
  ['x', 0, -1],
])('typing %s from %d finds %d', (text, from, found) => {
  expect(findByTyping(OUTCOMES, from, text)).toBe(found);
});

test('the … button is a menu of actions', () => {
  const done: string[] = [];
  const options = [
    { value: 'retry', label: 'Try again' },
    { value: 'discard', label: 'Discard…', danger: true },
  ];
  show(<MoreButton label="More" options={options} onSelect={(action) => done.push(action)} />);
  click(trigger());
  expect(byRole('menu', 'More').querySelectorAll('[role=menuitem]')).toHaveLength(2);
  click(byRole('menuitem', 'Discard…'));
  expect(done).toEqual(['discard']);
});
