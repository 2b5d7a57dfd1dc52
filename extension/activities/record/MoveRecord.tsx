import type { Activity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { errorText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
import { showToast } from '../../app/toast.ts';
import { filedUnder, filingChange, placeName } from '../move/filing.ts';
import { MovePicker } from '../move/MovePicker.tsx';
import { rememberAbout } from '../recent-abouts.ts';
import type { About } from '../write/written.ts';
import { EditNotice } from './EditNotice.tsx';
import { saveEdit } from './save-edit.ts';
import { useEdit } from './use-edit.ts';

type Props = { activity: Activity; me: Me; onClose: () => void };

/** One's own part, filed under another record. */
export function MoveRecord({ activity, me, onClose }: Props) {
  const editing = useEdit(activity, me);
  const from = filedUnder(activity, me.user.id);
  const moved = (saved: Activity, to: About) => {
    sayMoved(saved, { from, to });
    void rememberAbout(to).catch(() => undefined);
    onClose();
  };
  const move = async (to: About) => {
    const saved = await editing.save(filingChange(from, to));
    if (saved) moved(saved, to);
  };
  return (
    <section class="section">
      <h2 class="section-label">{t('edit.move')}</h2>
      <div class="mt-2">
        <MovePicker
          from={from}
          isBusy={editing.status.state === 'saving'}
          onPick={(to) => void move(to)}
          onClose={onClose}
          failure={
            <EditNotice
              editing={editing}
              me={me}
              onSaved={(saved) => moved(saved, filedUnder(saved, me.user.id))}
              onKept={onClose}
            />
          }
        />
      </div>
    </section>
  );
}

const UNDO_SECONDS = 30;

/** Says where it is now; the way back is a second edit, which leaves its own trace. */
export function sayMoved(saved: Activity, { from, to }: { from: About; to: About }): void {
  const name = placeName(to);
  const moveBack = async () => {
    try {
      await saveEdit(saved, filingChange(to, from));
      showToast({ text: t('edit.moved_back') });
    } catch (error) {
      showToast({ tone: 'warn', text: t('edit.not_saved', { reason: errorText(error) }) });
    }
  };
  showToast({
    text: name ? t('edit.moved_to', { name }) : t('edit.moved'),
    seconds: UNDO_SECONDS,
    about: saved.id,
    action: { label: t('ui.undo'), keys: 'mod+z', run: () => void moveBack() },
  });
}
