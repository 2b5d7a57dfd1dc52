import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TaskKind } from '../../shared/task.ts';
import { t } from '../app/i18n.ts';
import { useKeys } from '../app/keyboard.ts';
import { here } from '../app/place.ts';
import { PropMenu, PropRow } from '../ui/PropRow.tsx';
import type { SpokenStep } from '../when/next-step.ts';
import type { NextStepDraft } from './choices.ts';
import { quickDays } from './next-days.ts';
import { FoundStep } from './next-step/FoundStep.tsx';
import { StepField } from './next-step/StepField.tsx';
import { WhenLine } from './next-step/WhenLine.tsx';
import { accepted } from './next-step-draft.ts';

type NextStepRowProps = {
  value: NextStepDraft | undefined;
  onChange: (value: NextStepDraft | undefined) => void;
  /** What the mail itself agrees on, offered until something is typed. */
  found?: SpokenStep | undefined;
};

/** What is agreed to happen next, and on which day: typed in one go, or taken from the mail. */
export function NextStepRow({ value, onChange, found }: NextStepRowProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  const focus = () => {
    setTyping(true);
    queueMicrotask(() => input.current?.focus());
  };
  useKeys({ s: focus });
  const isOffered = found !== undefined && !value && !isTyping;
  return (
    <PropRow label={t('now.next_step')} top>
      {isOffered ? (
        <FoundStep step={found} onAccept={() => onChange(accepted(found))} onOther={focus} />
      ) : (
        <Typed {...{ input, value, onChange }} hasFocus={isTyping && found !== undefined} />
      )}
    </PropRow>
  );
}

type TypedProps = Omit<NextStepRowProps, 'found'> & {
  input: preact.RefObject<HTMLInputElement>;
  hasFocus: boolean;
};

function Typed({ input, value, onChange, hasFocus }: TypedProps) {
  const { today } = here();
  useLayoutEffect(() => {
    if (hasFocus) input.current?.focus();
  }, [hasFocus]);
  return (
    <div class="grid w-full gap-2 py-1">
      <div class="flex items-center gap-3">
        <StepField
          label={t('now.next_step')}
          placeholder={t('now.next_step_hint')}
          inputRef={input}
          value={value}
          onChange={onChange}
          usualDay={quickDays(today)[0]?.day ?? today}
        />
        {value && <Kind value={value} onChange={onChange} />}
      </div>
      {value && <WhenLine value={value} today={today} onChange={onChange} />}
    </div>
  );
}

function Kind({ value, onChange }: { value: NextStepDraft; onChange: (value: NextStepDraft) => void }) {
  return (
    <PropMenu
      label={t('now.step_kind')}
      text={value.kind === 'other' ? undefined : t(`enums.task_kind.${value.kind}`)}
      placeholder={t('now.step_kind_none')}
      options={TaskKind.options.map((kind) => ({ value: kind, label: t(`enums.task_kind.${kind}`) }))}
      value={value.kind}
      onSelect={(kind) => onChange({ ...value, kind, isKindChosen: true })}
    />
  );
}
