import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusRow } from '../ui/move-focus.ts';

const rowsNow = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** A row that goes while it holds the focus hands it to the one that takes its place. Whoever has left the rows is left alone. */
export function useKeptFocus(shown: unknown): void {
  const held = useRef<{ element: Element; id: string; at: number }>();
  useLayoutEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const rows = rowsNow();
      const element = target as Element;
      const at = rows.findIndex((row) => row.contains(element));
      held.current = at < 0 ? undefined : { element, id: rows[at]?.id ?? '', at };
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    const { element, id, at } = held.current;
    if (element.isConnected) return;
    const rows = rowsNow();
    const next = rows.find((row) => row.id === id) ?? rows[Math.min(at, rows.length - 1)];
    if (next) focusRow(next);
    else document.getElementById('screen')?.focus();
  }, [shown]);
}
