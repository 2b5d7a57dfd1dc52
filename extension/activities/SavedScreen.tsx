import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Me } from '../../shared/session.ts';
import { formatDay, formatTime, money, moneyInFull } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { go } from '../app/navigation.ts';
import { here } from '../app/place.ts';
import { Screen } from '../app/Screen.tsx';
import { outbox } from '../outbox/outbox.ts';
import type { OutboxRecord } from '../outbox/record.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CircleCheck, Plus } from '../ui/icons.ts';
import { Mono } from '../ui/Person.tsx';
import { PropRow } from '../ui/PropRow.tsx';
import { shown } from '../ui/shown.ts';
import { audienceFor } from './audience.ts';
import { StageOn } from './saved/StageOn.tsx';
import { WrongPlace } from './saved/WrongPlace.tsx';
import type { SavedLog } from './saved.ts';
import { audienceWords } from './WhoCanRead.tsx';

/** What was saved, in the same frame as Log; nothing here waits for the network. */
export function SavedScreen({
  saved,
  me,
  children,
}: {
  saved: SavedLog;
  me: Me;
  children?: preact.ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone; a screen reader hears what became of it.
  useLayoutEffect(() => heading.current?.focus(), [saved.id]);
  return (
    <Screen>
      <section class="section" data-testid="saved">
        <div class="flex items-center gap-2 text-ok">
          <Icon of={CircleCheck} />
          <h1 ref={heading} tabIndex={-1} class="text-lg font-semibold text-base-content outline-none">
            {t('now.saved')}
          </h1>
          <Delivery id={saved.id} />
        </div>
        <p class="mt-1 text-muted wrap-anywhere">{shown(saved.title)}</p>
        <dl class="mt-2">
          <WhereTo saved={saved} />
          <PropRow label={t('now.who_reads')}>
            <span class="text-muted">
              {audienceWords(audienceFor(saved.payload.visibility ?? 'team', me))}
              {t('now.separator')}
              {t(`enums.level.${saved.payload.level ?? 'full'}`).toLocaleLowerCase()}
            </span>
          </PropRow>
          <NextStep saved={saved} />
        </dl>
      </section>
      <StageOn saved={saved} me={me} />
      <WrongPlace key={saved.source} saved={saved} />
      <section class="section flex flex-wrap gap-2 empty:hidden">
        {children}
        {/* Last, because it comes with the server's answer and would push the others from under the pointer. */}
        <OpenRecord id={saved.id} />
      </section>
    </Screen>
  );
}

function WhereTo({ saved }: { saved: SavedLog }) {
  const { account, lead, contact, opportunity } = saved.about;
  const place = here();
  return (
    <>
      {account && (
        <PropRow label={t('enums.search_kind.account')}>
          <Mono name={account.name} kind="organisation" />
          <span class="min-w-0 truncate">{shown(account.name)}</span>
          <Added saved={saved} kind="account" />
        </PropRow>
      )}
      {lead && (
        <PropRow label={t('enums.search_kind.lead')}>
          <span class="min-w-0 truncate">{shown(lead.name)}</span>
          <Added saved={saved} kind="lead" />
        </PropRow>
      )}
      {contact && (
        <PropRow label={t('enums.search_kind.contact')}>
          <span class="min-w-0 truncate">{shown(contact.name)}</span>
          <Added saved={saved} kind="contact" />
        </PropRow>
      )}
      {!account && !lead && (
        <PropRow label={t('enums.search_kind.account')}>
          <span class="text-muted">{t('now.no_account')}</span>
        </PropRow>
      )}
      {opportunity && (
        <PropRow label={t('enums.search_kind.opportunity')}>
          <span class="flex min-w-0 gap-2">
            <span class="min-w-0 truncate">{shown(opportunity.name)}</span>
            {opportunity.amountMinor && opportunity.currency && (
              <span
                class="num shrink-0 text-muted"
                title={moneyInFull(opportunity.amountMinor, opportunity.currency, place)}
              >
                {money(opportunity.amountMinor, opportunity.currency, place)}
              </span>
            )}
          </span>
        </PropRow>
      )}
    </>
  );
}

type AddedProps = { saved: SavedLog; kind: 'account' | 'contact' | 'lead' };

/** Added with the log; or, as only the server's answer tells, one that the team had is used in its place. */
function Added({ saved, kind }: AddedProps) {
  const asked = saved.payload.create?.[kind];
  if (!asked) return null;
  const records = outbox.value.delivered.find(({ id }) => id === saved.id)?.records;
  if (!records || records[`${kind}Id`] === asked.id) {
    return (
      <Chip kind="ok" icon={Plus}>
        {t('unknown.added')}
      </Chip>
    );
  }
  return records[`${kind}Id`] ? <Chip title={t('unknown.used_hint')}>{t('unknown.used')}</Chip> : null;
}

function NextStep({ saved }: { saved: SavedLog }) {
  const { nextStep } = saved.payload;
  if (!nextStep) return null;
  return (
    <PropRow label={t('now.next_step')}>
      <span class="min-w-0 wrap-anywhere">{shown(nextStep.text)}</span>
      <span class="num text-muted">{formatDay(nextStep.dueOn, here())}</span>
    </PropRow>
  );
}

/** Once the server has it, and says where. */
function OpenRecord({ id }: { id: string }) {
  const recordId = outbox.value.delivered.find((record) => record.id === id)?.recordId;
  if (!recordId) return null;
  return <Button onClick={() => go({ name: 'record', id: recordId })}>{t('now.open_record')}</Button>;
}

/** Says "delivered" only when the server has answered, and where it is until then. */
function Delivery({ id }: { id: string }) {
  const { delivered, rejected } = outbox.value;
  const isIt = (record: OutboxRecord) => record.id === id;
  const arrived = delivered.find(isIt)?.deliveredAt;
  const words = rejected.some(isIt)
    ? t('now.delivery.rejected')
    : arrived
      ? t('now.delivery.at', { time: formatTime(arrived, here()) })
      : t('now.delivery.waiting');
  return (
    <span class="num ml-auto text-xs text-faint" role="status">
      {words}
    </span>
  );
}
