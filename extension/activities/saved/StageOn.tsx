import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Context } from '../../../shared/context.ts';
import type { Opportunity } from '../../../shared/opportunity.ts';
import type { Me } from '../../../shared/session.ts';
import { t } from '../../app/i18n.ts';
import { ChangeNotice } from '../../opportunities/ChangeNotice.tsx';
import { moveTo } from '../../opportunities/StageLine.tsx';
import { readOpportunity } from '../../opportunities/save-change.ts';
import { stagePlace } from '../../opportunities/stage.ts';
import { stageName } from '../../opportunities/stage-name.ts';
import { useChange } from '../../opportunities/use-change.ts';
import { outbox } from '../../outbox/outbox.ts';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';
import type { SavedLog } from '../saved.ts';

/**
 * While it is fresh in mind: did the opportunity of this log get any further? It stands at once as it was last heard of,
 * and can be moved as it is after the log, which may itself have changed it.
 */
export function StageOn({ saved, me }: { saved: SavedLog; me: Me }) {
  const id = saved.about.opportunity?.id;
  const client = useQueryClient();
  const queryKey = ['opportunities', 'after', saved.id, id];
  const isDelivered = outbox.value.delivered.some((record) => record.id === saved.id);
  const { data } = useQuery({
    queryKey,
    enabled: isDelivered && id !== undefined,
    queryFn: () => readOpportunity(id ?? ''),
  });
  const known = data ?? lastHeard(client.getQueriesData<object>({}), id);
  if (!known || me.user.role === 'read_only') return null;
  return (
    <NextStage
      key={known.id}
      opportunity={known}
      me={me}
      isCurrent={data !== undefined}
      onChanged={(changed) => client.setQueryData(queryKey, changed)}
    />
  );
}

type Heard = readonly (readonly [readonly unknown[], object | undefined])[];

/** From the lists of open opportunities that the panel has asked for. */
function lastHeard(heard: Heard, id: string | undefined): Opportunity | undefined {
  const listed = heard.flatMap(([[kind], data]) => {
    if (kind === 'context') return (data as Context | undefined)?.opportunities ?? [];
    if (kind === 'opportunities') return (data as { items?: Opportunity[] } | undefined)?.items ?? [];
    return [];
  });
  return listed.find((opportunity) => opportunity.id === id);
}

type Props = {
  opportunity: Opportunity;
  me: Me;
  isCurrent: boolean;
  onChanged: (changed: Opportunity) => void;
};

function NextStage({ opportunity, me, isCurrent, onChanged }: Props) {
  const { pipelines } = me;
  const changing = useChange(opportunity, onChanged);
  const { current, status } = changing;
  const [before] = useState(opportunity.stageId);
  const isMoved = current.stageId !== before;
  const at = stagePlace(current, pipelines);
  const next = at?.open[at.open.findIndex(({ id }) => id === at.stage.id) + 1];
  // Winning needs a review: there is nothing to press at the last open stage.
  if (!at || current.status !== 'open' || !(next || isMoved))
    return <ChangeNotice changing={changing} pipelines={pipelines} />;
  return (
    <section class="section">
      <h2 class="section-label">{t('edit.stage_on')}</h2>
      <div class="mt-2 flex min-h-6 items-center gap-2">
        <Meter at={at.at} of={at.of} label={t('ui.stage_of', { at: at.at, of: at.of })} />
        <span class="min-w-0 truncate">
          {t(isMoved ? 'edit.stage_now' : 'edit.stage_still', { stage: stageName(at.stage) })}
        </span>
        {next && !isMoved && (
          <Button
            size="xs"
            class="ml-auto shrink-0"
            busy={status.state === 'saving'}
            disabledReason={isCurrent ? undefined : t('edit.stage_later')}
            onClick={() => void moveTo(next.id, at, changing)}
          >
            {t('edit.stage_to', { stage: stageName(next) })}
          </Button>
        )}
      </div>
      <ChangeNotice changing={changing} pipelines={pipelines} />
    </section>
  );
}
