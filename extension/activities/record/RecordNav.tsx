import { useEffect } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { useKeys } from '../../app/keyboard.ts';
import { back, cameFrom, replace } from '../../app/navigation.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ArrowLeft, ChevronDown, ChevronUp } from '../../ui/icons.ts';
import { rowId } from '../ActivityRow.tsx';
import { markRead } from '../feed/unread.ts';
import { useFeed } from '../feed/use-feed.ts';

const READ_AHEAD = 3;

/** The way back, and from the feed also to the records above and below this one. */
export function RecordNav({ id }: { id: string }) {
  const isFromFeed = cameFrom() === 'feed';
  useEffect(() => markRead([id]), [id]);
  return (
    <nav class="flex h-11 items-center gap-1 px-2" aria-label={t('record.navigation')}>
      <Button kind="ghost" icon={ArrowLeft} onClick={back}>
        {isFromFeed ? t('feed.title') : t('app.back')}
      </Button>
      {isFromFeed && <Neighbours id={id} />}
    </nav>
  );
}

function Neighbours({ id }: { id: string }) {
  const { rows, hasMore, isLoadingMore, loadMore } = useFeed();
  const at = rows.findIndex((row) => row.id === id);
  const isNearEnd = at >= 0 && at >= rows.length - READ_AHEAD;
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoadingMore) loadMore();
  }, [isNearEnd, hasMore, isLoadingMore]);
  const show = (index: number) => {
    const row = at < 0 ? undefined : rows[index];
    if (!row) return false;
    replace({ name: 'record', id: row.id }, rowId(row));
  };
  useKeys({ j: () => show(at + 1), k: () => show(at - 1) });
  if (at < 0) return null;
  return (
    <>
      <span class="num ml-auto text-xs text-faint">
        {t(hasMore ? 'record.position_more' : 'record.position', { n: at + 1, total: rows.length })}
      </span>
      <IconButton
        icon={ChevronUp}
        label={t('record.previous')}
        disabledReason={at === 0 ? t('record.first') : undefined}
        onClick={() => show(at - 1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('record.next')}
        disabledReason={at === rows.length - 1 ? t('record.last') : undefined}
        onClick={() => show(at + 1)}
      />
    </>
  );
}
