import type { ComponentChildren, Ref } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { IconButton } from './Button.tsx';
import type { LucideIcon } from './Icon.tsx';
import { Ellipsis } from './icons.ts';
import { Menu } from './Menu.tsx';
import type { Option } from './options.tsx';

type Trigger = { ref: Ref<HTMLButtonElement>; isOpen: boolean; toggle: () => void };

/** Any button that opens a menu of actions, or (with `value`) a list to choose from. */
export function MenuAnchor<T>(props: {
  label: string;
  options: readonly Option<T>[];
  value?: T;
  onSelect: (value: T) => void;
  children: (trigger: Trigger) => ComponentChildren;
}) {
  const { children, ...menu } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      {children({ ref: button, isOpen, toggle: () => setOpen(!isOpen) })}
      {isOpen && <Menu {...menu} anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The … button: less frequent actions of a row. */
export function MoreButton<T>(props: {
  label: string;
  icon?: LucideIcon;
  size?: 'xs' | 'sm';
  options: readonly Option<T>[];
  onSelect: (value: T) => void;
}) {
  const { label, icon = Ellipsis, size = 'sm', options, onSelect } = props;
  return (
    <MenuAnchor label={label} options={options} onSelect={onSelect}>
      {({ ref, isOpen, toggle }) => (
        <IconButton
          buttonRef={ref}
          icon={icon}
          size={size}
          label={label}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={toggle}
        />
      )}
    </MenuAnchor>
  );
}
