import { type ComponentChildren, Fragment } from 'preact';
import { Icon, type LucideIcon } from './Icon.tsx';
import { Check } from './icons.ts';
import { shown } from './shown.ts';

export type Option<T> = {
  value: T;
  label: string;
  /** Under the label: what tells it apart. */
  hint?: string | undefined;
  icon?: LucideIcon;
  /** In place of the icon, such as a Mono. */
  mark?: ComponentChildren;
  /** At the right, such as an amount. */
  end?: ComponentChildren;
  danger?: boolean;
  /** Heading of the group that begins with it or that it continues. */
  group?: string;
};

type OptionRowProps<T> = {
  id: string;
  option: Option<T>;
  role: 'option' | 'menuitem';
  isActive: boolean;
  isChosen: boolean | undefined;
  onPick: () => void;
  onHover: () => void;
};

/** A row of a list box or menu. Focus stays with the list; `isActive` is what the arrow keys stand on. */
function OptionRow<T>(props: OptionRowProps<T>) {
  const { id, option, role, isActive, isChosen, onPick, onHover } = props;
  return (
    // biome-ignore lint/a11y: a row of a list that keeps the focus and handles the keys (aria-activedescendant)
    <div
      id={id}
      role={role}
      aria-selected={role === 'option' ? (isChosen ?? isActive) : undefined}
      class={`flex min-h-8 cursor-pointer items-center gap-2 rounded-field px-2 py-1 ${isActive ? 'bg-soft' : ''} ${option.danger ? 'text-danger' : ''}`}
      onClick={onPick}
      onPointerMove={onHover}
      // A press must not take the focus out of the field or list that owns this row.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {option.mark ?? (option.icon && <Icon of={option.icon} class={option.danger ? '' : 'text-muted'} />)}
      <span class="min-w-0 flex-1">
        <span class="block truncate">{shown(option.label)}</span>
        {option.hint && <span class="block truncate text-xs text-faint">{shown(option.hint)}</span>}
      </span>
      {option.end && <span class="num shrink-0 text-xs text-muted">{option.end}</span>}
      {isChosen && <Icon of={Check} small class="text-link" />}
    </div>
  );
}

type OptionRowsProps<T> = {
  id: string;
  role: 'listbox' | 'menu';
  options: readonly Option<T>[];
  active: number;
  isChosen?: (option: Option<T>) => boolean;
  pick: (option: Option<T>) => void;
  setActive: (index: number) => void;
};

/** The rows of a list box or menu under their group headings. Row `i` has the id `<id>-<i>`. */
export function OptionRows<T>({ id, role, options, active, isChosen, pick, setActive }: OptionRowsProps<T>) {
  return (
    <>
      {options.map((option, i) => (
        <Fragment key={`${option.group ?? ''}/${option.label}/${option.hint ?? ''}`}>
          {option.group && option.group !== options[i - 1]?.group && (
            <div class="px-2 pt-1.5 pb-1 text-xs text-faint" role="presentation">
              {option.group}
            </div>
          )}
          <OptionRow
            id={`${id}-${i}`}
            role={role === 'menu' ? 'menuitem' : 'option'}
            option={option}
            isActive={i === active}
            isChosen={isChosen?.(option)}
            onPick={() => pick(option)}
            onHover={() => setActive(i)}
          />
        </Fragment>
      ))}
    </>
  );
}
