import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type LucideIcon } from './Icon.tsx';
import { CircleAlert } from './icons.ts';
import { shown } from './shown.ts';

type ProofFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Told what stands there when the typing ends. */
  onLeave?: (value: string) => void;
  /** Read aloud for the button that opens the value for typing. */
  editLabel: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  /** It cannot be left out: a sentence that says why. */
  fixed?: string | undefined;
  proofIcon: LucideIcon;
  /** How it is known: in words, and the very words that it was read from. */
  proof: ComponentChildren;
  words?: string | undefined;
  /** A sentence, said once the field is left; it stays open while there is one. */
  error?: string | undefined;
  /** Opened for typing from the start. */
  isNew?: boolean;
  maxLength: number;
  inputMode?: 'text' | 'email' | 'tel';
};

/** Something that was read: kept or left out, with how it is known, and open to be typed otherwise. */
export function ProofField(props: ProofFieldProps) {
  const { label, value, isOn, onSwitch, onLeave, fixed, isNew = false } = props;
  const [isOpen, setOpen] = useState(isNew);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const error = isOpen ? undefined : props.error;
  const leave = (left: string, hasKey: boolean) => {
    setOpen(false);
    onLeave?.(left);
    if (hasKey) requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <div class="proof-field" data-off={isOn ? undefined : ''}>
      <input
        type="checkbox"
        class="checkbox checkbox-xs"
        aria-label={label}
        aria-disabled={fixed !== undefined}
        title={fixed}
        checked={isOn}
        onClick={(event) => fixed !== undefined && event.preventDefault()}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <div class="min-w-0">
        <div class="proof-label">
          <span>{label}</span>
          {isOpen || error !== undefined ? (
            <Typing {...props} {...{ id, error }} hasFocus={isOpen} onDone={leave} />
          ) : (
            <button
              ref={button}
              type="button"
              class="proof-value -mx-1 cursor-text rounded-field px-1 text-left hover:bg-hover"
              aria-label={props.editLabel}
              onClick={() => setOpen(true)}
            >
              {shown(value)}
            </button>
          )}
        </div>
        {error === undefined ? <Proof {...props} isWhole={isOpen} /> : <Wrong id={id} error={error} />}
      </div>
    </div>
  );
}

type TypingProps = Omit<ProofFieldProps, 'error'> & {
  id: string;
  error: string | undefined;
  hasFocus: boolean;
  /** `hasKey`: by the keyboard, so that the focus has to go on. */
  onDone: (value: string, hasKey: boolean) => void;
};

/** Enter keeps what is typed, Escape what was there before. */
function Typing(props: TypingProps) {
  const { id, label, value, onChange, error, hasFocus, onDone, maxLength, inputMode = 'text' } = props;
  const input = useRef<HTMLInputElement>(null);
  const before = useRef(value);
  const isDone = useRef(false);
  // Before anything can be typed: the next key belongs to it already.
  useLayoutEffect(() => {
    if (!hasFocus) return;
    input.current?.focus();
    input.current?.select();
  }, [hasFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    // Taken out of the page, the input loses the focus as well.
    isDone.current = true;
    if (event.key === 'Escape') onChange(before.current);
    onDone(event.key === 'Escape' ? before.current : value, true);
  };
  return (
    <input
      ref={input}
      class="input input-xs min-w-0 flex-1"
      aria-label={label}
      aria-invalid={error !== undefined}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      autocomplete="off"
      spellcheck={false}
      inputMode={inputMode}
      maxLength={maxLength}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={(event) => !isDone.current && onDone(event.currentTarget.value, false)}
    />
  );
}

function Proof({ proofIcon, proof, words, isWhole }: ProofFieldProps & { isWhole: boolean }) {
  return (
    <div class={`proof ${isWhole ? 'items-start!' : ''}`} title={words}>
      <Icon of={proofIcon} small />
      <span class={words ? 'shrink-0' : ''}>{proof}</span>
      {words && <q class={isWhole ? 'whitespace-normal! wrap-anywhere' : ''}>{shown(words)}</q>}
    </div>
  );
}

function Wrong({ id, error }: { id: string; error: string }) {
  return (
    <p id={`${id}-error`} class="proof text-danger!" role="alert">
      <Icon of={CircleAlert} small class="text-danger!" />
      {error}
    </p>
  );
}
