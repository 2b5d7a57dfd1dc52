import { signal } from '@preact/signals';

export type View =
  | { name: 'now' }
  | { name: 'feed' }
  | { name: 'today' }
  | { name: 'record'; id: string }
  | { name: 'write'; about?: WriteAbout }
  | { name: 'queue' }
  /** The messages ticked in the list of the page. */
  | { name: 'catch_up' }
  | { name: 'settings' }
  /** Signing in again, or on another server, while somebody is known here. */
  | { name: 'sign_in'; change?: 'server' }
  | { name: 'search'; query?: string };

/** What a written log is about, where one came from a record. */
export type WriteAbout = {
  account?: { id: string; name: string };
  contact?: { id: string; name: string };
  lead?: { id: string; name: string };
  opportunity?: { id: string; name: string };
};

type Left = { view: View; focusId: string | undefined; scrollTop: number };

export const view = signal<View>({ name: 'now' });
const trail: Left[] = [];
/** Set by `back`: what the screen that appears should restore. */
let returning: Left | undefined;

/** Root screens: going there forgets the way back. */
const ROOTS: readonly View['name'][] = ['now', 'feed', 'today'];

const body = (): Element | null => document.querySelector('.panel-body');

export function go(next: View): void {
  const here = view.peek();
  const isSame = here.name === next.name && JSON.stringify(here) === JSON.stringify(next);
  if (isSame) return;
  returning = undefined;
  if (ROOTS.includes(next.name)) trail.length = 0;
  else
    trail.push({
      view: here,
      focusId: document.activeElement?.id || undefined,
      scrollTop: body()?.scrollTop ?? 0,
    });
  view.value = next;
}

/** To where one came from, with its scroll position and focus; to Now from anywhere else. */
export function back(): void {
  returning = trail.pop();
  view.value = returning?.view ?? { name: 'now' };
}

/** Shows `next` in the place of this screen, with the same way back; `focusId` is what to come back to. */
export function replace(next: View, focusId?: string): void {
  const left = trail.at(-1);
  if (left && focusId) left.focusId = focusId;
  view.value = next;
}

/** The screen that `back` leads to. */
export const cameFrom = (): View['name'] | undefined => trail.at(-1)?.view.name;

export const canGoBack = (): boolean => trail.length > 0;

/** For the shell, once the new screen stands: puts scroll and focus where they belong. */
export function settleFocus(screen: HTMLElement): void {
  const left = returning;
  returning = undefined;
  const scroller = body();
  if (left && scroller) scroller.scrollTop = left.scrollTop;
  const before = left?.focusId ? document.getElementById(left.focusId) : null;
  const target = before ?? screen.querySelector<HTMLElement>('[data-autofocus]') ?? screen;
  target.focus({ preventScroll: true });
  before?.scrollIntoView({ block: 'nearest' });
}
