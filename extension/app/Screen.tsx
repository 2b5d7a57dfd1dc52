import type { ComponentChildren } from 'preact';
import { ToastHost } from './ToastHost.tsx';

/**
 * A screen of the panel: a body that scrolls, the toast above the action bar, and the action bar (`actions`) that stays
 * in view. `title` becomes the screen's one h1, hidden; leave it out where the screen draws its own. `footer` is a thin
 * line instead of an action bar, such as the queue's.
 */
export function Screen(props: {
  title?: string;
  actions?: ComponentChildren;
  footer?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { title, actions, footer, children } = props;
  return (
    <>
      <div class="relative flex min-h-0 flex-1 flex-col">
        <div class="panel-body">
          {title && <h1 class="sr-only">{title}</h1>}
          {children}
        </div>
        <ToastHost />
      </div>
      {actions && <footer class="action-bar">{actions}</footer>}
      {footer}
    </>
  );
}
