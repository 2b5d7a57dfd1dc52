import type { ActivityType, Direction } from '../../../shared/activity.ts';
import { t } from '../../app/i18n.ts';
import type { Option } from '../../ui/options.tsx';
import { PropMenu, PropRow } from '../../ui/PropRow.tsx';
import { whatWords } from '../activity-words.ts';
import type { Edits } from '../choices.ts';
import { OutcomeMenu } from '../OutcomeMenu.tsx';
import type { ItemState } from './use-item.ts';

const DIRECTIONS: Direction[] = ['inbound', 'outbound', 'internal'];
/** What a web page can be the trace of. */
const PAGE_TYPES: ActivityType[] = ['web_capture', 'message', 'note', 'other'];

/** Type with direction, and how it went. */
export function TypeRow({ item }: { item: ItemState }) {
  const { choices, change, captured } = item;
  const { type, direction } = choices;
  return (
    <PropRow label={t('now.type')}>
      <PropMenu
        label={t('now.type')}
        text={whatWords({ type, direction })}
        options={captured.item.kind === 'mail' ? mailOptions() : pageOptions()}
        value={direction ?? type}
        onSelect={(chosen) => change(typeChange(chosen))}
      />
      <span class="ml-2 text-xs text-faint">{t('now.outcome')}</span>
      <OutcomeMenu
        label={t('now.outcome')}
        type={type}
        outcome={choices.outcome ?? null}
        onSelect={(outcome) => change({ outcome })}
      />
    </PropRow>
  );
}

const mailOptions = (): Option<Direction | ActivityType>[] =>
  DIRECTIONS.map((direction) => ({ value: direction, label: whatWords({ type: 'email', direction }) }));

const pageOptions = (): Option<Direction | ActivityType>[] =>
  PAGE_TYPES.map((type) => ({ value: type, label: t(`enums.activity_type.${type}`) }));

function typeChange(chosen: Direction | ActivityType): Partial<Edits> {
  const direction = DIRECTIONS.find((known) => known === chosen);
  const type = PAGE_TYPES.find((known) => known === chosen);
  return direction ? { direction } : { type, outcome: undefined };
}
