import type { Activity, EditActivity } from '../../../shared/activity.ts';
import { errorText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
import { showToast } from '../../app/toast.ts';
import { showUndo } from '../../app/undo-toast.ts';
import { saveEdit } from './save-edit.ts';

type Done = { text: string; back: EditActivity; backText: string };

/** Says what an edit did; the way back is a second edit, which leaves its own trace. */
export function offerEditUndo(saved: Activity, { text, back, backText }: Done): void {
  const undo = async () => {
    try {
      await saveEdit(saved, back);
      showToast({ text: backText });
    } catch (error) {
      showToast({ tone: 'warn', text: t('edit.not_saved', { reason: errorText(error) }) });
    }
  };
  showUndo({ text, about: saved.id, undo });
}
