import { useState } from 'preact/hooks';
import { errorText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
import { showToast } from '../../app/toast.ts';
import { showUndo } from '../../app/undo-toast.ts';
import { placeName } from '../move/filing.ts';
import { MovePicker } from '../move/MovePicker.tsx';
import { refile } from '../move/refile.ts';
import { rememberAbout } from '../recent-abouts.ts';
import { type SavedLog, savedLog } from '../saved.ts';
import type { About } from '../write/written.ts';

/** Another place for a log that was just saved, delivered or not. */
export function MoveSaved({ saved, onClose }: { saved: SavedLog; onClose: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const move = async (to: About) => {
    setBusy(true);
    setError(undefined);
    try {
      await moveAndSay(saved, to);
      onClose();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <MovePicker
      from={saved.about}
      isBusy={isBusy}
      onPick={(to) => void move(to)}
      onClose={onClose}
      failure={
        error !== undefined && (
          <p class="text-xs text-danger" role="alert">
            {t('edit.not_saved', { reason: errorText(error) })}
          </p>
        )
      }
    />
  );
}

async function moveAndSay(saved: SavedLog, to: About): Promise<void> {
  const { now: moved, moveBack } = await refile(saved, to);
  follow(saved, moved);
  void rememberAbout(to).catch(() => undefined);
  const name = placeName(to);
  showUndo({
    text: name ? t('edit.moved_to', { name }) : t('edit.moved'),
    about: moved.id,
    undo: () => followBack(moved, moveBack),
  });
}

async function followBack(moved: SavedLog, moveBack: () => Promise<SavedLog>): Promise<void> {
  try {
    follow(moved, await moveBack());
    showToast({ text: t('edit.moved_back') });
  } catch (error) {
    showToast({ tone: 'warn', text: t('edit.not_saved', { reason: errorText(error) }) });
  }
}

/** The screen shows the log where it is now, unless it shows another one already. */
function follow(before: SavedLog, now: SavedLog): void {
  if (savedLog.peek()?.id === before.id) savedLog.value = now;
}
