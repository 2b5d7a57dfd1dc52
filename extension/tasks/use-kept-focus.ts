import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusRow } from '../ui/move-focus.ts';

const rowsNow = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** A row that goes while it holds the focus hands it to the one that takes its place. */
export function useKeptFocus(shown: unknown): void {
  const held = useRef<{ id: string; at: number }>();
  useLayoutEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const rows = rowsNow();
      const at = rows.findIndex((row) => row.contains(target as Node));
      held.current = at < 0 ? undefined : { id: rows[at]?.id ?? '', at };
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    const { id, at } = held.current;
    const rows = rowsNow();
    const next = rows.find((row) => row.id === id) ?? rows[Math.min(at, rows.length - 1)];
    if (next) focusRow(next);
    else document.getElementById('screen')?.focus();
  }, [shown]);
}
