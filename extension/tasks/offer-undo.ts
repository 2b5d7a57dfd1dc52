import { t } from '../app/i18n.ts';
import { showToast } from '../app/toast.ts';

const UNDO_SECONDS = 10;

/** Says what was done, and for a while how to take it back. `about`: what it was done to, where that is one thing. */
export function offerUndo(offer: { text: string; about?: string; undo: () => unknown }): void {
  const { text, about, undo } = offer;
  showToast({
    text,
    seconds: UNDO_SECONDS,
    action: { label: t('ui.undo'), run: () => void undo(), keys: 'mod+z' },
    ...(about !== undefined && { about }),
  });
}
