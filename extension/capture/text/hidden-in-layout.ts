import type { IsHidden } from './hidden.ts';

/**
 * The elements of a drawn page that nobody sees. Opacity does not count: pages fade their text in on scrolling.
 * `checkVisibility` says no to `display: contents`, whose children are seen.
 */
export const hiddenInLayout: IsHidden = (element) => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style || style.display === 'contents') return false;
  if (style.display === 'none' || style.visibility === 'hidden') return true;
  if (element.checkVisibility?.() === false) return true;
  return (style.position === 'absolute' || style.position === 'fixed') && isOutOfSight(element);
};

/** Text for screen readers and for search engines stands off the page, or in a box of one pixel. */
function isOutOfSight(element: Element): boolean {
  const box = element.getBoundingClientRect();
  const scrolled = element.ownerDocument.defaultView;
  if (box.width === 0 && box.height === 0) return false;
  const isOff = box.right + (scrolled?.scrollX ?? 0) <= 0 || box.bottom + (scrolled?.scrollY ?? 0) <= 0;
  return isOff || (box.width <= 1 && box.height <= 1);
}
