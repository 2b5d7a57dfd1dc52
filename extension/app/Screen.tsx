import type { ComponentChildren } from 'preact';
import { ToastHost } from './ToastHost.tsx';

/**
 * A screen of the panel: a body that scrolls, the toast above the action bar, and the action bar (`actions`) that stays
 * in view. `title` is its one h1, hidden where the screen shows a heading of its own (`titleShown` then is false and
 * the screen draws no second h1). `footer` replaces the action bar by a thin line such as the queue's.
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
