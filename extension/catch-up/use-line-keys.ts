import { useKeys } from '../app/keyboard.ts';
import { moveFocus } from '../ui/move-focus.ts';

const LINES = '[data-line]';

/** J and K, ↓ and ↑ move from message to message, X takes one or leaves it out. */
export function useLineKeys(saveAll: () => void): void {
  const down = () => moveFocus(LINES, 1);
  const up = () => moveFocus(LINES, -1);
  useKeys({
    j: down,
    arrowdown: down,
    k: up,
    arrowup: up,
    x: () => {
      const box = document.activeElement
        ?.closest(LINES)
        ?.querySelector<HTMLInputElement>('input:not([disabled])');
      box?.click();
      return box !== undefined && box !== null;
    },
    'mod+enter': saveAll,
  });
}
