import { type ActivityType, type Outcome, outcomesOf } from '../../../shared/activity.ts';
import { t } from '../../app/i18n.ts';
import { PropMenu, PropRow } from '../../ui/PropRow.tsx';

type Props = { type: ActivityType; outcome: Outcome | null; onSelect: (outcome: Outcome | null) => void };

/** How it went: what makes sense for the type, or nothing. A row of a <dl>. */
export function OutcomeMenu({ type, outcome, onSelect }: Props) {
  const choices: (Outcome | null)[] = [...outcomesOf(type), null];
  return (
    <PropRow label={t('record.outcome')}>
      <PropMenu<Outcome | null>
        label={t('record.outcome')}
        text={outcome ? t(`enums.outcome.${outcome}`) : undefined}
        placeholder={t('ui.none')}
        options={choices.map((value) => ({
          value,
          label: value ? t(`enums.outcome.${value}`) : t('ui.none'),
        }))}
        value={outcome}
        onSelect={onSelect}
      />
    </PropRow>
  );
}
