import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { CornerUpRight } from '../../ui/icons.ts';
import type { SavedLog } from '../saved.ts';

type Mover = ComponentType<{ saved: SavedLog; onClose: () => void }>;

/** The way to another record for what was just saved. What it takes is loaded when it is asked for. */
export function WrongPlace({ saved }: { saved: SavedLog }) {
  const [Move, setMove] = useState<Mover>();
  const open = async () => {
    const { MoveSaved } = await import('../../app/later-screens.ts');
    setMove(() => MoveSaved);
  };
  return (
    <section class="section">
      <h2 class="section-label">{t('edit.wrong_place')}</h2>
      {Move ? (
        <div class="mt-2">
          <Move saved={saved} onClose={() => setMove(undefined)} />
        </div>
      ) : (
        <div class="mt-1 flex flex-wrap items-center justify-between gap-x-2">
          <span class="text-muted">{t('edit.wrong_place_hint')}</span>
          <Button kind="ghost" icon={CornerUpRight} onClick={() => void open()}>
            {t('edit.move_saved')}
          </Button>
        </div>
      )}
    </section>
  );
}
