import type { ComponentChildren } from 'preact';

/** A row that J and K stop at: it shows where the focus is by its whole width. */
export function Row(props: { id: string; children: ComponentChildren; below?: ComponentChildren }) {
  const { id, children, below } = props;
  return (
    <li
      id={id}
      data-row
      class="scroll-my-8 rounded-sm px-4 py-1.5 outline-primary -outline-offset-2 has-[:focus-visible]:bg-hover has-[[data-lead]:focus-visible]:outline-2 hover:bg-hover"
    >
      <div class="flex items-start gap-3">{children}</div>
      {below}
    </li>
  );
}

/** What the row says; a button where it leads somewhere. `lead`: where the focus rests when it comes by keyboard. */
export function RowText(props: {
  /** What the way back from where it leads looks for. */
  id: string;
  title: ComponentChildren;
  hint: string | undefined;
  onOpen: (() => void) | undefined;
  lead?: boolean;
  name: string;
}) {
  const { id, title, hint, onOpen, lead, name } = props;
  const lines = (
    <>
      <span class="block truncate" title={name}>
        {title}
      </span>
      {hint && <span class="block truncate text-xs text-faint">{hint}</span>}
    </>
  );
  if (!onOpen) return <div class="min-w-0 flex-1">{lines}</div>;
  return (
    <button
      id={id}
      type="button"
      class={`min-w-0 flex-1 cursor-pointer text-left ${lead ? 'outline-none' : ''}`}
      data-lead={lead ? '' : undefined}
      data-open
      onClick={onOpen}
    >
      {lines}
    </button>
  );
}
