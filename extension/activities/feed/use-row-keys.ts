import { useKeys } from '../../app/keyboard.ts';
import { moveFocus } from '../../ui/move-focus.ts';

const ROWS = '[data-activity]';

/** J and K, ↓ and ↑ move from row to row, F goes to the filters. Enter is the focused row's own. */
export function useRowKeys(): void {
  const down = () => moveFocus(ROWS, 1);
  const up = () => moveFocus(ROWS, -1);
  useKeys({
    j: down,
    arrowdown: down,
    k: up,
    arrowup: up,
    f: () => document.querySelector<HTMLElement>('#feed-filters button')?.focus(),
  });
}
