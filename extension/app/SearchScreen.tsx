import { useState } from 'preact/hooks';
import { t } from './i18n.ts';
import { openEntry } from './search/open-entry.ts';
import { Palette } from './search/Palette.tsx';
import { useFound } from './search/use-found.ts';

/** Search or do: everything by name, logs by their words, and the screens. */
export function SearchScreen({ query = '' }: { query?: string | undefined }) {
  const [typed, setTyped] = useState(query);
  const found = useFound(typed);
  return (
    <>
      <h1 class="sr-only">{t('search.label')}</h1>
      <Palette typed={typed} onType={setTyped} found={found} onOpen={openEntry} />
    </>
  );
}
