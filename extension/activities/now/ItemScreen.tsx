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
import { ItemRibbon } from './ItemRibbon.tsx';
import { Kept } from './Kept.tsx';
import { LogTo } from './LogTo.tsx';
import { OtherOpen } from './OtherOpen.tsx';
import { FieldBones, Reading } from './Reading.tsx';
import { Recent } from './Recent.tsx';
import { senderForm } from './sender/later.ts';
import { TypeRow } from './TypeRow.tsx';
import { type ItemState, useItem } from './use-item.ts';
import { type Logging, useLogging } from './use-logging.ts';

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
  const foundStep = useFoundStep(captured);
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
        <ItemHead item={item} />
        {silentFrames > 0 && (
          <p class="px-4 pb-2 text-xs text-warn">{t('now.silent_frames', { count: silentFrames })}</p>
        )}
        {item.isReady ? (
          <Answered item={item} asked={logging.phase} foundStep={foundStep} />
        ) : (
          <FieldBones isShown={item.isWaitShown} />
        )}
      </div>
    </Screen>
  );
}

type AnsweredProps = {
  item: ItemState;
  /** What is in the way of the log that was asked for. */
  asked: Logging['phase'];
  foundStep: ReturnType<typeof useFoundStep>;
};

/** All that waits for the server to say who it is. It comes at once, so that nothing moves what is read already. */
function Answered(props: AnsweredProps) {
  const { item } = props;
  return (
    <>
      <ItemRibbon item={item} />
      {!item.match.context?.logged?.byMe && <Fields {...props} />}
      <Recent item={item} />
    </>
  );
}

/** Whom, what and how: for whoever has still to log it. */
function Fields({ item, asked, foundStep }: AnsweredProps) {
  const { sender, added } = item.choices;
  const form = senderForm.value;
  // A new account stands in the form; a lead belongs to none.
  const isToldByForm = sender?.isAccountNew || added?.lead !== undefined;
  return (
    <>
      {form && sender && <form.SenderForm item={item} sender={sender} isAsked={asked === 'sender'} />}
      {!isToldByForm && <LogTo item={item} isAsked={asked === 'whom'} />}
      <Kept item={item} foundStep={foundStep} />
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
