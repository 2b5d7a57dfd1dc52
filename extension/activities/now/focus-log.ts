/** After a choice that took its own control away, the focus goes on to Log, which is what comes next. */
export function focusLog(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.action-bar [data-autofocus]')?.focus());
}
