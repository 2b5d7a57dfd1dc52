import { useRef } from 'preact/hooks';
import type { Day } from '../../shared/day.ts';
import { TaskKind } from '../../shared/task.ts';
import { formatDay } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { useKeys } from '../app/keyboard.ts';
import { here } from '../app/place.ts';
import { Chip } from '../ui/Chip.tsx';
import { PropMenu, PropRow } from '../ui/PropRow.tsx';
import type { NextStepDraft } from './choices.ts';
import { quickDays } from './next-days.ts';

type NextStepRowProps = {
  value: NextStepDraft | undefined;
  onChange: (value: NextStepDraft | undefined) => void;
};

/** What is agreed to happen next, and on which day. Its second line comes with the first letter. */
export function NextStepRow({ value, onChange }: NextStepRowProps) {
  const input = useRef<HTMLInputElement>(null);
  useKeys({ s: () => input.current?.focus() });
  const { today } = here();
  const type = (text: string) => {
    if (text === '') return onChange(undefined);
    const day = value?.dueOn ?? quickDays(today)[0]?.day ?? today;
    onChange({ kind: value?.kind ?? 'other', dueOn: day, text });
  };
  return (
    <PropRow label={t('now.next_step')} top>
      <div class="grid w-full gap-2 py-1">
        <div class="flex items-center gap-3">
          <input
            ref={input}
            class="input input-sm min-w-0 flex-1"
            aria-label={t('now.next_step')}
            placeholder={t('now.next_step_hint')}
            autocomplete="off"
            maxLength={300}
            value={value?.text ?? ''}
            onInput={(event) => type(event.currentTarget.value)}
          />
          {value && <Kind value={value} onChange={onChange} />}
        </div>
        {value && <When value={value} today={today} onChange={onChange} />}
      </div>
    </PropRow>
  );
}

type WhenProps = { value: NextStepDraft; today: Day; onChange: (value: NextStepDraft) => void };

function When({ value, today, onChange }: WhenProps) {
  const place = here();
  const days = quickDays(today);
  return (
    <div class="flex flex-wrap items-center gap-1.5">
      {days.map(({ code, day }) => (
        <Chip
          key={code}
          kind={day === value.dueOn ? 'on' : 'plain'}
          title={formatDay(day, place)}
          onClick={() => onChange({ ...value, dueOn: day })}
        >
          {t(`now.day.${code}`)}
        </Chip>
      ))}
      <input
        type="date"
        class="input input-xs w-32"
        aria-label={t('now.due_on')}
        min={today}
        value={value.dueOn}
        onInput={({ currentTarget }) =>
          currentTarget.value && onChange({ ...value, dueOn: currentTarget.value })
        }
      />
    </div>
  );
}

function Kind({ value, onChange }: Pick<WhenProps, 'value' | 'onChange'>) {
  return (
    <PropMenu
      label={t('now.step_kind')}
      text={value.kind === 'other' ? undefined : t(`enums.task_kind.${value.kind}`)}
      placeholder={t('now.step_kind_none')}
      options={TaskKind.options.map((kind) => ({ value: kind, label: t(`enums.task_kind.${kind}`) }))}
      value={value.kind}
      onSelect={(kind) => onChange({ ...value, kind })}
    />
  );
}
