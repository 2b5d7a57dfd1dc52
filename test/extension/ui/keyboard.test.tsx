import { beforeEach, expect, test, vi } from 'vitest';
import { type KeyMap, useKeys } from '../../../extension/app/keyboard.ts';
import { preferences } from '../../../extension/app/preferences.ts';
import { press, show } from './render.ts';

function Bound({ map }: { map: KeyMap }) {
  useKeys(map);
  return (
    <>
      <input id="field" />
      <input id="box" type="checkbox" />
      <button id="button" type="button" />
      <button id="tab" type="button" role="tab" aria-selected="true" />
    </>
  );
}
const at = (id: string) => document.getElementById(id);
const bound = (...keys: string[]) => {
  const map = Object.fromEntries(keys.map((key) => [key, vi.fn()]));
  show(<Bound map={map} />);
  return map;
};
beforeEach(() => {
  preferences.value = { ...preferences.value, singleKeys: true };
});

test('a letter fires, and the browser does nothing else with it', () => {
  const { j } = bound('j');
  expect(press(document.body, 'j').defaultPrevented).toBe(true);
  expect(j).toHaveBeenCalledOnce();
});

test.each([
  ['j', 'field'],
  ['/', 'field'],
  ['?', 'field'],
  ['arrowdown', 'field'],
  ['arrowdown', 'tab'],
  ['enter', 'button'],
  [' ', 'box'],
])('%s does not fire from %s', (key, id) => {
  const map = bound(key);
  press(at(id), key);
  expect(map[key]).not.toHaveBeenCalled();
});

test('a letter fires from a checkbox, which takes no text', () => {
  const { j } = bound('j');
  press(at('box'), 'j');
  expect(j).toHaveBeenCalledOnce();
});

test('Ctrl+Enter fires while typing, but not while an input method composes', () => {
  const map = bound('mod+enter');
  press(at('field'), 'Enter', { ctrlKey: true, isComposing: true });
  press(at('field'), 'Process', { ctrlKey: true, keyCode: 229 } as KeyboardEventInit);
  expect(map['mod+enter']).not.toHaveBeenCalled();
  press(at('field'), 'Enter', { ctrlKey: true });
  expect(map['mod+enter']).toHaveBeenCalledOnce();
});

test('Ctrl+Z in a field undoes typing, elsewhere it is ours', () => {
  const map = bound('mod+z');
  expect(press(at('field'), 'z', { ctrlKey: true, code: 'KeyZ' }).defaultPrevented).toBe(false);
  press(document.body, 'z', { ctrlKey: true, code: 'KeyZ' });
  expect(map['mod+z']).toHaveBeenCalledOnce();
});

test('single keys can be switched off; combinations and Esc stay', () => {
  preferences.value = { ...preferences.value, singleKeys: false };
  const map = bound('j', '?', 'g n', 'mod+k', 'escape', 'arrowdown');
  for (const key of ['j', '?', 'g', 'n', 'Escape', 'ArrowDown']) press(document.body, key);
  press(document.body, 'k', { ctrlKey: true, code: 'KeyK' });
  const fired = Object.keys(map).filter((key) => map[key]?.mock.calls.length);
  expect(fired).toEqual(['mod+k', 'escape', 'arrowdown']);
});

test('G then N is one key, and a plain N still works', () => {
  const map = bound('g n', 'n');
  press(document.body, 'g');
  press(document.body, 'n');
  expect([map['g n']?.mock.calls.length, map.n?.mock.calls.length]).toEqual([1, 0]);
  press(document.body, 'n');
  expect(map.n).toHaveBeenCalledOnce();
});

test('another alphabet and ⌥ do not change which key it is', () => {
  const map = bound('j', 'alt+1');
  press(document.body, 'о', { code: 'KeyJ' });
  press(document.body, '¡', { code: 'Digit1', altKey: true });
  expect([map.j?.mock.calls.length, map['alt+1']?.mock.calls.length]).toEqual([1, 1]);
});

test('what was mounted last is asked first, and may let the key through', () => {
  const order: string[] = [];
  const letThrough = () => {
    order.push('inner');
    return false;
  };
  show(
    <>
      <Bound map={{ escape: () => order.push('outer') }} />
      <Bound map={{ escape: letThrough }} />
    </>,
  );
  press(document.body, 'Escape');
  expect(order).toEqual(['inner', 'outer']);
});

test('an open dialog keeps the keys of the screen below from firing', () => {
  const { j } = bound('j');
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.setAttribute('open', '');
  press(dialog, 'j');
  dialog.remove();
  expect(j).not.toHaveBeenCalled();
});
