import type { ComponentChildren } from 'preact';
import { Icon, type LucideIcon } from './Icon.tsx';

/** What is so (`title`), one sentence what to do (children), one or two actions. */
export function EmptyState(props: {
  title: string;
  icon?: LucideIcon;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  /** Announce it: something failed, rather than there being nothing. */
  alert?: boolean;
}) {
  return (
    <div class="empty" role={props.alert ? 'alert' : undefined}>
      <p class="flex items-center gap-2 font-semibold">
        {props.icon && <Icon of={props.icon} class="text-muted" />}
        {props.title}
      </p>
      {props.children && <div class="text-muted">{props.children}</div>}
      {props.actions && <div class="mt-2 flex flex-wrap items-center gap-2">{props.actions}</div>}
    </div>
  );
}
