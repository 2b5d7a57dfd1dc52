import type { Opportunity } from '../../shared/opportunity.ts';
import type { Pipeline } from '../../shared/pipeline.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { showToast } from '../app/toast.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LoaderCircle } from '../ui/icons.ts';
import { MenuAnchor } from '../ui/MenuButton.tsx';
import { Meter } from '../ui/Meter.tsx';
import { dayInStage, type StagePlace, stagePlace } from './stage.ts';
import { stageName } from './stage-name.ts';
import type { Changing } from './use-change.ts';

const UNDO_SECONDS = 30;

/** Meter, stage (opens the list of open stages) and for how long it has stood there. */
export function StageLine({ changing, pipelines }: { changing: Changing; pipelines: readonly Pipeline[] }) {
  const { current } = changing;
  const at = stagePlace(current, pipelines);
  if (!at) return null;
  const { timeZone, today } = here();
  const days = dayInStage(current.stageSince, today, timeZone);
  return (
    <div class="flex min-h-6 items-center gap-2 text-xs text-muted">
      <Meter at={at.at} of={at.of} label={t('ui.stage_of', { at: at.at, of: at.of })} />
      {current.status === 'open' ? (
        <StageMenu place={at} changing={changing} />
      ) : (
        <>
          <span class="truncate">{stageName(at.stage)}</span>
          <Chip>{t(`enums.opportunity_status.${current.status}`)}</Chip>
        </>
      )}
      {current.status === 'open' && (
        <span class="num shrink-0 text-faint" title={t('opportunity.day_title', { count: days })}>
          {t('opportunity.day', { count: days })}
        </span>
      )}
    </div>
  );
}

function StageMenu({ place, changing }: { place: StagePlace; changing: Changing }) {
  const { status, current } = changing;
  const isSaving = status.state === 'saving' && status.change.stageId !== undefined;
  const name = stageName(place.stage);
  const label = t('opportunity.stage', { stage: name });
  return (
    <MenuAnchor
      label={label}
      options={place.open.map((stage) => ({ value: stage.id, label: stageName(stage) }))}
      value={current.stageId}
      onSelect={(stageId) => stageId !== current.stageId && void moveTo(stageId, place, changing)}
    >
      {({ ref, isOpen, toggle }) => (
        <button
          ref={ref}
          type="button"
          class="-mx-1 inline-flex min-h-6 min-w-0 cursor-pointer items-center gap-1 rounded-field px-1 hover:bg-hover hover:text-base-content"
          aria-label={label}
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          aria-busy={isSaving}
          onClick={toggle}
        >
          <span class="truncate">{name}</span>
          {isSaving && <Icon of={LoaderCircle} small class="animate-spin" />}
        </button>
      )}
    </MenuAnchor>
  );
}

export async function moveTo(stageId: string, { open }: StagePlace, changing: Changing): Promise<void> {
  const before = changing.current;
  const saved = await changing.save({ stageId });
  const stage = open.find(({ id }) => id === stageId);
  if (!saved || !stage) return;
  showToast({
    text: t('opportunity.stage_moved', { name: saved.name, stage: stageName(stage) }),
    seconds: UNDO_SECONDS,
    about: saved.id,
    action: { label: t('ui.undo'), run: () => void putBack(before, saved, changing) },
  });
}

async function putBack(before: Opportunity, saved: Opportunity, changing: Changing): Promise<void> {
  const restored = await changing.save({ stageId: before.stageId }, saved);
  // The card may be gone from the screen by now, and with it the place for its own notice.
  if (!restored) showToast({ tone: 'warn', text: t('opportunity.undo_failed') });
}
