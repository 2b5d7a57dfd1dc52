import { useRef } from 'preact/hooks';
import { nextIndex } from './roving.ts';

type SegmentedProps<T extends string> = {
  /** Read aloud as the name of the group. */
  label: string;
  options: readonly { value: T; label: string; title?: string; lang?: string }[];
  value: T | undefined;
  onChange: (value: T) => void;
  small?: boolean;
  class?: string;
};

/** A radio group of 2–4: arrow keys move and choose, as a screen reader's user expects of radios. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, options, value, onChange, small } = props;
  const group = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex((option) => option.value === value);
  const move = (event: KeyboardEvent) => {
    const to = nextIndex(event.key, Math.max(chosen, 0), options.length);
    const option = to === undefined ? undefined : options[to];
    if (to === undefined || !option || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChange(option.value);
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[to]?.focus();
  };
  return (
    <div
      ref={group}
      class={`seg ${small ? 'seg-sm' : ''} ${props.class ?? ''}`}
      role="radiogroup"
      aria-label={label}
      onKeyDown={move}
    >
      {options.map((option, i) => (
        // biome-ignore lint/a11y/useSemanticElements: a segment shows text and pressed state that a radio input cannot
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={i === Math.max(chosen, 0) ? 0 : -1}
          title={option.title}
          lang={option.lang}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
