import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import type { NameHit, SearchResult } from '../../../shared/search.ts';
import { recentAbouts } from '../../activities/recent-abouts.ts';
import { api, unwrap } from '../../api/client.ts';
import { t } from '../i18n.ts';
import { COMMANDS, type Command, emptyGroups, foundGroups, type Group } from './entries.ts';

const PAUSE_MS = 150;
const NOTHING: SearchResult = { names: [], activities: [] };

export type Found = {
  groups: Group[];
  isSearching: boolean;
  /** The answer is here and holds nothing. */
  isNothing: boolean;
  error: unknown;
};

/** What the palette offers for `typed`. The last results stay while the next are on their way. */
export function useFound(typed: string): Found {
  const recent = useRecent();
  const q = usePaused(typed.trim());
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', q],
    enabled: q !== '',
    queryFn: ({ signal }) => unwrap(api().api.v1.search.$get({ query: { q } }, { init: { signal } })),
    placeholderData: keepPreviousData,
    // Whoever types is told at once, and the next letter asks anew.
    retry: false,
  });
  if (typed.trim() === '') {
    return { groups: emptyGroups(recent), isSearching: false, isNothing: false, error: null };
  }
  const isSearching = isFetching || q !== typed.trim();
  const result = (error ? undefined : data) ?? NOTHING;
  const isNothing = !isSearching && !error && result.names.length + result.activities.length === 0;
  return { groups: foundGroups(result, namedCommands(q)), isSearching, isNothing, error };
}

function namedCommands(q: string): Command[] {
  const wanted = q.toLowerCase();
  return COMMANDS.filter((command) => t(`search.${command}`).toLowerCase().includes(wanted));
}

function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

function useRecent(): readonly NameHit[] {
  const [recent, setRecent] = useState<readonly NameHit[]>([]);
  useEffect(() => {
    let isHere = true;
    // Without them the palette still finds everything.
    recentAbouts().then(
      (known) => isHere && setRecent(known),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  return recent;
}
