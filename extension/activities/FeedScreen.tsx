import { useEffect, useRef } from 'preact/hooks';
import type { Me } from '../../shared/session.ts';
import { ErrorNotice } from '../app/ErrorNotice.tsx';
import { t } from '../app/i18n.ts';
import { KeyHints } from '../app/KeyHints.tsx';
import { Screen } from '../app/Screen.tsx';
import { session } from '../app/session.ts';
import { Loading } from '../ui/Loading.tsx';
import { FeedEmpty } from './feed/FeedEmpty.tsx';
import { FeedEnd } from './feed/FeedEnd.tsx';
import { FeedList } from './feed/FeedList.tsx';
import { FeedSkeleton } from './feed/FeedSkeleton.tsx';
import { FilterBar } from './feed/FilterBar.tsx';
import { FreshPill } from './feed/FreshPill.tsx';
import { isFiltered } from './feed/filter.ts';
import { QueuedRows } from './feed/QueuedRows.tsx';
import { noteShown } from './feed/unread.ts';
import { type Feed, useFeed } from './feed/use-feed.ts';
import { useRowKeys } from './feed/use-row-keys.ts';

/** What the team has logged, newest first. */
export function FeedScreen() {
  const me = session.value?.me;
  return me ? <TeamFeed me={me} /> : null;
}

function TeamFeed({ me }: { me: Me }) {
  const feed = useFeed();
  useRowKeys(feed.rows);
  useTopOnNewFilter(feed);
  useEffect(() => noteShown({ rows: feed.rows, isFiltered: isFiltered(feed.filter) }));
  return (
    <>
      <FilterBar filter={feed.filter} me={me} />
      <Screen title={t('feed.title')} footer={<FeedHints />}>
        <FreshPill feed={feed} />
        <QueuedRows filter={feed.filter} me={me} />
        <Loading pending={feed.isLoading} label={t('feed.loading')} shape={<FeedSkeleton />}>
          {() => <FeedBody feed={feed} me={me} />}
        </Loading>
      </Screen>
    </>
  );
}

function FeedBody({ feed, me }: { feed: Feed; me: Me }) {
  if (feed.error) return <ErrorNotice error={feed.error} onRetry={feed.retry} />;
  if (feed.rows.length === 0 && !feed.hasMore) return <FeedEmpty filter={feed.filter} me={me} />;
  return (
    <>
      <FeedList feed={feed} me={me} />
      <FeedEnd feed={feed} />
    </>
  );
}

function useTopOnNewFilter({ filter }: Feed): void {
  const shown = useRef(filter);
  useEffect(() => {
    if (shown.current === filter) return;
    shown.current = filter;
    document.querySelector('.panel-body')?.scrollTo({ top: 0 });
  }, [filter]);
}

const FeedHints = () => (
  <KeyHints
    hints={[
      { keys: 'j k', label: t('feed.key_move') },
      { keys: 'enter', label: t('feed.key_open') },
      { keys: 'e', label: t('feed.key_read') },
      { keys: 'f', label: t('feed.key_filter') },
    ]}
  />
);
