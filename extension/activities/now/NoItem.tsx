import type { CaptureState } from '../../app/captured.ts';
import { t } from '../../app/i18n.ts';
import { Screen } from '../../app/Screen.tsx';
import { Bookmark } from '../../ui/icons.ts';
import { clipLine } from '../clip.ts';
import { HowToRead } from './HowToRead.tsx';
import { Heading, type Offer, Offers, writeOffer } from './Offers.tsx';
import { pageWanted } from './page-wanted.ts';

/** No mail here: what to do for one, and what else can be logged. */
export function NoItem({ state }: { state: CaptureState }) {
  const page = state.state === 'done' && state.result.status === 'item' ? state.result.item : undefined;
  const savePage: Offer[] =
    page?.kind === 'page'
      ? [
          {
            icon: Bookmark,
            label: t('now.offer.page'),
            hint: clipLine(page.title, 80) ?? t('now.offer.page_hint'),
            keys: 's',
            onClick: () => {
              pageWanted.value = page.pageKey;
            },
          },
        ]
      : [];
  return (
    <Screen>
      <Heading title={t(page ? 'now.no_mail.page' : 'now.no_mail.idle')}>
        <HowToRead />
      </Heading>
      <Offers offers={[...savePage, writeOffer()]} />
    </Screen>
  );
}
