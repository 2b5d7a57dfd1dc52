import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Combobox } from '../../../extension/ui/Combobox.tsx';
import type { Option } from '../../../extension/ui/options.tsx';
import { press, show } from './render.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Answer = (options: readonly Option<string>[]) => void;
const asked: { query: string; answer: Answer; fail: () => void; signal: AbortSignal }[] = [];
const chosen: string[] = [];

function field() {
  asked.length = 0;
  chosen.length = 0;
  const search = (query: string, signal: AbortSignal) =>
    new Promise<readonly Option<string>[]>(
      (answer, fail) => void asked.push({ query, answer, fail, signal }),
    );
  const words = { searching: 'Searching', nothing: (query: string) => `No ${query}`, failed: 'Failed' };
  show(<Combobox label="Account" text="" search={search} words={words} onSelect={(id) => chosen.push(id)} />);
  const input = document.querySelector('input');
  if (!input) throw new Error('no input');
  return input;
}

function type(input: HTMLInputElement, value: string, isComposing = false): void {
  input.value = value;
  act(() => void input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing })));
}
const wait = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const options = () => [...document.querySelectorAll('[role=option]')].map((option) => option.textContent);
const account = (name: string): Option<string> => ({ value: name, label: name });

test('it asks once after a pause in typing', async () => {
  const input = field();
  for (const text of ['h', 'he', 'hen']) type(input, text);
  expect(asked).toHaveLength(0);
  await wait(150);
  expect(asked.map(({ query }) => query)).toEqual(['hen']);
});

test('it does not ask while an input method composes', async () => {
  const input = field();
  type(input, 'heng', true);
  await wait(500);
  expect(asked).toHaveLength(0);
  act(() => void input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })));
  await wait(150);
  expect(asked.map(({ query }) => query)).toEqual(['heng']);
});

test('an answer that was overtaken is dropped', async () => {
  const input = field();
  type(input, 'a');
  await wait(150);
  type(input, 'ab');
  await wait(150);
  expect(asked[0]?.signal.aborted).toBe(true);
  await act(async () => asked[1]?.answer([account('Ab')]));
  await act(async () => asked[0]?.answer([account('Late')]));
  expect(options()).toEqual(['Ab']);
});

test('arrows and Enter choose, and the list closes', async () => {
  const input = field();
  type(input, 'h');
  await wait(150);
  await act(async () => asked[0]?.answer([account('Halden'), account('Hengchuan')]));
  press(input, 'ArrowDown');
  press(input, 'Enter');
  expect([chosen, input.getAttribute('aria-expanded')]).toEqual([['Hengchuan'], 'false']);
});

test('Enter that ends a composition chooses nothing', async () => {
  const input = field();
  type(input, 'h');
  await wait(150);
  await act(async () => asked[0]?.answer([account('Halden')]));
  press(input, 'Enter', { isComposing: true });
  expect(chosen).toEqual([]);
});

test('nothing found and a failure are said', async () => {
  const input = field();
  type(input, 'zz');
  await wait(150);
  await act(async () => asked[0]?.answer([]));
  expect(document.querySelector('[role=status]')?.textContent).toBe('No zz');
  type(input, 'zzz');
  await wait(150);
  await act(async () => asked[1]?.fail());
  expect(document.querySelector('[role=status]')?.textContent).toBe('Failed');
});
