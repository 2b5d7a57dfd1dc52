import type { ComponentChildren, InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { CircleAlert } from './icons.ts';

type FieldFrame = {
  label: string;
  /** The label is read aloud but not shown: where a heading right above says the same. */
  labelHidden?: boolean;
  /** A sentence. Shown below, announced, and tied to the input. */
  error?: string | undefined;
  hint?: ComponentChildren;
  class?: string;
};
export type FieldWiring = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };

/** Label, input, hint and error. `children` gets the attributes that tie the input to them. */
export function Field(props: FieldFrame & { children: (wiring: FieldWiring) => ComponentChildren }) {
  const { label, labelHidden, error, hint } = props;
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={`grid gap-1 ${props.class ?? ''}`}>
      <label for={id} class={labelHidden ? 'sr-only' : 'text-xs text-muted'}>
        {label}
      </label>
      {props.children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} class="text-xs text-faint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="flex items-start gap-1.5 text-xs text-danger" role="alert">
          <Icon of={CircleAlert} small class="mt-px" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

const frameOf = ({ label, labelHidden, error, hint, class: className }: FieldFrame): FieldFrame => ({
  label,
  ...(labelHidden && { labelHidden }),
  error,
  hint,
  ...(className && { class: className }),
});
const errorLine = (error: string | undefined) => (error ? { style: 'border-color: var(--sl-danger)' } : {});

type TextFieldProps = FieldFrame & {
  value: string;
  onChange: (value: string) => void;
  size?: 'sm' | 'md';
  inputRef?: Ref<HTMLInputElement>;
} & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'value' | 'onChange' | 'onInput' | 'size' | 'label' | 'class'
  >;

export function TextField(props: TextFieldProps) {
  const { label, labelHidden, error, hint, class: _class, value, onChange, size, inputRef, ...rest } = props;
  return (
    <Field {...frameOf(props)}>
      {(wiring) => (
        <input
          autocomplete="off"
          {...rest}
          {...wiring}
          {...errorLine(error)}
          ref={inputRef}
          class={`input w-full ${size === 'md' ? '' : 'input-sm'}`}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldFrame & {
  value: string;
  onChange: (value: string) => void;
  inputRef?: Ref<HTMLTextAreaElement>;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'onInput' | 'label' | 'class'>;

export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, error, hint, class: _class, value, onChange, inputRef, ...rest } = props;
  return (
    <Field {...frameOf(props)}>
      {(wiring) => (
        <textarea
          rows={3}
          {...rest}
          {...wiring}
          {...errorLine(error)}
          ref={inputRef}
          // field-sizing lets it grow with its text instead of scrolling inside the scrolling panel.
          class="textarea max-h-64 min-h-16 w-full field-sizing-content text-base"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function SelectField<T extends string>(
  props: FieldFrame & {
    value: T;
    options: readonly { value: T; label: string }[];
    onChange: (value: T) => void;
  },
) {
  return (
    <Field {...frameOf(props)}>
      {(wiring) => (
        <select
          {...wiring}
          class="select select-sm w-full"
          value={props.value}
          onChange={(event) => {
            const chosen = props.options[event.currentTarget.selectedIndex];
            if (chosen) props.onChange(chosen.value);
          }}
        >
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
