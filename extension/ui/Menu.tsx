import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Option, OptionRows } from './options.tsx';
import { Popover } from './Popover.tsx';
import { nextIndex } from './roving.ts';
import { useTypeAhead } from './type-ahead.ts';

type MenuProps<T> = {
  anchor: RefObject<HTMLElement>;
  label: string;
  options: readonly Option<T>[];
  /** What is chosen now; makes it a list box. Leave out for a menu of actions. */
  value?: T | undefined;
  onSelect: (value: T) => void;
  /** Also called before a choice is reported; focus has gone back to the anchor by then. */
  onClose: () => void;
};

/** A list box (with `value`) or a menu of actions, in place at its anchor: arrows, Home, End, type-ahead, Esc. */
export function Menu<T>(props: MenuProps<T>) {
  const { anchor, label, options, value, onSelect, onClose } = props;
  const role = 'value' in props ? 'listbox' : 'menu';
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const close = () => {
    anchor.current?.focus();
    onClose();
  };
  const pick = (option: Option<T> | undefined) => {
    close();
    if (option) onSelect(option.value);
  };
  const { active, setActive, onKeyDown } = useMenuKeys({ options, value, pick, close });
  useLayoutEffect(() => list.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  return (
    <Popover anchor={anchor} onClose={onClose}>
      {/* biome-ignore lint/a11y: the role is one of the two that carry these attributes */}
      <div
        ref={list}
        role={role}
        aria-label={label}
        aria-activedescendant={`${id}-${active}`}
        tabIndex={-1}
        class="outline-none"
        onKeyDown={onKeyDown}
      >
        <OptionRows
          {...{ id, role, options, active, pick, setActive }}
          isChosen={(option) => role === 'listbox' && option.value === value}
        />
      </div>
    </Popover>
  );
}

function useMenuKeys<T>(menu: {
  options: readonly Option<T>[];
  value: T | undefined;
  pick: (option: Option<T> | undefined) => void;
  close: () => void;
}) {
  const { options, value, pick, close } = menu;
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => option.value === value),
    ),
  );
  const typeAhead = useTypeAhead(options, active, setActive);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = nextIndex(event.key, active, options.length);
    if (to !== undefined) setActive(to);
    else if (event.key === 'Enter' || (event.key === ' ' && !typeAhead.isTyping())) pick(options[active]);
    else if (event.key === 'Tab') close();
    else if (!typeAhead.take(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { active, setActive, onKeyDown };
}
