import { useState } from 'preact/hooks';
import type { Context } from '../../../shared/context.ts';
import { t } from '../../app/i18n.ts';
import { laterParts } from '../../app/later.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { AtSign, Building2, CloudOff } from '../../ui/icons.ts';
import { Bone, useSkeleton } from '../../ui/Loading.tsx';
import { PersonRow } from '../../ui/Person.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import type { Named } from '../choices.ts';
import { Candidates } from './Candidates.tsx';
import { OpportunityChoice } from './OpportunityChoice.tsx';
import type { ItemState } from './use-item.ts';

/** Whose it is: the account with the reason of the match, and the opportunity. */
export function LogTo({ item, isAsked }: { item: ItemState; isAsked: boolean }) {
  const [isPicking, setPicking] = useState(false);
  const parts = isPicking ? laterParts() : undefined;
  const button = useFocusBack(isPicking);
  const { choices, match } = item;
  const place = choices.account ?? choices.lead;
  const canChange = match.state !== 'asking' && !isPicking && (place || item.edits.account === null);
  return (
    <section class="section" aria-labelledby="now-log-to">
      <h2 class="section-label">
        <span id="now-log-to">{t('now.log_to')}</span>
        {canChange && (
          <Button kind="link" size="xs" buttonRef={button} onClick={() => setPicking(true)}>
            {t('now.change')}
          </Button>
        )}
      </h2>
      <div class="mt-2 grid grid-cols-1 gap-2">
        {isPicking ? (
          parts && <parts.AccountPicker item={item} onClose={() => setPicking(false)} />
        ) : (
          <Chosen item={item} isAsked={isAsked} onPick={() => setPicking(true)} />
        )}
      </div>
    </section>
  );
}

function Chosen(props: { item: ItemState; isAsked: boolean; onPick: () => void }) {
  const { item, isAsked, onPick } = props;
  const { choices, match } = item;
  const isBones = useSkeleton(match.state === 'asking');
  if (match.state === 'asking' || isBones) return <Asking isShown={isBones} />;
  if (choices.account) {
    return (
      <>
        <AccountLine account={choices.account} context={match.context} />
        <SaidToBe item={item} />
        <OpportunityChoice item={item} />
      </>
    );
  }
  if (item.edits.lead) return <SaidToBe item={item} />;
  if (choices.lead) return <LeadLine lead={choices.lead} />;
  if (item.isAccountOpen) return <Candidates item={item} isAsked={isAsked} onPick={onPick} />;
  return (
    <>
      {match.state === 'silent' ? (
        <Silent item={item} onPick={onPick} />
      ) : (
        <Nobody item={item} onPick={onPick} />
      )}
      <SaidToBe item={item} />
    </>
  );
}

/** The contact or lead that the rep has said the sender is. */
function SaidToBe({ item }: { item: ItemState }) {
  const { contact, lead, account } = item.edits;
  const known = contact ?? lead;
  if (!known) return null;
  // An account that came with the contact goes with it.
  const isItsOwn = contact?.accountId !== undefined && contact.accountId === account?.id;
  const takeBack = () =>
    item.change({ contact: undefined, lead: undefined, ...(isItsOwn && { account: undefined }) });
  return (
    <PersonRow
      name={known.name}
      hint={t(contact ? 'enums.search_kind.contact' : 'enums.search_kind.lead')}
      end={
        <Button kind="link" size="xs" onClick={takeBack}>
          {t('unknown.not_this')}
        </Button>
      }
    />
  );
}

export function AccountLine({ account, context }: { account: Named; context: Context | undefined }) {
  const match = context?.accounts.find((candidate) => candidate.account.id === account.id);
  return <PersonRow kind="organisation" name={account.name} end={match && <Reason match={match} />} />;
}

export function Reason({ match }: { match: Context['accounts'][number] }) {
  const reason = t(`enums.match_reason.${match.reason}`);
  return (
    <Chip icon={AtSign} class="max-w-full" title={`${reason} ${match.value}`}>
      {match.reason === 'email' ? reason : `${reason} ${match.value}`}
    </Chip>
  );
}

function LeadLine({ lead }: { lead: Named }) {
  return (
    <PersonRow
      name={lead.name}
      hint={t('enums.search_kind.lead')}
      end={<Chip icon={AtSign}>{t('enums.match_reason.email')}</Chip>}
    />
  );
}

/** As high as the account and an opportunity that mostly take its place, so that nothing jumps. */
function Asking({ isShown }: { isShown: boolean }) {
  return (
    <div class={`grid gap-2 ${isShown ? '' : 'invisible'}`} aria-busy="true">
      <p class="sr-only" role="status">
        {isShown ? t('now.matching') : ''}
      </p>
      <div class="flex h-6 items-center gap-2">
        <Bone width="1.5rem" height={6} />
        <Bone width="40%" />
      </div>
      <div class="grid h-18 content-start gap-2 pt-1 pl-8">
        <Bone width="62%" />
        <Bone width="80%" />
      </div>
    </div>
  );
}

/** What was used last is known on this device, so an account can be picked all the same. */
function Silent({ item, onPick }: { item: ItemState; onPick: () => void }) {
  return (
    <div class="flex items-start gap-2">
      <span class="grid w-6 shrink-0 place-items-center pt-0.5 text-muted">
        <Icon of={CloudOff} />
      </span>
      <div class="min-w-0 flex-1">
        <p class="text-muted" role="status">
          {t('now.silent')}
        </p>
        <div class="mt-1 flex gap-2">
          <Button size="xs" onClick={onPick}>
            {t('now.pick_account')}
          </Button>
          <Button kind="ghost" size="xs" onClick={item.match.retry}>
            {t('ui.retry')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Nobody({ item, onPick }: { item: ItemState; onPick: () => void }) {
  return (
    <div class="flex items-center gap-2">
      <span class="mono mono-org" aria-hidden="true">
        <Icon of={Building2} small />
      </span>
      <span class="min-w-0 flex-1 text-muted">{t('now.no_account')}</span>
      {item.edits.account !== null && (
        <Button size="xs" onClick={onPick}>
          {t('now.pick_account')}
        </Button>
      )}
    </div>
  );
}
