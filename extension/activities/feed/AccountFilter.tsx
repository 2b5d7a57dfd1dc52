import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { rememberAbout } from '../recent-abouts.ts';
import { searchOptions, searchWords } from '../search-about.tsx';
import { closeOnEscape } from './close-on-escape.ts';
import { FilterChip } from './FilterChip.tsx';
import { setFilter } from './feed-filter.ts';

export function AccountFilter({ text }: { text: string | undefined }) {
  const chip = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    chip.current?.focus();
  };
  return (
    <>
      <FilterChip name="account" text={text} chipRef={chip} isOpen={isOpen} onOpen={() => setOpen(!isOpen)} />
      {isOpen && (
        <Popover anchor={chip} onClose={() => setOpen(false)}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: only Esc, on its way out of the field */}
          <div class="w-64 p-1" onKeyDown={(event) => closeOnEscape(event, close)}>
            <AccountSearch onDone={close} />
          </div>
        </Popover>
      )}
    </>
  );
}

function AccountSearch({ onDone }: { onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
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
