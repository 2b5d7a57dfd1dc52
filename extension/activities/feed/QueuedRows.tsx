import type { Me } from '../../../shared/session.ts';
import { t } from '../../app/i18n.ts';
import { go } from '../../app/navigation.ts';
import { here } from '../../app/place.ts';
import { outbox } from '../../outbox/outbox.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CircleAlert, CloudUpload } from '../../ui/icons.ts';
import { ActivityRow } from '../ActivityRow.tsx';
import type { FeedFilter } from './filter.ts';
import { type Queued, queuedRows } from './queued.ts';

/** What is saved on this device and not yet with the server, above everything that the server has. */
export function QueuedRows({ filter, me }: { filter: FeedFilter; me: Me }) {
  const { timeZone, today } = here();
  const rows = queuedRows(outbox.value, filter, { userId: me.user.id, timeZone, today });
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('feed.queued')}>
      <h2 class="section-label sticky top-0 z-1 border-b border-line bg-base-200 px-4 py-1">
        <span>{t('feed.queued')}</span>
        <span class="num">{t('feed.count', { count: rows.length })}</span>
      </h2>
      {rows.map(({ record, item }) => (
        <ActivityRow
          key={record.id}
          item={item}
          me={me}
          onOpen={() => go({ name: 'queue' })}
          mark={<StateChip state={record.state} />}
        />
      ))}
    </section>
  );
}

function StateChip({ state }: { state: Queued['record']['state'] }) {
  if (state === 'rejected') {
    return (
      <Chip kind="danger" icon={CircleAlert}>
        {t('feed.rejected')}
      </Chip>
    );
  }
  return <Chip icon={CloudUpload}>{t(state === 'sending' ? 'feed.sending' : 'feed.queued')}</Chip>;
}
