import { money } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { useKeys } from '../../app/keyboard.ts';
import { here } from '../../app/place.ts';
import { OpportunityCard } from '../../opportunities/OpportunityCard.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Target } from '../../ui/icons.ts';
import { MenuAnchor } from '../../ui/MenuButton.tsx';
import type { Option } from '../../ui/options.tsx';
import type { ItemState } from './use-item.ts';

const BUTTON_ID = 'now-opportunity';
const NONE = '';

/** The opportunity that it belongs to, and the way to another or to none. */
export function OpportunityChoice({ item }: { item: ItemState }) {
  const { opportunities, choices, session } = item;
  useKeys({ o: () => document.getElementById(BUTTON_ID)?.click() });
  const chosen = opportunities.find(({ id }) => id === choices.opportunity?.id);
  if (opportunities.length === 0) {
    return <Line>{t('now.no_open_opportunity')}</Line>;
  }
  return (
    <div class="grid grid-cols-1 gap-1">
      {chosen ? (
        <OpportunityCard
          key={chosen.id}
          opportunity={chosen}
          pipelines={session.me.pipelines}
          isChosen
          onChanged={item.replaceOpportunity}
        />
      ) : (
        <Line>{t('now.without_opportunity')}</Line>
      )}
      <Others item={item} />
    </div>
  );
}

function Line({ children }: { children: string }) {
  return (
    <p class="flex items-center gap-2 text-muted">
      <span class="grid w-6 shrink-0 place-items-center">
        <Icon of={Target} />
      </span>
      {children}
    </p>
  );
}

function Others({ item }: { item: ItemState }) {
  const { opportunities, choices } = item;
  const choose = (id: string) => {
    const chosen = opportunities.find((candidate) => candidate.id === id);
    item.change({ opportunity: chosen ? { id, name: chosen.name } : null });
  };
  const more = opportunities.length - (choices.opportunity ? 1 : 0);
  // With a single one there is nothing to choose; "Change" above leaves it out.
  if (more === 0) return null;
  return (
    <div class="pl-8">
      <MenuAnchor
        label={t('now.opportunity')}
        options={optionsOf(item)}
        value={choices.opportunity?.id ?? NONE}
        onSelect={choose}
      >
        {({ ref, isOpen, toggle }) => (
          <Button
            kind="link"
            size="xs"
            id={BUTTON_ID}
            buttonRef={ref}
            aria-haspopup="listbox"
            aria-expanded={isOpen}
            onClick={toggle}
          >
            {t(choices.opportunity ? 'now.other_opportunities' : 'now.pick_opportunity', { count: more })}
          </Button>
        )}
      </MenuAnchor>
    </div>
  );
}

function optionsOf({ opportunities }: ItemState): Option<string>[] {
  const place = here();
  const named = opportunities.map(({ id, name, amountMinor, currency, nextStep }) => ({
    value: id,
    label: name,
    hint: nextStep,
    icon: Target,
    end: amountMinor > 0 ? money(amountMinor, currency, place) : undefined,
  }));
  return [...named, { value: NONE, label: t('now.without_opportunity') }];
}
