import { hideToast, toast } from '../app/toast.ts';
import { showUndo } from '../app/undo-toast.ts';

const UNDO_SECONDS = 10;

type Offer = {
  text: string;
  /** What it was done to, where that is one thing. */
  about?: string;
  /** Resolves to nothing where it was not done after all: then nothing says that it was. */
  saving: Promise<unknown>;
  undo: () => unknown;
};

/** Says what was done, and for a while how to take it back. */
export function offerUndo({ text, about, saving, undo }: Offer): void {
  showUndo({ text, seconds: UNDO_SECONDS, undo, ...(about !== undefined && { about }) });
  void saving.then((saved) => {
    if (!saved && toast.peek()?.text === text) hideToast();
  });
}
