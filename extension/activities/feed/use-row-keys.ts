import { useKeys } from '../../app/keyboard.ts';

/** J and K, ↓ and ↑ move from row to row, F goes to the filters. Enter is the focused row's own. */
export function useRowKeys(): void {
  const down = () => moveFocus(1);
  const up = () => moveFocus(-1);
  useKeys({
    j: down,
    arrowdown: down,
    k: up,
    arrowup: up,
    f: () => document.querySelector<HTMLElement>('#feed-filters button')?.focus(),
  });
}

/** False where there is nowhere to go, so that the key scrolls as usual. */
function moveFocus(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-activity]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? firstInView(rows) : rows[at + step];
  if (!next) return false;
  next.scrollIntoView({ block: 'nearest' });
  next.querySelector('button')?.focus({ preventScroll: true });
  return true;
}

function firstInView(rows: readonly HTMLElement[]): HTMLElement | undefined {
  const top = document.querySelector('.panel-body')?.getBoundingClientRect().top ?? 0;
  return rows.find((row) => row.getBoundingClientRect().top >= top);
}
