import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { rememberAbout } from '../recent-abouts.ts';
import { searchOptions, searchWords } from '../search-about.tsx';
import { setFilter } from './feed-filter.ts';

export function AccountSearch({ onDone }: { onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <Combobox
      label={t('feed.find_account')}
      text=""
      inputRef={field}
      search={(query, signal) => searchOptions(query, ['account'], signal)}
      onSelect={({ id, name }) => {
        void rememberAbout({ account: { id, name } });
        setFilter({ account: { id, name } });
        onDone();
      }}
      words={searchWords()}
    />
  );
}
