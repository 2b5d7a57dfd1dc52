import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const NAME = 'found-step';

/**
 * Marks a part of the one text that `box` shows, without another element: it stays one text to select in. Where the
 * browser cannot, nothing is marked.
 */
export function useMarked(
  box: RefObject<HTMLElement>,
  marked: { start: number; end: number } | undefined,
  shown: string,
): void {
  const { start = 0, end = 0 } = marked ?? {};
  useLayoutEffect(() => {
    const text = box.current?.firstChild;
    if (!(text instanceof Text) || start >= Math.min(end, text.length)) return;
    if (typeof Highlight === 'undefined') return;
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, Math.min(end, text.length));
    CSS.highlights.set(NAME, new Highlight(range));
    return () => void CSS.highlights.delete(NAME);
  }, [start, end, shown]);
}
