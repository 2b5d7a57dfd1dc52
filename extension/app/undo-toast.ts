import { t } from './i18n.ts';
import { showToast, type ToastRequest } from './toast.ts';

const SECONDS = 30;

type Undoable = Pick<ToastRequest, 'text' | 'about' | 'seconds'> & {
  /** Says itself what came of it. */
  undo: () => unknown;
};

/** Says what was done, and for a while how to take it back. */
export function showUndo({ undo, ...request }: Undoable): void {
  const action = { label: t('ui.undo'), keys: 'mod+z', run: () => void undo() };
  showToast({ seconds: SECONDS, ...request, action });
}
