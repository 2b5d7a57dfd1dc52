import { useEffect, useRef, useState } from 'preact/hooks';
import { findAccounts } from '../../accounts/find-accounts.tsx';
import { loadRecent, recentAccounts, rememberAccount } from '../../accounts/recent.ts';
import { t } from '../../app/i18n.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { closeOnEscape } from './close-on-escape.ts';
import { FilterChip } from './FilterChip.tsx';
import { setFilter } from './feed-filter.ts';

export function AccountFilter({ text }: { text: string | undefined }) {
  const chip = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    void loadRecent();
    setOpen(!isOpen);
  };
  const close = () => {
    setOpen(false);
    chip.current?.focus();
  };
  return (
    <>
      <FilterChip name="account" text={text} chipRef={chip} isOpen={isOpen} onOpen={open} />
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
      search={(query, signal) => findAccounts(query, signal, recentAccounts.peek())}
      onSelect={(account) => {
        void rememberAccount(account);
        setFilter({ account });
        onDone();
      }}
      words={{
        searching: t('ui.searching'),
        nothing: (query) => t('ui.nothing_found', { query }),
        failed: t('ui.search_failed'),
      }}
    />
  );
}
