import { AccountSearch } from '../activities/AccountSearch.tsx';
import type { Edits } from '../activities/choices.ts';
import { t } from '../app/i18n.ts';
import { Button } from '../ui/Button.tsx';
import type { Line } from './lines.ts';

type PickerProps = { line: Line; onPick: (edits: Edits) => void; onClose: () => void };

/** Another account or opportunity for one message, those that fit first. */
export function LinePicker({ line, onPick, onClose }: PickerProps) {
  const pick = (edits: Edits) => {
    onPick(edits);
    onClose();
  };
  return (
    <div class="mt-1 grid gap-2">
      <AccountSearch
        onSelect={({ account, opportunity }) => pick({ account, opportunity: opportunity ?? null })}
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
