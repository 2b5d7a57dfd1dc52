import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../app/i18n.ts';
import { Combobox } from '../ui/Combobox.tsx';
import type { Edits } from './choices.ts';
import { searchOptions, searchWords } from './search-about.tsx';
import { aboutOf } from './write/written.ts';

type Props = { onSelect: (place: Pick<Edits, 'account' | 'opportunity'>) => void };

/** Where to log a mail: an account, straight or by one of its opportunities. */
export function AccountSearch({ onSelect }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <Combobox
      label={t('now.log_to')}
      labelHidden
      text=""
      placeholder={t('now.find_account')}
      inputRef={input}
      search={(query, signal) => searchOptions(query, ['account', 'opportunity'], signal)}
      words={searchWords()}
      onSelect={(hit) => {
        const about = aboutOf(hit);
        if (about?.account) onSelect({ account: about.account, opportunity: about.opportunity });
      }}
    />
  );
}
