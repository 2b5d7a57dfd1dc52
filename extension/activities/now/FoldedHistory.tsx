import { useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ChevronDown, ChevronRight } from '../../ui/icons.ts';

/** A thread of years would make the panel slow to draw and says nothing more about what is kept. */
const SHOWN_CHARS = 20_000;

/** Earlier messages that this one quotes. They are not part of the log. */
export function FoldedHistory({ quoted }: { quoted: string }) {
  const [isOpen, setOpen] = useState(false);
  const lines = quoted.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <>
      <button
        type="button"
        class="fold mt-1 min-h-6 cursor-pointer"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} small />
        {t(isOpen ? 'now.kept.unfolded' : 'now.kept.folded', { count: lines })}
      </button>
      {isOpen && (
        <p
          dir="auto"
          class="mt-1 max-h-80 overflow-y-auto border-l border-line pl-2 text-xs whitespace-pre-wrap text-faint wrap-anywhere"
        >
          {quoted.slice(0, SHOWN_CHARS)}
        </p>
      )}
    </>
  );
}
