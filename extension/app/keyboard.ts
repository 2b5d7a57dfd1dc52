import { useLayoutEffect, useRef } from 'preact/hooks';
import { isMac } from '../ui/platform.ts';
import { preferences } from './preferences.ts';

/**
 * Keys → what they do: `j`, `?`, `arrowdown`, `escape`, `mod+enter`, `alt+1`, `g f` (one after the other). `mod` is
 * Ctrl, on a Mac ⌘. A handler that returns `false` lets the key go on to the screen below and the browser.
 */
export type KeyMap = Record<string, (event: KeyboardEvent) => unknown>;

const layers: { current: KeyMap }[] = [];
const SEQUENCE_MS = 1000;
let prefix = { key: '', at: 0 };

/** Binds `map` while the component stands. The component mounted last is asked first. */
export function useKeys(map: KeyMap): void {
  const layer = useRef(map);
  layer.current = map;
  useLayoutEffect(() => {
    layers.push(layer);
    if (layers.length === 1) document.addEventListener('keydown', onKeyDown);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** What is bound by all that stands. */
export const boundKeys = (): string[] => [...new Set(layers.flatMap(({ current }) => Object.keys(current)))];

function onKeyDown(event: KeyboardEvent): void {
  const name = keyName(event);
  if (event.defaultPrevented || name === undefined) return;
  // A dialog has its own keys: nothing below it may answer.
  if (document.querySelector('dialog[open]')) return;
  if (!mayFire(event, name, preferences.value.singleKeys)) return;
  const sequence = Date.now() - prefix.at < SEQUENCE_MS ? `${prefix.key} ${name}` : undefined;
  prefix = { key: name, at: Date.now() };
  for (const candidate of sequence ? [sequence, name] : [name]) {
    if (runFirst(candidate, event)) {
      event.preventDefault();
      prefix = { key: '', at: 0 };
      return;
    }
  }
}

function runFirst(name: string, event: KeyboardEvent): boolean {
  return layers.toReversed().some(({ current }) => current[name] && current[name](event) !== false);
}

/** As a KeyMap names it; undefined while an input method composes, whose Enter is not Enter. */
export function keyName(event: KeyboardEvent): string | undefined {
  if (event.isComposing || event.keyCode === 229) return undefined;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (other) return undefined;
  const key = plainKey(event, mod);
  const isLetter = /^[a-z0-9]$/.test(key);
  const names = [
    mod && 'mod',
    event.altKey && 'alt',
    event.shiftKey && (isLetter || key.length > 1) && 'shift',
  ];
  return [...names, key].filter(Boolean).join('+');
}

/** Other alphabets and ⌥ change the character: then the place on the keyboard counts. */
function plainKey({ key, code, altKey }: KeyboardEvent, mod: boolean): string {
  const lower = key.toLowerCase();
  const isForeign = lower.length === 1 && lower.charCodeAt(0) > 126;
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase();
  return place && (isForeign || altKey || mod) ? place : lower;
}

/** Keys that a focused control uses itself. */
const OWN_KEYS = /^(?:enter| |arrow(?:up|down|left|right)|home|end|page(?:up|down))$/;

export function mayFire(event: KeyboardEvent, name: string, singleKeys: boolean): boolean {
  const target = event.target instanceof Element ? event.target : undefined;
  const isTyping = target !== undefined && isTextField(target);
  if (name === 'escape') return true;
  // In a field, undo, copy and the like belong to the text.
  if (/^(?:mod|alt)\+/.test(name)) return !isTyping || !/^mod\+(?:shift\+)?[acvxyz]$/.test(name);
  if (isTyping) return false;
  if (OWN_KEYS.test(name)) return !ownsKey(target, name);
  return name.replace('shift+', '').length > 1 || singleKeys;
}

function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement)
    return !/^(?:checkbox|radio|button|submit|range)$/.test(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** What Enter and the space bar press. A checkbox is ticked by the space bar alone. */
const PRESSED = 'button, a[href], summary, [role=button]';

function ownsKey(target: Element | undefined, name: string): boolean {
  const role = target?.getAttribute('role') ?? '';
  if (name === 'enter') return target?.matches(PRESSED) ?? false;
  if (name === ' ') return target?.matches(`${PRESSED}, input`) ?? false;
  return /^(?:radio|tab|menu|listbox|option|slider)$/.test(role);
}
