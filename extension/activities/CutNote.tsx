import { useState } from 'preact/hooks';
import { utf8Length } from '../../shared/text.ts';
import { formatBytes } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Icon } from '../ui/Icon.tsx';
import { ChevronDown, ChevronRight, Scissors } from '../ui/icons.ts';

/** Says that a text was too long and, opened, what is kept of it. */
export function CutNote({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false);
  const end = text.slice(-120);
  return (
    <div class="mt-1 text-xs text-warn">
      <button
        type="button"
        class="flex min-h-6 cursor-pointer items-center gap-1.5 text-left"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={Scissors} small />
        {t('now.kept.cut')}
        <Icon of={isOpen ? ChevronDown : ChevronRight} small />
      </button>
      {isOpen && (
        <p class="mt-1 text-muted wrap-anywhere">
          {t('now.kept.cut_detail', { size: formatBytes(utf8Length(text), here()), end })}
        </p>
      )}
    </div>
  );
}
