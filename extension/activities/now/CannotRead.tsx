import { type CaptureState, requestCapture } from '../../app/captured.ts';
import { t } from '../../app/i18n.ts';
import { go } from '../../app/navigation.ts';
import { Screen } from '../../app/Screen.tsx';
import { Icon, type LucideIcon } from '../../ui/Icon.tsx';
import {
  CheckCheck,
  CircleQuestionMark,
  ClockAlert,
  Lock,
  Mail,
  PencilLine,
  RefreshCw,
  ShieldCheck,
  TextSelect,
  TriangleAlert,
} from '../../ui/icons.ts';
import { clipLine } from '../clip.ts';
import { HowToRead } from './HowToRead.tsx';
import { doubtOf, takeMarkedWords } from './made-out.ts';
import { Heading, type Offer, Offers, writeOffer } from './Offers.tsx';
import { type Obstacle, obstacleOf } from './obstacle.ts';
import { PickSender } from './PickSender.tsx';
import { allowAndRead, hostOf, useAllow } from './use-allow.ts';

const ICON: Record<Obstacle['code'], LucideIcon> = {
  list: Mail,
  composing: PencilLine,
  frame_blocked: ShieldCheck,
  cannot_tell: CircleQuestionMark,
  no_grant: ShieldCheck,
  restricted_page: Lock,
  timeout: ClockAlert,
  error: TriangleAlert,
};

/** Nothing could be read: why, what is safe, and the way on. */
export function CannotRead({ state }: { state: CaptureState }) {
  const obstacle = obstacleOf(state);
  const { code, site } = obstacle;
  const doubt = doubtOf(state);
  const values = { site: hostOf(site ?? ''), detail: obstacle.detail ?? '' };
  return (
    <Screen>
      <Heading title={t(`now.obstacle.${code}`)} icon={ICON[code]}>
        <p>{t(`now.obstacle.${code}_text`, values)}</p>
        {((code === 'list' && site) || code === 'no_grant') && <HowToRead />}
        {code === 'list' && !site && <p>{t('now.how.allowed')}</p>}
      </Heading>
      {doubt && <PickSender state={state} doubt={doubt} />}
      <Ways key={code} obstacle={obstacle} state={state} />
      <p class="flex items-center gap-2 px-4 pt-3 text-xs text-faint">
        <Icon of={ShieldCheck} small />
        {t('now.nothing_left')}
      </p>
    </Screen>
  );
}

function Ways({ obstacle, state }: { obstacle: Obstacle; state: CaptureState }) {
  const doubt = doubtOf(state);
  const { code, site } = obstacle;
  const { answer, allow } = useAllow(site);
  const name = hostOf(site ?? '');
  const allowOffer: Offer = {
    icon: ShieldCheck,
    label: t('now.offer.allow', { site: name }),
    hint: t('now.offer.allow_hint'),
    onClick: () => void allowAndRead(allow),
  };
  const isClosed = code === 'no_grant' || code === 'frame_blocked';
  return (
    <>
      <Offers
        offers={[
          ...(obstacle.selected ? [catchUpOffer(obstacle.selected)] : []),
          ...(doubt ? [markedOffer(state, doubt.selection)] : []),
          ...(isClosed && site ? [allowOffer] : []),
          ...(isClosed || code === 'restricted_page' ? [] : [againOffer()]),
          ...(code === 'list' && site ? [allowOffer] : []),
          writeOffer(),
        ]}
      />
      {answer === 'denied' && (
        <p class="px-4 pt-3 text-xs text-warn" role="alert">
          {t('now.denied', { site: name })}
        </p>
      )}
    </>
  );
}

/** Several messages ticked in the list: log them together. */
const catchUpOffer = (count: number): Offer => ({
  icon: CheckCheck,
  label: t('catch_up.offer', { count }),
  hint: t('catch_up.offer_hint'),
  keys: 'l',
  onClick: () => go({ name: 'catch_up' }),
});

/** The words of the mail as the rep marks them on the page. */
const markedOffer = (state: CaptureState, words: string | undefined): Offer => ({
  icon: TextSelect,
  label: t('now.offer.marked'),
  hint: clipLine(words, 80) ?? t('now.offer.marked_hint'),
  onClick: () => void takeMarkedWords(state),
});

const againOffer = (): Offer => ({
  icon: RefreshCw,
  label: t('now.offer.again'),
  hint: t('now.offer.again_hint'),
  onClick: () => void requestCapture(),
});
