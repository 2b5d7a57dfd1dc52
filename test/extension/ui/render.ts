import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

let root: HTMLElement | undefined;

/** Puts `content` on the page, in the place of what stood there. */
export function show(content: ComponentChildren): HTMLElement {
  const place = root ?? document.body.appendChild(document.createElement('div'));
  root = place;
  act(() => render(content, place));
  return place;
}

afterEach(() => {
  if (!root) return;
  render(null, root);
  root.remove();
  root = undefined;
});

export function press(target: EventTarget | null, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  act(() => void target?.dispatchEvent(event));
  return event;
}

export function click(target: Element | null | undefined): void {
  act(() => {
    if (target instanceof HTMLElement) target.click();
  });
}

/** The element with `role` whose text or label is `name`. */
export function byRole(role: string, name?: string): HTMLElement {
  const found = [
    ...document.querySelectorAll<HTMLElement>(`[role=${role}]${role === 'button' ? ', button' : ''}`),
  ].find(
    (element) =>
      name === undefined ||
      element.getAttribute('aria-label') === name ||
      element.textContent?.trim() === name,
  );
  if (!found) throw new Error(`no ${role} ${name ?? ''}`);
  return found;
}
