import { useRef } from 'preact/hooks';
import { isUnread } from '../../activities/feed/unread.ts';
import { useFeedHead } from '../../activities/feed/use-feed.ts';
import { outbox } from '../../outbox/outbox.ts';
import { openCount, useToday, useTodayAnew } from '../../tasks/use-today.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CloudUpload, Plus, Search, Settings } from '../../ui/icons.ts';
import { nextIndex } from '../../ui/roving.ts';
import { t } from '../i18n.ts';
import { cameFrom, go, type View, view } from '../navigation.ts';
import { session } from '../session.ts';

const TABS = ['now', 'feed', 'today'] as const;
const TAB_NAMES: readonly string[] = TABS;

/** Tabs at the left, at the right what is used less often. */
export function Header() {
  const { name } = view.value;
  return (
    <header class="panel-head">
      <Tabs current={name === 'record' ? tabOfRecord() : name} />
      <div class="ml-auto flex">
        <Shortcut to="search" icon={Search} label={t('app.search')} current={name} />
        <Shortcut to="write" icon={Plus} label={t('app.write')} current={name} />
        <QueueButton isCurrent={name === 'queue'} />
        <Shortcut to="settings" icon={Settings} label={t('app.settings')} current={name} />
      </div>
    </header>
  );
}

/** A record stands under the list it was opened from. */
const tabOfRecord = () => (cameFrom() === 'today' ? 'today' : 'feed');

function Tabs({ current }: { current: View['name'] }) {
  const list = useRef<HTMLDivElement>(null);
  const chosen = TAB_NAMES.indexOf(current);
  const move = (event: KeyboardEvent) => {
    const to = nextIndex(event.key, Math.max(chosen, 0), TABS.length);
    const name = to === undefined ? undefined : TABS[to];
    if (!name) return;
    event.preventDefault();
    go({ name });
    document.getElementById(`tab-${name}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" class="tabs-text" aria-label={t('app.screens')} onKeyDown={move}>
      {TABS.map((name, i) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          class="tab-text cursor-pointer"
          aria-selected={name === current}
          aria-controls="screen"
          tabIndex={i === Math.max(chosen, 0) ? 0 : -1}
          onClick={() => go({ name })}
        >
          {t(`app.${name}`)}
          {name === 'feed' && <UnreadCount />}
          {name === 'today' && <TodayCount />}
        </button>
      ))}
    </div>
  );
}

/** What is overdue or due: the number that the day's own screen shows. */
function TodayCount() {
  useTodayAnew();
  const { data } = useToday();
  const count = data ? openCount(data) : 0;
  return <Count count={count} hasMore={data?.cursor !== undefined} words={t('app.today_count', { count })} />;
}

/** Of the newest page: nobody counts further. */
function UnreadCount() {
  const head = useFeedHead();
  const userId = session.value?.me.user.id ?? 0;
  const rows = head?.items ?? [];
  const count = rows.filter((item) => isUnread(item, userId)).length;
  const hasMore = count === rows.length && head?.nextCursor !== undefined;
  return <Count count={count} hasMore={hasMore} words={t('app.unread_count', { count })} />;
}

function Count({ count, hasMore, words }: { count: number; hasMore: boolean; words: string }) {
  if (count === 0) return null;
  return (
    <span class="num font-normal text-faint text-xs">
      <span aria-hidden="true">{`${count}${hasMore ? '+' : ''}`}</span>
      <span class="sr-only">{words}</span>
    </span>
  );
}

function Shortcut(props: {
  to: 'search' | 'write' | 'settings';
  icon: typeof Search;
  label: string;
  current: View['name'];
}) {
  const { to, icon, label, current } = props;
  const isCurrent = to === current;
  return (
    <IconButton
      id={`go-${to}`}
      icon={icon}
      label={label}
      class={isCurrent ? 'is-hover' : ''}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => go({ name: to })}
    />
  );
}

function QueueButton({ isCurrent }: { isCurrent: boolean }) {
  const { unsent, rejected } = outbox.value;
  const label = unsent > 0 ? t('app.queue_count', { count: unsent }) : t('app.queue');
  return (
    <button
      id="go-queue"
      type="button"
      class={`btn btn-ghost btn-sm ${unsent > 0 ? 'px-1.5' : 'btn-square'} ${isCurrent ? 'is-hover' : ''}`}
      title={label}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => go({ name: 'queue' })}
    >
      <Icon of={CloudUpload} class={rejected.length > 0 ? 'text-danger' : ''} />
      {unsent > 0 && <span class={`num text-xs ${rejected.length > 0 ? 'text-danger' : ''}`}>{unsent}</span>}
    </button>
  );
}
