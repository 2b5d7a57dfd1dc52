import { useRef } from 'preact/hooks';
import { type Outcome, outcomesOf } from '../../../shared/activity.ts';
import { t } from '../../app/i18n.ts';
import { nextIndex } from '../../ui/roving.ts';
import { isGeneral } from '../activity-words.ts';
import type { WrittenType } from './written.ts';

type OutcomeChipsProps = {
  type: WrittenType;
  value: Outcome | undefined;
  onChange: (outcome: Outcome | null) => void;
};

/** How it went, one press each: the type's own outcomes where it has some. Pressing the chosen one takes it off. */
export function OutcomeChips({ type, value, onChange }: OutcomeChipsProps) {
  const group = useRef<HTMLDivElement>(null);
  const all = outcomesOf(type);
  const own = all.filter((outcome) => !isGeneral(outcome));
  const outcomes = own.length > 0 ? [...own, ...(value && isGeneral(value) ? [value] : [])] : all;
  const chosen = value ? outcomes.indexOf(value) : -1;
  const move = (event: KeyboardEvent) => {
    const to = nextIndex(event.key, Math.max(chosen, 0), outcomes.length);
    const outcome = to === undefined ? undefined : outcomes[to];
    if (to === undefined || !outcome) return;
    event.preventDefault();
    onChange(outcome);
    group.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div class="grid gap-1">
      <p class="text-xs text-muted" id="write-outcome">
        {t('now.outcome')}
      </p>
      <div
        ref={group}
        class="flex flex-wrap gap-1.5"
        role="radiogroup"
        aria-labelledby="write-outcome"
        onKeyDown={move}
      >
        {outcomes.map((outcome, i) => (
          // biome-ignore lint/a11y/useSemanticElements: a chip shows text and pressed state that a radio input cannot
          <button
            key={outcome}
            type="button"
            role="radio"
            class={`chip ${outcome === value ? 'chip-on' : ''}`}
            aria-checked={outcome === value}
            tabIndex={i === Math.max(chosen, 0) ? 0 : -1}
            onClick={() => onChange(outcome === value ? null : outcome)}
          >
            {t(`enums.outcome.${outcome}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
