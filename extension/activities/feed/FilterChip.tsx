import type { Ref } from 'preact';
import { t } from '../../app/i18n.ts';
import { Chip } from '../../ui/Chip.tsx';
import { shown } from '../../ui/shown.ts';
import { removeFilter } from './feed-filter.ts';
import type { FilterKey } from './filter.ts';

/** The same button before and after choosing, so that the focus stays on it. */
export function FilterChip(props: {
  name: FilterKey;
  text: string | undefined;
  chipRef?: Ref<HTMLButtonElement>;
  isOpen?: boolean;
  onOpen?: () => void;
}) {
  const { name, text, chipRef, isOpen = false, onOpen } = props;
  const label = t(`feed.${name}`);
  if (text === undefined) {
    return (
      <Chip {...(chipRef && { chipRef })} expanded={isOpen} onClick={() => onOpen?.()}>
        {label}
      </Chip>
    );
  }
  return (
    <Chip
      {...(chipRef && { chipRef })}
      kind="on"
      class="max-w-48"
      removeLabel={t('feed.remove', { name: `${label} ${text}` })}
      onClick={() => removeFilter(name)}
    >
      {shown(text)}
    </Chip>
  );
}
