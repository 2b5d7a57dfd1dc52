import { useEffect, useRef } from 'preact/hooks';
import { dayOf } from '../../../shared/day.ts';
import { CursorText } from '../../../shared/page.ts';
import { errorText } from '../../app/error-text.ts';
import { relativeDay } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import type { Feed } from './use-feed.ts';

const AHEAD = '600px';

/** Below the last row: reads on before one gets there; says so where it cannot, and where there is nothing more. */
export function FeedEnd({ feed }: { feed: Feed }) {
  const { hasMore, isLoadingMore, moreError, stalledAt, rows, loadMore } = feed;
  if (moreError) {
    return (
      <Line alert>
        {t('feed.more_failed')} {errorText(moreError)}
        <Button onClick={loadMore}>{t('ui.retry')}</Button>
      </Line>
    );
  }
  if (!hasMore) return rows.length > 0 ? <Line>{t('feed.end')}</Line> : null;
  if (isLoadingMore) return <Line>{t('feed.loading_more')}</Line>;
  if (stalledAt) {
    return (
      <Line>
        {t('feed.looked_back', { day: dayOfCursor(stalledAt) })}
        <Button onClick={loadMore}>{t('feed.look_further')}</Button>
      </Line>
    );
  }
  return (
    <>
      <Sentinel key={rows.length} onSeen={loadMore} />
      <Line>
        <Button onClick={loadMore}>{t('feed.more')}</Button>
      </Line>
    </>
  );
}

function dayOfCursor(cursor: string): string {
  const place = here();
  return relativeDay(dayOf(CursorText.parse(cursor).at, place.timeZone), place, { weekday: false });
}

function Line({ alert, children }: { alert?: boolean; children: preact.ComponentChildren }) {
  return (
    <div
      class="flex min-h-11 flex-wrap items-center justify-center gap-2 border-t border-line px-4 py-2 text-xs text-faint"
      role={alert ? 'alert' : 'status'}
    >
      {children}
    </div>
  );
}

/** Its `key` changes with every page, so that it looks anew when a short page left it in view. */
function Sentinel({ onSeen }: { onSeen: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && seen.current(),
      { root: element.closest('.panel-body'), rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={mark} aria-hidden="true" />;
}
