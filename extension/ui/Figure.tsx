import type { ComponentChildren } from 'preact';

/** A number that opens. Without `onClick` (no right, or a constant) it is plain text. */
export function Figure(props: {
  onClick?: (() => void) | undefined;
  expanded?: boolean;
  title?: string;
  children: ComponentChildren;
}) {
  const { onClick, expanded, title, children } = props;
  if (!onClick) {
    return (
      <span class="num" title={title}>
        {children}
      </span>
    );
  }
  return (
    <button type="button" class="figure" title={title} aria-expanded={expanded} onClick={onClick}>
      {children}
    </button>
  );
}
