import type { ComponentChildren } from 'preact';
import { Icon, type LucideIcon } from './Icon.tsx';
import { ChevronDown, X } from './icons.ts';

const KIND = {
  plain: '',
  on: 'chip-on',
  found: 'chip-found',
  warn: 'chip-warn',
  danger: 'chip-danger',
  ok: 'chip-ok',
} as const;

export type ChipProps = {
  /** on = chosen, found = detected and not yet accepted. */
  kind?: keyof typeof KIND;
  icon?: LucideIcon;
  onClick?: (event: MouseEvent) => void;
  /** A sentence such as "Remove the filter Visit"; the whole chip then removes, and shows a ×. */
  removeLabel?: string;
  /** Opens a list: shows a chevron. */
  expanded?: boolean | undefined;
  title?: string;
  class?: string;
  chipRef?: preact.Ref<HTMLButtonElement>;
  children: ComponentChildren;
};

export function Chip(props: ChipProps) {
  const { kind = 'plain', icon, onClick, removeLabel, expanded, title } = props;
  const className = ['chip', KIND[kind], props.class].filter(Boolean).join(' ');
  const content = (
    <>
      {icon && <Icon of={icon} small />}
      <span class="truncate">{props.children}</span>
      {removeLabel && <Icon of={X} small />}
      {expanded !== undefined && <Icon of={ChevronDown} small />}
    </>
  );
  if (!onClick) {
    return (
      <span class={className} title={title}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      ref={props.chipRef}
      class={className}
      title={title ?? removeLabel}
      aria-label={removeLabel}
      aria-expanded={expanded}
      aria-haspopup={expanded === undefined ? undefined : 'listbox'}
      onClick={onClick}
    >
      {content}
    </button>
  );
}
