import type { Today } from '../../shared/today.ts';
import { writeAbout } from '../activities/write-about.ts';
import { useKeys } from '../app/keyboard.ts';
import { moveFocus } from '../ui/move-focus.ts';
import { openSnooze } from './SnoozeButton.tsx';
import { taskRowId } from './TaskRow.tsx';
import { threadRowId } from './WaitingRow.tsx';

const ROWS = '[data-row]';

/** J and K, ↓ and ↑ move, Enter opens, X settles what the row stands for, S puts it off, L writes about its account. */
export function useTodayKeys(today: Today | undefined): void {
  const down = () => moveFocus(ROWS, 1);
  const up = () => moveFocus(ROWS, -1);
  useKeys({
    j: down,
    arrowdown: down,
    k: up,
    arrowup: up,
    enter: () => press('[data-open]'),
    x: () => press('[data-settle]'),
    l: () => writeAbout(aboutOf(focusedRow()?.id, today)),
    s: () => {
      const row = focusedRow();
      if (!row?.querySelector('[aria-haspopup=menu]')) return false;
      openSnooze.value = row.id;
      return true;
    },
  });
}

function aboutOf(rowId: string | undefined, today: Today | undefined) {
  const { overdue, due, doneToday, waiting } = today ?? { overdue: [], due: [], doneToday: [], waiting: [] };
  const task = [...overdue, ...due, ...doneToday].find((one) => taskRowId(one) === rowId);
  return task ?? waiting.find((one) => threadRowId(one) === rowId) ?? {};
}

const focusedRow = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement ? document.activeElement.closest<HTMLElement>(ROWS) : null;

/** False where the row has none, so that the key is left to the browser. */
function press(part: string): boolean {
  const target = focusedRow()?.querySelector<HTMLElement>(part);
  target?.click();
  return Boolean(target);
}
