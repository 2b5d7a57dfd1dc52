import type { Me } from '../../../shared/session.ts';
import { relativeDay } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { go } from '../../app/navigation.ts';
import { here } from '../../app/place.ts';
import { outbox } from '../../outbox/outbox.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Undo2 } from '../../ui/icons.ts';
import { ActivityRow } from '../ActivityRow.tsx';
import { groupByDay } from './timeline.ts';
import { isUnread } from './unread.ts';
import type { Feed } from './use-feed.ts';

/** The rows under their days. A day's count is of the rows on screen; a plus says that it may hold more. */
export function FeedList({ feed, me }: { feed: Feed; me: Me }) {
  const place = here();
  const withdrawn = withdrawnIds();
  const groups = groupByDay(feed.rows, place.timeZone);
  return (
    <>
      {groups.map(({ day, items }, i) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2
            id={`day-${day}`}
            class="section-label sticky top-0 z-1 border-b border-line bg-base-200 px-4 py-1"
          >
            <span>{relativeDay(day, place)}</span>
            <span class="num">
              {i === groups.length - 1 && feed.hasMore
                ? t('feed.count_more', { count: items.length })
                : t('feed.count', { count: items.length })}
            </span>
          </h2>
          {items.map((item) => (
            <ActivityRow
              key={item.id}
              item={item}
              me={me}
              isUnread={isUnread(item, me.user.id)}
              mark={withdrawn.has(item.id) && <Chip icon={Undo2}>{t('feed.withdrawing')}</Chip>}
              onOpen={() => go({ name: 'record', id: item.id })}
            />
          ))}
        </section>
      ))}
    </>
  );
}

/** Taken back here, the server not yet told. The receipt of a log that was not joined has the id of its record. */
function withdrawnIds(): Set<string | undefined> {
  const { waiting, sending } = outbox.value;
  return new Set([...waiting, ...sending].map(({ target }) => target));
}
