import { useEffect, useState } from 'preact/hooks';
import type { CapturedMail, CapturedPage } from '../../../shared/capture.ts';
import type { Me } from '../../../shared/session.ts';
import { holdsItem, otherItemOpen } from '../../app/captured.ts';
import { t } from '../../app/i18n.ts';
import { Screen } from '../../app/Screen.tsx';
import type { Session } from '../../app/session.ts';
import { noteAbout } from '../about-now.ts';
import { type CapturedItem, describe } from '../captured-item.ts';
import { NextStepRow } from '../NextStepRow.tsx';
import { useFoundStep } from '../next-step/use-found-step.ts';
import { ActionBar } from './ActionBar.tsx';
import { ItemHead } from './ItemHead.tsx';
import { ItemRibbon, UnknownRibbon } from './ItemRibbon.tsx';
import { Kept } from './Kept.tsx';
import { LogTo } from './LogTo.tsx';
import { OtherOpen } from './OtherOpen.tsx';
import { Reading } from './Reading.tsx';
import { Recent } from './Recent.tsx';
import { TypeRow } from './TypeRow.tsx';
import { type ItemState, useItem } from './use-item.ts';
import { useLogging } from './use-logging.ts';

type ItemScreenProps = {
  item: CapturedMail | CapturedPage;
  capturedAt: number;
  silentFrames: number;
  session: Session;
};

export function ItemScreen({ item, capturedAt, silentFrames, session }: ItemScreenProps) {
  const captured = useDescribed(item, { capturedAt, me: session.me });
  if (!captured) return <Reading />;
  return <KnownItem key={capturedAt} captured={captured} silentFrames={silentFrames} session={session} />;
}

/** Undefined for the moment that its keys take to be made. */
function useDescribed(
  item: CapturedMail | CapturedPage,
  { capturedAt, me }: { capturedAt: number; me: Me },
): CapturedItem | undefined {
  const [described, setDescribed] = useState<CapturedItem>();
  useEffect(() => {
    let isHere = true;
    void describe(item, { capturedAt, me }).then((made) => isHere && setDescribed(made));
    return () => {
      isHere = false;
    };
  }, [item, capturedAt, me]);
  return described?.capturedAt === capturedAt ? described : undefined;
}

function KnownItem(props: { captured: CapturedItem; silentFrames: number; session: Session }) {
  const { captured, silentFrames, session } = props;
  const item = useItem(captured, session);
  const logging = useLogging(item);
  const { account, lead, opportunity } = item.choices;
  useEffect(
    () => noteAbout(captured.capturedAt, { account, lead, opportunity }),
    [captured.capturedAt, account?.id, lead?.id, opportunity?.id],
  );
  useHold(Object.values(item.edits).some((value) => value !== undefined));
  return (
    <Screen actions={<ActionBar item={item} logging={logging} />}>
      <div data-testid={captured.item.kind === 'mail' ? 'now-mail' : 'now-page'}>
        {otherItemOpen.value && logging.phase !== 'other' && <OtherOpen />}
        <ItemRibbon item={item} />
        <ItemHead item={item} />
        {silentFrames > 0 && (
          <p class="px-4 pb-2 text-xs text-warn">{t('now.silent_frames', { count: silentFrames })}</p>
        )}
        {!item.match.context?.logged?.byMe && <Fields item={item} isAsked={logging.phase === 'whom'} />}
        <Recent item={item} />
      </div>
    </Screen>
  );
}

/** Whom, what and how: for whoever has still to log it. */
function Fields({ item, isAsked }: { item: ItemState; isAsked: boolean }) {
  const foundStep = useFoundStep(item.captured);
  return (
    <>
      <UnknownRibbon item={item} />
      <LogTo item={item} isAsked={isAsked} />
      <Kept item={item} />
      <section class="section">
        <dl>
          <TypeRow item={item} />
          <NextStepRow
            value={item.choices.nextStep}
            onChange={(nextStep) => item.change({ nextStep })}
            found={foundStep}
          />
        </dl>
      </section>
    </>
  );
}

/** What was touched here must not be replaced by another mail that happens to be opened. */
function useHold(isTouched: boolean): void {
  useEffect(() => {
    holdsItem.value = isTouched;
    return () => {
      holdsItem.value = false;
    };
  }, [isTouched]);
}
