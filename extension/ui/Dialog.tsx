import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

type DialogProps = {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons, the safe one first. */
  actions?: ComponentChildren;
  /** A question that must be answered before going on. */
  alert?: boolean;
  /** To be read through: it has the focus itself, so that the arrow keys scroll it. */
  isLong?: boolean;
  /** Gets the focus; without it the first control does. */
  initialFocus?: RefObject<HTMLElement>;
};

/** Modal: the browser keeps the focus inside and gives it back on close. Esc and a press outside close it. */
export function Dialog({ title, onClose, children, actions, alert, isLong, initialFocus }: DialogProps) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    initialFocus?.current?.focus();
    return () => {
      dialog?.close();
      // The browser gives focus back only when the element is still there to be closed.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [initialFocus]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc arrives as cancel
    <dialog
      ref={box}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={id}
      class="popover m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] flex-col open:flex max-w-md p-4 text-base-content shadow-3 transition duration-240 ease-out starting:opacity-0 backdrop:bg-scrim"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <h2 id={id} class="text-lg font-semibold">
        {title}
      </h2>
      {isLong ? (
        // biome-ignore lint/a11y: what scrolls has to be reached by the keyboard
        <div role="group" aria-labelledby={id} tabIndex={0} class="min-h-0 overflow-auto">
          {children}
        </div>
      ) : (
        children
      )}
      {actions && <div class="mt-4 flex flex-none flex-wrap gap-2">{actions}</div>}
    </dialog>
  );
}
