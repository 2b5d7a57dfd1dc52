import { useKeys } from '../app/keyboard.ts';
import { moveFocus } from '../ui/move-focus.ts';
import { openSnooze } from './SnoozeButton.tsx';

const ROWS = '[data-row]';

/** J and K, ↓ and ↑ move, Enter opens, X settles what the row stands for, S puts it off. */
export function useTodayKeys(): void {
  const down = () => moveFocus(ROWS, 1);
  const up = () => moveFocus(ROWS, -1);
  useKeys({
    j: down,
    arrowdown: down,
    k: up,
    arrowup: up,
    enter: () => press('[data-open]'),
    x: () => press('[data-settle]'),
    s: () => {
      const row = focusedRow();
      if (!row?.querySelector('[aria-haspopup=menu]')) return false;
      openSnooze.value = row.id;
      return true;
    },
  });
}

const focusedRow = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement ? document.activeElement.closest<HTMLElement>(ROWS) : null;

/** False where the row has none, so that the key is left to the browser. */
function press(part: string): boolean {
  const target = focusedRow()?.querySelector<HTMLElement>(part);
  target?.click();
  return Boolean(target);
}
