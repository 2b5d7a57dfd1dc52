import { useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { laterParts } from '../../app/later.ts';
import { Button } from '../../ui/Button.tsx';
import { CornerUpRight } from '../../ui/icons.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import type { SavedLog } from '../saved.ts';

/** The way to another record for what was just saved. What it takes is loaded when it is asked for. */
export function WrongPlace({ saved }: { saved: SavedLog }) {
  const [isOpen, setOpen] = useState(false);
  const parts = isOpen ? laterParts() : undefined;
  const button = useFocusBack(isOpen);
  return (
    <section class="section">
      <h2 class="section-label">{t('edit.wrong_place')}</h2>
      {parts ? (
        <div class="mt-2">
          <parts.MoveSaved saved={saved} onClose={() => setOpen(false)} />
        </div>
      ) : (
        <div class="mt-1 flex flex-wrap items-center justify-between gap-x-2">
          <span class="text-muted">{t('edit.wrong_place_hint')}</span>
          <Button kind="ghost" icon={CornerUpRight} buttonRef={button} onClick={() => setOpen(true)}>
            {t('edit.move_saved')}
          </Button>
        </div>
      )}
    </section>
  );
}
