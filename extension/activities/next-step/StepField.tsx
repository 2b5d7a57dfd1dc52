import type { RefObject } from 'preact';
import type { Day } from '../../../shared/day.ts';
import { laterWhen, readerZone } from '../../when/later-when.ts';
import type { NextStepDraft } from '../choices.ts';
import { typed } from '../next-step-draft.ts';

type StepFieldProps = {
  id?: string;
  label: string;
  placeholder: string;
  inputRef: RefObject<HTMLInputElement>;
  value: NextStepDraft | undefined;
  onChange: (value: NextStepDraft | undefined) => void;
  /** For words that name no day. */
  usualDay: Day;
};

/** What is to be done, typed in one line, its day among the words: "下周三下午3点电话". */
export function StepField(props: StepFieldProps) {
  const { id, label, placeholder, inputRef, value, onChange, usualDay } = props;
  const reader = laterWhen();
  const type = (text: string) => {
    if (text === '') return onChange(undefined);
    const spoken = reader?.readTypedStep(text, { now: Date.now(), timeZone: readerZone() });
    onChange(typed(text, { before: value, spoken, kind: reader?.kindOf(text) ?? 'other', usualDay }));
  };
  return (
    <input
      ref={inputRef}
      id={id}
      class="input input-sm min-w-0 flex-1"
      aria-label={label}
      placeholder={placeholder}
      autocomplete="off"
      maxLength={300}
      value={value?.text ?? ''}
      onInput={(event) => type(event.currentTarget.value)}
    />
  );
}
