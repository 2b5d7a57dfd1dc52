import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { ChevronDown } from './icons.ts';
import { Menu } from './Menu.tsx';
import type { Option } from './options.tsx';

/** Label and value on one line, inside a <dl>. Values: text, a PropMenu, or any control. */
export function PropRow({
  label,
  top,
  children,
}: {
  label: string;
  top?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class={`prop ${top ? 'items-start!' : ''}`}>
      <dt class={top ? 'pt-2' : ''}>{label}</dt>
      <dd class="flex min-w-0 flex-wrap items-center gap-x-2">{children}</dd>
    </div>
  );
}

type PropMenuProps<T> = {
  /** Name of the property, for a screen reader. */
  label: string;
  /** What it reads now; `placeholder` is shown, fainter, where it has no value yet. */
  text?: string | undefined;
  placeholder?: string;
  options: readonly Option<T>[];
  value: T | undefined;
  onSelect: (value: T) => void;
};

/** Reads as text, opens a list in place. */
export function PropMenu<T>(props: PropMenuProps<T>) {
  const { label, text, placeholder = '', options, value, onSelect } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="prop-value cursor-pointer"
        aria-label={`${label}: ${text ?? placeholder}`}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span class={`truncate ${text === undefined ? 'text-faint' : ''}`}>{text ?? placeholder}</span>
        <Icon of={ChevronDown} small class="text-faint" />
      </button>
      {isOpen && (
        <Menu
          anchor={button}
          label={label}
          options={options}
          value={value}
          onSelect={(chosen) => chosen !== undefined && onSelect(chosen)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
