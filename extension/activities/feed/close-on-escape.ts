/** For a popover that holds a field: the field has had its own use of Esc before. */
export function closeOnEscape(event: KeyboardEvent, close: () => void): void {
  if (event.key !== 'Escape' || event.isComposing) return;
  event.preventDefault();
  close();
}
