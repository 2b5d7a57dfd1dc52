import type { Opportunity } from '../../../shared/opportunity.ts';
import type { Me } from '../../../shared/session.ts';
import { t } from '../../app/i18n.ts';
import { ChangeNotice } from '../../opportunities/ChangeNotice.tsx';
import { moveTo } from '../../opportunities/StageLine.tsx';
import { stagePlace } from '../../opportunities/stage.ts';
import { stageName } from '../../opportunities/stage-name.ts';
import { useChange } from '../../opportunities/use-change.ts';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';
import type { SavedLog } from '../saved.ts';
import { useOpportunities } from '../use-opportunities.ts';

/** While it is fresh in mind: did the opportunity of this log get any further? */
export function StageOn({ saved, me }: { saved: SavedLog; me: Me }) {
  const { account, opportunity } = saved.about;
  const { opportunities, replace } = useOpportunities(opportunity && account?.id);
  const current = opportunities.find(({ id }) => id === opportunity?.id);
  if (!current || me.user.role === 'read_only') return null;
  return <NextStage key={current.id} opportunity={current} me={me} onChanged={replace} />;
}

type Props = { opportunity: Opportunity; me: Me; onChanged: (changed: Opportunity) => void };

function NextStage({ opportunity, me, onChanged }: Props) {
  const changing = useChange(opportunity, onChanged);
  const at = stagePlace(changing.current, me.pipelines);
  const next = at?.open[at.open.findIndex(({ id }) => id === at.stage.id) + 1];
  const isOpen = changing.current.status === 'open';
  if (!at || !next || !isOpen)
    return changing.status.state === 'idle' ? null : (
      <ChangeNotice changing={changing} pipelines={me.pipelines} />
    );
  return (
    <section class="section">
      <h2 class="section-label">{t('edit.stage_on')}</h2>
      <div class="mt-2 flex min-h-6 items-center gap-2">
        <Meter at={at.at} of={at.of} label={t('ui.stage_of', { at: at.at, of: at.of })} />
        <span class="min-w-0 truncate">{t('edit.stage_still', { stage: stageName(at.stage) })}</span>
        <Button
          size="xs"
          class="ml-auto shrink-0"
          busy={changing.status.state === 'saving'}
          onClick={() => void moveTo(next.id, at, changing)}
        >
          {t('edit.stage_to', { stage: stageName(next) })}
        </Button>
      </div>
      <ChangeNotice changing={changing} pipelines={me.pipelines} />
    </section>
  );
}
