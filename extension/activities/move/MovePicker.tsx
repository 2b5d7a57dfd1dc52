import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Opportunity } from '../../../shared/opportunity.ts';
import { money, moneyInFull } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Target } from '../../ui/icons.ts';
import { Mono } from '../../ui/Person.tsx';
import { shown } from '../../ui/shown.ts';
import { searchOptions, searchWords } from '../search-about.tsx';
import { useOpportunities } from '../use-opportunities.ts';
import { type About, aboutOf } from '../write/written.ts';

type MovePickerProps = {
  /** Where it is filed now. */
  from: About;
  isBusy: boolean;
  onPick: (to: About) => void;
  onClose: () => void;
  /** Why the last choice was not taken. */
  failure?: ComponentChildren;
};

/** Another place for a log: whatever one remembers of it, or what else is open at the account. */
export function MovePicker({ from, isBusy, onPick, onClose, failure }: MovePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState<About>(from);
  const { opportunities, isAsking } = useOpportunities(at.account?.id);
  const isElsewhere = at.account !== undefined && at.account.id !== from.account?.id;
  useLayoutEffect(() => input.current?.focus(), []);
  // With nothing to choose from, the account alone is the answer.
  const isDecided = isElsewhere && !isAsking && opportunities.length === 0;
  useEffect(() => {
    if (isDecided) onPick(at);
  }, [isDecided, at]);
  const pick = (to: About | undefined) => {
    if (to?.account && !to.opportunity) setAt(to);
    else if (to) onPick(to);
  };
  return (
    <section
      class="grid gap-2"
      aria-label={t('edit.move')}
      aria-busy={isBusy}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <Combobox
        label={t('edit.find_place')}
        labelHidden
        text={isElsewhere ? (at.account?.name ?? '') : ''}
        placeholder={t('edit.find_place')}
        inputRef={input}
        search={async (query, signal) => {
          const found = await searchOptions(query, ['account', 'contact', 'lead', 'opportunity'], signal);
          return found.filter(({ value }) => !isAt(from, value.id));
        }}
        words={searchWords()}
        onSelect={(hit) => pick(aboutOf(hit))}
      />
      {at.account && !isAsking && !isDecided && (
        <AtAccount at={at} from={from} opportunities={opportunities} isBusy={isBusy} onPick={onPick} />
      )}
      {failure}
      <div>
        <Button kind="ghost" size="xs" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </section>
  );
}

/** Where it is already there is nowhere to go. */
const isAt = ({ account, lead, opportunity }: About, id: string): boolean =>
  [account, lead, opportunity].some((record) => record?.id === id);

type AtAccountProps = Pick<MovePickerProps, 'from' | 'isBusy' | 'onPick'> & {
  at: About;
  opportunities: readonly Opportunity[];
};

/** The open opportunities of one account, and the account without any. */
function AtAccount({ at, from, opportunities, isBusy, onPick }: AtAccountProps) {
  const { opportunity: _, ...without } = at;
  const isHere = at.account?.id === from.account?.id;
  const others = opportunities.filter(({ id }) => id !== from.opportunity?.id);
  const hasOnly = !isHere || from.opportunity !== undefined;
  const name = shown(at.account?.name ?? '');
  if (others.length === 0 && !hasOnly) return null;
  return (
    <ul class="grid" aria-label={t('edit.at_account', { name })}>
      {others.map((one) => (
        <li key={one.id}>
          <PlaceButton isBusy={isBusy} onClick={() => onPick({ ...without, opportunity: one })}>
            <span class="grid w-6 shrink-0 place-items-center text-muted">
              <Icon of={Target} />
            </span>
            <span class="min-w-0 truncate">{shown(one.name)}</span>
            <Amount {...one} />
          </PlaceButton>
        </li>
      ))}
      {hasOnly && (
        <li>
          <PlaceButton isBusy={isBusy} onClick={() => onPick(without)}>
            <Mono name={at.account?.name} kind="organisation" />
            <span class="min-w-0 truncate">{t('edit.account_only', { name })}</span>
          </PlaceButton>
        </li>
      )}
    </ul>
  );
}

function PlaceButton(props: { isBusy: boolean; onClick: () => void; children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="-mx-1.5 flex min-h-8 w-[calc(100%+0.75rem)] cursor-pointer items-center gap-2 rounded-field px-1.5 text-left hover:bg-hover"
      aria-disabled={props.isBusy}
      onClick={() => !props.isBusy && props.onClick()}
    >
      {props.children}
    </button>
  );
}

function Amount({ amountMinor, currency }: Pick<Opportunity, 'amountMinor' | 'currency'>) {
  if (amountMinor === 0) return null;
  const place = here();
  return (
    <span class="num ml-auto shrink-0 text-muted" title={moneyInFull(amountMinor, currency, place)}>
      {money(amountMinor, currency, place)}
    </span>
  );
}
