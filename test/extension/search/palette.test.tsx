import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Entry } from '../../../extension/app/search/entries.ts';
import { foundGroups } from '../../../extension/app/search/entries.ts';
import { Palette } from '../../../extension/app/search/Palette.tsx';

const groups = foundGroups(
  {
    names: [
      { kind: 'account', id: 'a', name: '衡川精密制造' },
      { kind: 'contact', id: 'c', name: '王建国', accountId: 'a', hint: '衡川精密制造' },
    ],
    activities: [],
  },
  [],
);
const root = document.createElement('div');
document.body.append(root);
afterEach(() => act(() => render(null, root)));

function show(found = { groups, isSearching: false, isNothing: false, error: null as unknown }) {
  const onOpen = vi.fn<(entry: Entry) => void>();
  act(() => render(<Palette typed="衡川" onType={() => {}} found={found} onOpen={onOpen} />, root));
  return { onOpen, field: root.querySelector('input') as HTMLInputElement };
}

const press = (field: HTMLInputElement, key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  act(() => void field.dispatchEvent(event));
};
const chosen = () => root.querySelector('[aria-selected=true]');

test('the first entry is chosen and Enter opens it', () => {
  const { onOpen, field } = show();
  expect(field.getAttribute('aria-activedescendant')).toBe(chosen()?.id);
  press(field, 'Enter');
  expect(onOpen.mock.calls[0]?.[0].key).toBe('account-a');
});

test('arrows go through all groups and around', () => {
  const { onOpen, field } = show();
  press(field, 'ArrowDown');
  expect(chosen()?.textContent).toContain('王建国');
  press(field, 'ArrowDown');
  press(field, 'Enter');
  expect(onOpen.mock.calls[0]?.[0].key).toBe('do-write');
  press(field, 'ArrowDown');
  expect(chosen()?.textContent).toContain('衡川精密制造');
});

test('the Enter that ends a composition opens nothing', () => {
  const { onOpen, field } = show();
  press(field, 'Enter', { isComposing: true });
  expect(onOpen).not.toHaveBeenCalled();
});

test('what was typed stands out in the names', () => {
  show();
  expect(root.querySelector('[role=option] b')?.textContent).toBe('衡川');
});

test('nothing found says so and offers to write', () => {
  const nothing = foundGroups({ names: [], activities: [] }, []);
  show({ groups: nothing, isSearching: false, isNothing: true, error: null });
  expect(root.querySelector('[role=status]')?.textContent).toContain('衡川');
  expect(root.querySelectorAll('[role=option]')).toHaveLength(1);
});

test('a failed search is an alert, and writing is still on offer', () => {
  show({
    groups: foundGroups({ names: [], activities: [] }, []),
    isSearching: false,
    isNothing: false,
    error: new Error(),
  });
  expect(root.querySelector('[role=alert]')).not.toBeNull();
  expect(root.querySelectorAll('[role=option]')).toHaveLength(1);
});
