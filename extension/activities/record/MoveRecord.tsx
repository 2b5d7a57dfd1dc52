import type { Activity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { t } from '../../app/i18n.ts';
import { filedUnder, filingChange, placeName } from '../move/filing.ts';
import { MovePicker } from '../move/MovePicker.tsx';
import { rememberAbout } from '../recent-abouts.ts';
import type { About } from '../write/written.ts';
import { EditNotice } from './EditNotice.tsx';
import { offerEditUndo } from './offer-edit-undo.ts';
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

function sayMoved(saved: Activity, { from, to }: { from: About; to: About }): void {
  const name = placeName(to);
  offerEditUndo(saved, {
    text: name ? t('edit.moved_to', { name }) : t('edit.moved'),
    back: filingChange(to, from),
    backText: t('edit.moved_back'),
  });
}
