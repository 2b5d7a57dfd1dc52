import { t } from '../../app/i18n.ts';
import { go } from '../../app/navigation.ts';
import { ActivityRow } from '../ActivityRow.tsx';
import type { ItemState } from './use-item.ts';

/** The last activities with this customer. */
export function Recent({ item }: { item: ItemState }) {
  const { context } = item.match;
  const account = item.choices.account;
  const rows =
    context?.recent.filter((row) => !account || !row.account || row.account.id === account.id) ?? [];
  if (rows.length === 0) return null;
  return (
    <section class="section" aria-labelledby="now-recent">
      <h2 class="section-label" id="now-recent">
        {t('now.recent')}
      </h2>
      <ul class="mt-1 grid">
        {rows.map((row) => (
          <li key={row.id} class="min-w-0">
            <ActivityRow
              item={row}
              me={item.session.me}
              isCompact
              onOpen={() => go({ name: 'record', id: row.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
