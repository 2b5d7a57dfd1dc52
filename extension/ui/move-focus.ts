const TAKES_FOCUS = 'input:not([disabled]), button';

/**
 * From row to row, to the first thing in each that takes the focus; from elsewhere to the first row in view. False where
 * there is nowhere to go, so that the key scrolls as usual.
 */
export function moveFocus(selector: string, step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(selector)].filter((row) =>
    row.querySelector(TAKES_FOCUS),
  );
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? firstInView(rows) : rows[at + step];
  if (!next) return false;
  focusRow(next);
  return true;
}

export function focusRow(row: HTMLElement): void {
  row.scrollIntoView({ block: 'nearest' });
  row.querySelector<HTMLElement>(TAKES_FOCUS)?.focus({ preventScroll: true });
}

function firstInView(rows: readonly HTMLElement[]): HTMLElement | undefined {
  const top = document.querySelector('.panel-body')?.getBoundingClientRect().top ?? 0;
  return rows.find((row) => row.getBoundingClientRect().top >= top);
}
