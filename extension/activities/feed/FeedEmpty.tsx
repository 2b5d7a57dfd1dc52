import type { Me } from '../../../shared/session.ts';
import { formatList } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { go } from '../../app/navigation.ts';
import { here } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChip } from './FilterChip.tsx';
import { feedFilter } from './feed-filter.ts';
import { type FeedFilter, isFiltered } from './filter.ts';
import { FILTER_KEYS, filterTexts } from './filter-texts.ts';

/** No rows: nobody has logged, or the filters let nothing through, and then each can be lifted right here. */
export function FeedEmpty({ filter, me }: { filter: FeedFilter; me: Me }) {
  if (!isFiltered(filter)) {
    return (
      <EmptyState
        title={t('feed.empty_title')}
        actions={<Button onClick={() => go({ name: 'write' })}>{t('feed.empty_write')}</Button>}
      >
        {t('feed.empty_text')}
      </EmptyState>
    );
  }
  const texts = filterTexts(filter, me);
  const chosen = FILTER_KEYS.filter((key) => texts[key] !== undefined);
  const names = chosen.map((key) => texts[key] ?? '');
  return (
    <EmptyState
      title={t('feed.no_match_title')}
      actions={
        <>
          {chosen.map((key) => (
            <FilterChip key={key} name={key} text={texts[key]} />
          ))}
          {chosen.length > 1 && (
            <Button
              kind="ghost"
              onClick={() => {
                feedFilter.value = {};
              }}
            >
              {t('feed.remove_all')}
            </Button>
          )}
        </>
      }
    >
      {t('feed.no_match_text', { filters: formatList(names, here()) })}
    </EmptyState>
  );
}
