import type { ButtonHTMLAttributes, ComponentChildren, Ref, TargetedMouseEvent } from 'preact';
import { Icon, type LucideIcon } from './Icon.tsx';
import { LoaderCircle } from './icons.ts';
import { Kbd } from './Kbd.tsx';

const KIND = {
  primary: 'btn-primary',
  outline: 'btn-outline',
  ghost: 'btn-ghost',
  danger: 'btn-ghost text-danger!',
  link: 'btn-link',
} as const;
const SIZE = { xs: 'btn-xs', sm: 'btn-sm', md: '' } as const;

type Own = {
  kind?: keyof typeof KIND;
  size?: keyof typeof SIZE;
  /** Fills its row: the one primary action of a screen. */
  wide?: boolean;
  icon?: LucideIcon;
  /** Shown as a hint only; the screen binds it with useKeys. */
  keys?: string;
  busy?: boolean;
  /** Stands in for the children while busy, else only a spinner does. Room for it is kept, so the width stays. */
  busyLabel?: string;
  /** A sentence: the button stays focusable and says why it does nothing. */
  disabledReason?: string | undefined;
  buttonRef?: Ref<HTMLButtonElement>;
  children: ComponentChildren;
};
export type ButtonProps = Own & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon' | 'disabled'>;

export function Button(props: ButtonProps) {
  const { kind = 'outline', size = 'sm', wide, icon, keys, busy, busyLabel, disabledReason } = props;
  const { buttonRef, children, class: className, onClick, ...rest } = withoutOwn(props);
  const isOff = busy || disabledReason !== undefined;
  const classes = ['btn', KIND[kind], SIZE[size], wide && 'w-full', className];
  if (disabledReason !== undefined) classes.push('btn-disabled pointer-events-auto!');
  const press = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (isOff) event.preventDefault();
    else if (typeof onClick === 'function') onClick(event);
  };
  return (
    <button
      type="button"
      {...rest}
      title={disabledReason ?? rest.title}
      ref={buttonRef}
      class={classes.filter(Boolean).join(' ')}
      aria-busy={busy}
      aria-disabled={isOff}
      onClick={press}
    >
      <Label busy={busy ?? false} busyLabel={busyLabel} keepsWidth={!wide}>
        {icon && <Icon of={icon} small />}
        {children}
      </Label>
      {keys && <Kbd keys={keys} class="ml-1" />}
    </button>
  );
}

function withoutOwn(props: ButtonProps) {
  const { kind, size, wide, icon, keys, busy, busyLabel, disabledReason, ...rest } = props;
  return rest;
}

/** Both labels lie in one grid cell, so that the wider of them gives the width from the start. */
function Label(props: {
  busy: boolean;
  busyLabel: string | undefined;
  keepsWidth: boolean;
  children: ComponentChildren;
}) {
  const { busy, busyLabel, keepsWidth, children } = props;
  const row = 'col-start-1 row-start-1 inline-flex min-w-0 items-center justify-center gap-1.5';
  if (!busy && !(busyLabel && keepsWidth)) return <span class={row}>{children}</span>;
  return (
    <span class="grid min-w-0">
      <span class={`${row} ${busy ? 'invisible' : ''}`}>{children}</span>
      <span class={`${row} ${busy ? '' : 'invisible'}`}>
        <Icon of={LoaderCircle} small class={busy ? 'animate-spin' : ''} />
        {busyLabel}
      </span>
    </span>
  );
}

/** A button that is only an icon: it must have a name. */
export function IconButton(
  props: Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & { icon: LucideIcon; label: string },
) {
  const { icon, label, size = 'sm', class: className, ...rest } = props;
  return (
    <Button
      kind="ghost"
      title={label}
      {...rest}
      size={size}
      class={`btn-square ${className ?? ''}`}
      aria-label={label}
    >
      <Icon of={icon} small={size === 'xs'} />
    </Button>
  );
}
