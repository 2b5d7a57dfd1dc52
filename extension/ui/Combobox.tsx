import type { Ref } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Field, type FieldWiring } from './Field.tsx';
import { type Option, OptionRows } from './options.tsx';
import { Popover } from './Popover.tsx';
import { nextIndex } from './roving.ts';
import { type Found, useSearch } from './use-search.ts';

export type ComboboxProps<T> = {
  label: string;
  labelHidden?: boolean;
  error?: string | undefined;
  /** Text of what is chosen; the field shows it until one types. */
  text: string;
  placeholder?: string;
  /** Called as one types (150 ms after, never during composition); '' asks for what to offer first. */
  search: (query: string, signal: AbortSignal) => Promise<readonly Option<T>[]>;
  onSelect: (value: T) => void;
  /** Called when the text was emptied. */
  onClear?: () => void;
  words: { searching: string; nothing: (query: string) => string; failed: string };
  inputRef?: Ref<HTMLInputElement>;
  /** Gets the focus when its screen opens. */
  autoFocus?: boolean;
};

/** A text field that finds as one types. */
export function Combobox<T>(props: ComboboxProps<T>) {
  const { label, labelHidden = false, error } = props;
  return (
    <Field label={label} labelHidden={labelHidden} error={error}>
      {(wiring) => <ComboboxInput {...props} wiring={wiring} />}
    </Field>
  );
}

function ComboboxInput<T>(props: ComboboxProps<T> & { wiring: FieldWiring }) {
  const { text, placeholder, words, inputRef, autoFocus, wiring } = props;
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const { found, ask, typed, active, setActive, close, pick, type, onKeyDown } = useCombobox(props);
  const isListed = found?.state === 'done' && found.options.length > 0;
  return (
    <div ref={box}>
      <input
        {...wiring}
        ref={inputRef}
        class="input input-sm w-full"
        role="combobox"
        aria-expanded={found !== undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        data-autofocus={autoFocus}
        placeholder={placeholder}
        value={typed ?? text}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => !found && ask('')}
        onInput={(event) => type(event.currentTarget.value, event.isComposing)}
        onCompositionEnd={(event) => ask(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {found && (
        <Popover anchor={box} onClose={close} matchWidth>
          <Results {...{ found, listId, active, words, pick, setActive }} label={props.label} />
        </Popover>
      )}
    </div>
  );
}

function useCombobox<T>({ search, onSelect, onClear }: ComboboxProps<T>) {
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const { found, ask, stop } = useSearch(search);
  const close = () => {
    stop();
    setTyped(undefined);
  };
  const pick = (option: Option<T> | undefined) => {
    if (!option) return;
    close();
    onSelect(option.value);
  };
  const type = (query: string, isComposing: boolean) => {
    setTyped(query);
    setActive(0);
    if (!isComposing) ask(query);
    if (query === '') onClear?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || !found) return;
    const options = found.state === 'done' ? found.options : [];
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isMove) setActive(nextIndex(event.key, active, options.length) ?? 0);
    else if (event.key === 'Enter') pick(options[active]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { found, ask, typed, active, setActive, close, pick, type, onKeyDown };
}

type ResultsProps<T> = {
  found: Found<T>;
  listId: string;
  label: string;
  active: number;
  words: ComboboxProps<T>['words'];
  pick: (option: Option<T>) => void;
  setActive: (index: number) => void;
};

function Results<T>({ found, listId, label, active, words, pick, setActive }: ResultsProps<T>) {
  const options = found.state === 'done' ? found.options : [];
  const line = { searching: words.searching, failed: words.failed, done: words.nothing(found.query) }[
    found.state
  ];
  return (
    <>
      <p role="status" class={options.length > 0 ? 'sr-only' : 'px-2 py-1.5 text-xs text-faint'}>
        {options.length > 0 ? '' : line}
      </p>
      <div id={listId} role="listbox" aria-label={label}>
        <OptionRows id={listId} role="listbox" {...{ options, active, pick, setActive }} />
      </div>
    </>
  );
}
