import { t } from '../../app/i18n.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChevronUp } from '../../ui/icons.ts';
import type { Feed } from './use-feed.ts';

/** New logs are offered above the list instead of moving it under the reader's eyes. */
export function FreshPill({ feed }: { feed: Feed }) {
  const count = feed.fresh.length;
  const show = () => {
    feed.showFresh();
    document.querySelector('.panel-body')?.scrollTo({ top: 0 });
  };
  return (
    <div class="sticky top-2 z-2 flex h-0 justify-center" role="status">
      {count > 0 && (
        <Chip kind="on" icon={ChevronUp} class="shadow-2" onClick={show}>
          {t('feed.new', { count })}
        </Chip>
      )}
    </div>
  );
}
