import type { Opportunity } from '../../shared/opportunity.ts';
import type { Pipeline } from '../../shared/pipeline.ts';
import { money, moneyInFull } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Icon } from '../ui/Icon.tsx';
import { CircleCheck, Target } from '../ui/icons.ts';
import { shown } from '../ui/shown.ts';
import { ChangeNotice } from './ChangeNotice.tsx';
import { NextStep } from './NextStep.tsx';
import { StageLine } from './StageLine.tsx';
import { useChange } from './use-change.ts';

type OpportunityCardProps = {
  opportunity: Opportunity;
  pipelines: readonly Pipeline[];
  isChosen: boolean;
  /** Makes the card one of several to choose from. */
  onChoose?: (() => void) | undefined;
  /** Called with what the server holds, after an edit here or one found to have been made elsewhere. */
  onChanged?: ((changed: Opportunity) => void) | undefined;
};

/** An opportunity with its stage and next step, both edited in place. */
export function OpportunityCard(props: OpportunityCardProps) {
  const { opportunity, pipelines, isChosen, onChoose, onChanged } = props;
  const changing = useChange(opportunity, onChanged);
  const { current } = changing;
  const isMarked = isChosen && onChoose !== undefined;
  return (
    <div class="flex items-start gap-2">
      <span class={`grid w-6 shrink-0 place-items-center pt-0.5 ${isMarked ? 'text-link' : 'text-muted'}`}>
        <Icon of={isMarked ? CircleCheck : Target} />
      </span>
      <div class="min-w-0 flex-1">
        <Title opportunity={current} isChosen={isChosen} onChoose={onChoose} />
        <StageLine changing={changing} pipelines={pipelines} />
        <NextStep changing={changing} />
        <ChangeNotice changing={changing} pipelines={pipelines} />
      </div>
    </div>
  );
}

function Title(props: Pick<OpportunityCardProps, 'opportunity' | 'isChosen' | 'onChoose'>) {
  const { opportunity, isChosen, onChoose } = props;
  const { amountMinor, currency } = opportunity;
  const name = shown(opportunity.name);
  return (
    <div class="flex items-baseline gap-2">
      {onChoose ? (
        <button
          type="button"
          class="cursor-pointer truncate text-left font-semibold hover:text-link"
          aria-pressed={isChosen}
          title={name}
          onClick={onChoose}
        >
          {name}
        </button>
      ) : (
        <span class="truncate font-semibold" title={name}>
          {name}
        </span>
      )}
      <Amount amountMinor={amountMinor} currency={currency} />
    </div>
  );
}

/** Nothing where no amount is known: an opportunity worth zero does not exist. */
function Amount({ amountMinor, currency }: Pick<Opportunity, 'amountMinor' | 'currency'>) {
  if (amountMinor === 0) return null;
  const place = here();
  const full = moneyInFull(amountMinor, currency, place);
  return (
    <span class="num ml-auto shrink-0 font-semibold" title={t('opportunity.amount', { amount: full })}>
      {money(amountMinor, currency, place)}
    </span>
  );
}
