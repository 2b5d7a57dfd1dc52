import { money } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import type { Option } from '../../ui/options.tsx';
import { PropMenu, PropRow } from '../../ui/PropRow.tsx';
import type { Writing } from './use-writing.ts';

const NONE = '';

/** Appears with an account that has open opportunities. */
export function OpportunityRow({ writing }: { writing: Writing }) {
  const { form, change, opportunities } = writing;
  const { about } = form;
  if (opportunities.length === 0) return null;
  const choose = (id: string) =>
    change({ about: { ...about, opportunity: opportunities.find((one) => one.id === id) } });
  const place = here();
  const options: Option<string>[] = [
    ...opportunities.map(({ id, name, nextStep, amountMinor, currency }) => ({
      value: id,
      label: name,
      hint: nextStep,
      end: amountMinor > 0 ? money(amountMinor, currency, place) : undefined,
    })),
    { value: NONE, label: t('ui.none') },
  ];
  return (
    <PropRow label={t('enums.search_kind.opportunity')}>
      <PropMenu
        label={t('enums.search_kind.opportunity')}
        text={about?.opportunity?.name}
        placeholder={t('write.pick_opportunity', { count: opportunities.length })}
        options={options}
        value={about?.opportunity?.id ?? NONE}
        onSelect={choose}
      />
    </PropRow>
  );
}
