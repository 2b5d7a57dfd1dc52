import type { NameHit, SearchKind } from '../../shared/search.ts';
import { api, unwrap } from '../api/client.ts';
import { t } from '../app/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { Target } from '../ui/icons.ts';
import type { Option } from '../ui/options.tsx';
import { Mono } from '../ui/Person.tsx';
import { recentAbouts } from './recent-abouts.ts';

/** Accounts, people and opportunities by name; before anything is typed, what was logged to last. */
export async function searchOptions(
  query: string,
  kinds: readonly SearchKind[],
  signal: AbortSignal,
): Promise<readonly Option<NameHit>[]> {
  if (query.trim() === '') {
    const recent = await recentAbouts();
    return recent
      .filter(({ kind }) => kinds.includes(kind))
      .map((hit) => ({ ...optionOf(hit), group: t('now.used_last') }));
  }
  const found = await unwrap(
    api().api.v1.search.$get({ query: { q: query, kinds: kinds.join(',') } }, { init: { signal } }),
  );
  return found.names.map(optionOf);
}

const optionOf = (hit: NameHit): Option<NameHit> => ({
  value: hit,
  label: hit.name,
  hint: hit.hint,
  mark:
    hit.kind === 'opportunity' ? (
      <span class="grid w-6 shrink-0 place-items-center text-muted">
        <Icon of={Target} />
      </span>
    ) : (
      <Mono name={hit.name} kind={hit.kind === 'account' ? 'organisation' : 'person'} />
    ),
});

export const searchWords = () => ({
  searching: t('ui.searching'),
  nothing: (query: string) => (query.trim() ? t('ui.nothing_found', { query }) : t('now.type_to_find')),
  failed: t('ui.search_failed'),
});
