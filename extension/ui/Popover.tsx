import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const GAP = 4;
const EDGE = 8;

type PopoverProps = {
  anchor: RefObject<HTMLElement>;
  onClose: () => void;
  /** As wide as what it hangs from, for a combobox. */
  matchWidth?: boolean;
  children: ComponentChildren;
};

/**
 * Floats in the top layer at its anchor, below or above as there is room. A press outside closes it, and so does Esc,
 * once what stands in it had its own use of that key; then the focus goes back to the anchor.
 */
export function Popover({ anchor, onClose, matchWidth, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  // References are set before any layout effect: what stands in the box can take the focus in its own.
  const shown = useCallback((element: HTMLDivElement | null) => {
    box.current = element;
    element?.showPopover?.();
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    const from = anchor.current;
    if (!element || !from) return;
    const settle = () => place(element, from, matchWidth ?? false);
    settle();
    const observer = new ResizeObserver(settle);
    // The box itself is clamped: only its content says that there is more, or less, to show.
    if (content.current) observer.observe(content.current);
    window.addEventListener('scroll', settle, true);
    window.addEventListener('resize', settle);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', settle, true);
      window.removeEventListener('resize', settle);
    };
  }, [anchor, matchWidth]);
  useLayoutEffect(() => {
    const element = box.current;
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      anchor.current?.focus();
      onClose();
    };
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  }, [anchor, onClose]);
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', press, true);
    return () => document.removeEventListener('pointerdown', press, true);
  }, [anchor, onClose]);
  return (
    <div ref={shown} popover="manual" class="popover fixed m-0 overflow-y-auto p-1 text-base-content">
      <div ref={content}>{children}</div>
    </div>
  );
}

function place(box: HTMLElement, anchor: HTMLElement, matchWidth: boolean): void {
  const at = anchor.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  box.style.minWidth = `${Math.min(at.width, innerWidth - 2 * EDGE)}px`;
  box.style.maxWidth = `${matchWidth ? at.width : innerWidth - 2 * EDGE}px`;
  box.style.maxHeight = 'none';
  const below = innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const isBelow = below >= Math.min(box.scrollHeight, 240) || below >= above;
  const height = Math.min(box.scrollHeight + 2, isBelow ? below : above, 360);
  box.style.maxHeight = `${height}px`;
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - box.offsetWidth - EDGE));
  const top = isBelow ? at.bottom + GAP : at.top - GAP - height;
  box.style.inset = `${top}px auto auto ${left}px`;
}
