import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const SHOW_AFTER_MS = 150;
const SHOW_AT_LEAST_MS = 300;

/** Whether the skeleton is due: not for a wait under 150 ms, and never for a flash shorter than 300 ms. */
export function useSkeleton(isPending: boolean): boolean {
  const [shownAt, setShownAt] = useState<number>();
  useEffect(() => {
    if (isPending === (shownAt !== undefined)) return;
    const wait = isPending ? SHOW_AFTER_MS : Math.max(0, SHOW_AT_LEAST_MS - (Date.now() - (shownAt ?? 0)));
    const timer = setTimeout(() => setShownAt(isPending ? Date.now() : undefined), wait);
    return () => clearTimeout(timer);
  }, [isPending, shownAt]);
  return shownAt !== undefined;
}

/**
 * `children` once `pending` is over, `shape` meanwhile (Bones in the shape of the real thing). `label` is the one line
 * that says what is happening.
 */
export function Loading(props: {
  pending: boolean;
  label: string;
  shape: ComponentChildren;
  children: () => ComponentChildren;
}) {
  const isShown = useSkeleton(props.pending);
  if (!isShown && !props.pending) return <>{props.children()}</>;
  return (
    <div aria-busy="true" class={isShown ? '' : 'invisible'}>
      <p class="px-4 pt-3 text-xs text-faint" role="status">
        {isShown ? props.label : ''}
      </p>
      {props.shape}
    </div>
  );
}

/** One bar of a skeleton; `width` any CSS width, `height` in units of 4 px. */
export function Bone({ width, height = 3, round }: { width: string; height?: number; round?: boolean }) {
  const size = `width: ${width}; height: ${height * 0.25}rem`;
  return <span class={`skeleton block ${round ? 'rounded-full!' : ''}`} style={size} />;
}
