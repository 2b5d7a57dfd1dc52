import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { Segmented } from '../../../extension/ui/Segmented.tsx';
import { byRole, press, show } from './render.ts';

function Levels() {
  const [value, setValue] = useState('full');
  const options = ['fact', 'subject', 'summary', 'full'].map((level) => ({ value: level, label: level }));
  return <Segmented label="How much" options={options} value={value} onChange={setValue} />;
}
const state = () =>
  [...document.querySelectorAll('[role=radio]')].map(
    (radio) => `${radio.textContent} ${radio.getAttribute('aria-checked')} ${radio.getAttribute('tabindex')}`,
  );

test('it is one radio group with one stop for the Tab key', () => {
  show(<Levels />);
  expect(byRole('radiogroup').getAttribute('aria-label')).toBe('How much');
  expect(state()).toEqual(['fact false -1', 'subject false -1', 'summary false -1', 'full true 0']);
});

test.each([
  ['ArrowLeft', 'summary'],
  ['ArrowUp', 'summary'],
  ['ArrowRight', 'fact'],
  ['ArrowDown', 'fact'],
  ['Home', 'fact'],
  ['End', 'full'],
])('%s moves from the last to %s, chooses it and keeps the focus', (key, chosen) => {
  show(<Levels />);
  byRole('radio', 'full').focus();
  press(document.activeElement, key);
  expect(document.activeElement?.textContent).toBe(chosen);
  expect(document.activeElement?.getAttribute('aria-checked')).toBe('true');
});

test('Alt+arrow belongs to the browser', () => {
  show(<Levels />);
  expect(press(byRole('radio', 'full'), 'ArrowLeft', { altKey: true }).defaultPrevented).toBe(false);
  expect(byRole('radio', 'full').getAttribute('aria-checked')).toBe('true');
});
