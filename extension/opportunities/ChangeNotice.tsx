import type { Opportunity, OpportunityChange } from '../../shared/opportunity.ts';
import type { Pipeline } from '../../shared/pipeline.ts';
import { errorText } from '../app/error-text.ts';
import { formatInstant, relativeDay } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { TwoVersions } from '../app/TwoVersions.tsx';
import { Button } from '../ui/Button.tsx';
import { stagePlace } from './stage.ts';
import { stageName } from './stage-name.ts';
import type { Changing } from './use-change.ts';

type NoticeProps = { changing: Changing; pipelines: readonly Pipeline[] };

/** Why an edit was not saved, and what to do about it. Stays until it is answered. */
export function ChangeNotice({ changing, pipelines }: NoticeProps) {
  const { status } = changing;
  if (status.state === 'failed') return <Failed changing={changing} {...status} />;
  if (status.state === 'conflict') return <Conflict changing={changing} pipelines={pipelines} {...status} />;
  if (status.state === 'closed') return <Closed changing={changing} theirs={status.theirs} />;
  return null;
}

function Failed(props: { changing: Changing; change: OpportunityChange; error: unknown }) {
  const { changing, change, error } = props;
  return (
    <div class="mt-1 grid gap-1 text-xs" role="alert">
      <p class="text-danger">{t('opportunity.not_saved', { reason: errorText(error) })}</p>
      <div class="flex gap-2">
        <Button size="xs" onClick={() => void changing.save(change)}>
          {t('ui.retry')}
        </Button>
        <Button kind="ghost" size="xs" onClick={changing.reset}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Closed({ changing, theirs }: { changing: Changing; theirs: Opportunity }) {
  const when =
    theirs.closedAt === undefined ? undefined : formatInstant(theirs.closedAt, here(), { weekday: false });
  return (
    <div class="mt-1 grid gap-1 text-xs" role="alert">
      <p class="text-danger">
        {when === undefined ? t('opportunity.closed') : t('opportunity.closed_at', { when })}
      </p>
      <div>
        <Button size="xs" onClick={() => changing.accept(theirs)}>
          {t('ui.close')}
        </Button>
      </div>
    </div>
  );
}

function Conflict(props: NoticeProps & { change: OpportunityChange; theirs: Opportunity }) {
  const { changing, pipelines, change, theirs } = props;
  return (
    <TwoVersions
      class="mt-1"
      theirs={describe(theirs, change, pipelines)}
      yours={describe({ ...theirs, ...change }, change, pipelines)}
      onTheirs={() => changing.accept(theirs)}
      onYours={() => void changing.save(change, theirs)}
    />
  );
}

type Editable = Pick<Opportunity, 'pipelineId' | 'stageId'> & {
  nextStep?: string | null | undefined;
  nextStepOn?: string | null | undefined;
};

/** What `change` touches, as it reads in `version`. */
function describe(version: Editable, change: OpportunityChange, pipelines: readonly Pipeline[]): string {
  if (change.stageId !== undefined) {
    const at = stagePlace(version, pipelines);
    return at ? stageName(at.stage) : version.stageId;
  }
  if (!version.nextStep) return t('opportunity.no_next_step');
  return version.nextStepOn
    ? `${version.nextStep} ${relativeDay(version.nextStepOn, here())}`
    : version.nextStep;
}
