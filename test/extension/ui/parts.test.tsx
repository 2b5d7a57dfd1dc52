import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '../../../extension/ui/Button.tsx';
import { Dialog } from '../../../extension/ui/Dialog.tsx';
import { TextField } from '../../../extension/ui/Field.tsx';
import { Loading } from '../../../extension/ui/Loading.tsx';
import { signOf } from '../../../extension/ui/Person.tsx';
import { click, show } from './render.ts';

afterEach(() => void vi.useRealTimers());
const button = () => document.querySelector('button');

test('a button that may not be used keeps the focus, says why and does nothing', () => {
  const act = vi.fn();
  show(
    <Button disabledReason="Pick an account first" onClick={act}>
      Log
    </Button>,
  );
  button()?.focus();
  click(button());
  expect([document.activeElement, button()?.title, act.mock.calls.length]).toEqual([
    button(),
    'Pick an account first',
    0,
  ]);
});

test('a busy submit button does not submit twice', () => {
  const submit = vi.fn((event: Event) => event.preventDefault());
  show(
    <form onSubmit={submit}>
      <Button type="submit" busy busyLabel="Saving">
        Save
      </Button>
    </form>,
  );
  click(button());
  expect([submit.mock.calls.length, button()?.getAttribute('aria-busy')]).toEqual([0, 'true']);
});

test('an error is announced and tied to its field', () => {
  show(<TextField label="Amount" value="abc" error="Enter a number" onChange={() => {}} />);
  const input = document.querySelector('input');
  const described = document.getElementById(input?.getAttribute('aria-describedby') ?? '');
  expect([
    input?.getAttribute('aria-invalid'),
    described?.getAttribute('role'),
    described?.textContent,
  ]).toEqual(['true', 'alert', 'Enter a number']);
  expect(document.querySelector('label')?.getAttribute('for')).toBe(input?.id);
});

function loading(pending: boolean) {
  return (
    <Loading pending={pending} label="Reading" shape={<i id="shape" />}>
      {() => <b>Here</b>}
    </Loading>
  );
}
const isShown = () => !document.querySelector('[aria-busy]')?.classList.contains('invisible');
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('a wait under 150 ms shows no skeleton', () => {
  vi.useFakeTimers();
  show(loading(true));
  pass(140);
  expect(isShown()).toBe(false);
  show(loading(false));
  expect(document.body.textContent).toContain('Here');
});

test('a skeleton once shown stays 300 ms', () => {
  vi.useFakeTimers();
  show(loading(true));
  pass(160);
  expect(isShown()).toBe(true);
  show(loading(false));
  pass(200);
  expect(document.querySelector('b')).toBeNull();
  pass(100);
  expect(document.querySelector('b')?.textContent).toBe('Here');
});

function Asking({ isOpen }: { isOpen: boolean }) {
  return (
    <>
      <button type="button">Open</button>
      {isOpen && (
        <Dialog title="Delete?" onClose={() => {}} actions={<Button>Cancel</Button>}>
          <p>Text</p>
        </Dialog>
      )}
    </>
  );
}

test('a dialog gives the focus back to where it came from', () => {
  show(<Asking isOpen={false} />);
  button()?.focus();
  show(<Asking isOpen />);
  const dialog = document.querySelector('dialog');
  expect([dialog?.open, dialog?.textContent]).toEqual([true, 'Delete?TextCancel']);
  dialog?.querySelector('button')?.focus();
  show(<Asking isOpen={false} />);
  expect(document.activeElement).toBe(button());
});

test.each([
  ['王建国', 'person', '国'],
  ['Priya Shah', 'person', 'P'],
  ['衡川精密制造', 'organisation', '衡'],
  ['“Halden” Ltd', 'organisation', 'H'],
  ['李敏 (华东)', 'person', '东'],
  ['…', 'person', ''],
] as const)('the sign of %s, a %s, is %s', (name, kind, sign) => {
  expect(signOf(name, kind)).toBe(sign);
});
