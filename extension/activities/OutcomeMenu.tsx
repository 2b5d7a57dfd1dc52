import { type ActivityType, type Outcome, outcomesOf } from '../../shared/activity.ts';
import { t } from '../app/i18n.ts';
import { PropMenu } from '../ui/PropRow.tsx';

type OutcomeMenuProps = {
  label: string;
  type: ActivityType;
  outcome: Outcome | null;
  onSelect: (outcome: Outcome | null) => void;
};

/** How it went: what makes sense for the type, or nothing. */
export function OutcomeMenu({ label, type, outcome, onSelect }: OutcomeMenuProps) {
  const choices: (Outcome | null)[] = [...outcomesOf(type), null];
  return (
    <PropMenu<Outcome | null>
      label={label}
      text={outcome ? t(`enums.outcome.${outcome}`) : undefined}
      placeholder={t('ui.none')}
      options={choices.map((value) => ({
        value,
        label: value ? t(`enums.outcome.${value}`) : t('ui.none'),
      }))}
      value={outcome}
      onSelect={onSelect}
    />
  );
}
