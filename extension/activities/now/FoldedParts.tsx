import { useMemo, useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ChevronDown, ChevronRight } from '../../ui/icons.ts';
import { type FoldedPart, foldedParts, isPartKept, withoutPart, withPart } from '../folds.ts';
import type { ItemState } from './use-item.ts';

/** A thread of years would make the panel slow to draw and says nothing more about what is kept. */
const SHOWN_CHARS = 20_000;

/** Signature, notices and earlier messages. They are no part of the log, unless they are kept too. */
export function FoldedParts({ item }: { item: ItemState }) {
  const [isOpen, setOpen] = useState(false);
  const parts = useMemo(() => foldedParts(item.captured.item), [item.captured.item]);
  if (parts.length === 0) return null;
  const words = item.choices.text;
  const left = parts.filter((part) => !isPartKept(words, part));
  return (
    <>
      <button
        type="button"
        class="fold mt-1 min-h-6 cursor-pointer text-left"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} small />
        {left.length > 0 ? t('now.kept.folded', { parts: sumOf(left) }) : t('now.kept.none_folded')}
      </button>
      {isOpen &&
        parts.map((part, at) => (
          <Part
            key={at}
            part={part}
            isKept={!left.includes(part)}
            onChange={(isKept) =>
              item.change({ text: isKept ? withPart(words, part, parts) : withoutPart(words, part) })
            }
          />
        ))}
    </>
  );
}

function Part(props: { part: FoldedPart; isKept: boolean; onChange: (isKept: boolean) => void }) {
  const { part, isKept, onChange } = props;
  const name = nameOf(part.kind, part);
  const action = t(isKept ? 'now.kept.leave_out' : 'now.kept.keep_too');
  return (
    <div class="mt-1">
      <p class="section-label">
        <span class={isKept ? 'text-ok' : ''}>{isKept ? t('now.kept.kept_too', { part: name }) : name}</span>
        <Button kind="link" size="xs" aria-label={`${action}: ${name}`} onClick={() => onChange(!isKept)}>
          {action}
        </Button>
      </p>
      <p
        dir="auto"
        class="mt-1 max-h-60 overflow-y-auto border-l border-line pl-2 text-xs whitespace-pre-wrap text-faint wrap-anywhere"
      >
        {part.text.slice(0, SHOWN_CHARS)}
      </p>
    </div>
  );
}

const ORDER = ['history', 'signature', 'disclaimer'] as const;

/** Earlier messages first, as they are what one might miss. */
function sumOf(parts: readonly FoldedPart[]): string {
  const names = ORDER.flatMap((kind) => {
    const same = parts.filter((part) => part.kind === kind);
    const [first] = same;
    const count = same.reduce((sum, part) => sum + part.count, 0);
    return first ? [nameOf(kind, { unit: first.unit, count })] : [];
  });
  return names.join(t('now.kept.separator'));
}

function nameOf(kind: FoldedPart['kind'], { unit, count }: Pick<FoldedPart, 'unit' | 'count'>): string {
  if (kind === 'history') return t(`now.kept.part.history_${unit}`, { count });
  return t(`now.kept.part.${kind}`, { count });
}
