import { useEffect, useRef } from 'preact/hooks';
import type { Edits } from '../activities/choices.ts';
import { searchOptions, searchWords } from '../activities/search-about.tsx';
import { aboutOf } from '../activities/write/written.ts';
import { t } from '../app/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import type { Line } from './lines.ts';

type PickerProps = { line: Line; onPick: (edits: Edits) => void; onClose: () => void };

/** Another account or opportunity for one message, those that fit first. */
export function LinePicker({ line, onPick, onClose }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const pick = (edits: Edits) => {
    onPick({ ...line.edits, ...edits });
    onClose();
  };
  return (
    <div class="mt-1 grid gap-2">
      <Combobox
        label={t('now.log_to')}
        labelHidden
        text=""
        placeholder={t('now.find_account')}
        inputRef={input}
        search={(query, signal) => searchOptions(query, ['account', 'opportunity'], signal)}
        words={searchWords()}
        onSelect={(hit) => {
          const about = aboutOf(hit);
          if (about?.account) pick({ account: about.account, opportunity: about.opportunity ?? null });
        }}
      />
      <div class="flex flex-wrap gap-2">
        {line.context?.accounts.map(({ account: { id, name } }) => (
          <Button key={id} size="xs" onClick={() => pick({ account: { id, name } })}>
            {name}
          </Button>
        ))}
        <Button size="xs" onClick={() => pick({ account: null })}>
          {t('now.log_to_none')}
        </Button>
        <Button kind="ghost" size="xs" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}
