import type { ComponentChildren } from 'preact';
import type { FeedItem } from '../../../shared/activity.ts';
import type { TaskKind } from '../../../shared/task.ts';
import { ACTIVITY_ICON } from '../../app/ActivityIcon.tsx';
import { formatInstant, relativeDay } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { LucideIcon } from '../../ui/Icon.tsx';
import { CalendarClock, ClockAlert, Paperclip } from '../../ui/icons.ts';
import { shown } from '../../ui/shown.ts';
import { isGeneral, OUTCOME_CHIP } from '../activity-words.ts';
import { daysLate } from './late.ts';

export const taskIcon = (kind: TaskKind): LucideIcon =>
  kind === 'other' ? CalendarClock : ACTIVITY_ICON[kind];

/** The chips under a row: how it went, what happens next, logged late, attachments. */
export function ActivityMarks({ item, first }: { item: FeedItem; first?: ComponentChildren }) {
  const { outcome, nextStep, attachmentCount } = item;
  const place = here();
  const late = daysLate(item);
  const hasOutcome = outcome !== undefined && isGeneral(outcome);
  if (!first && !hasOutcome && !nextStep && late === 0 && attachmentCount === 0) return null;
  return (
    <div class="mt-1.5 flex flex-wrap items-center gap-1.5">
      {first}
      {hasOutcome && <OutcomeChip outcome={outcome} />}
      {nextStep && <NextStepChip step={nextStep} />}
      {late > 0 && (
        <Chip
          kind="warn"
          icon={ClockAlert}
          title={t('feed.late_title', { when: formatInstant(item.loggedAt, place) })}
        >
          {t('feed.late', { count: late })}
        </Chip>
      )}
      {attachmentCount > 0 && (
        <Chip icon={Paperclip} class="chip-plain" title={t('feed.attachments', { count: attachmentCount })}>
          <span class="num">{attachmentCount}</span>
        </Chip>
      )}
    </div>
  );
}

function OutcomeChip({ outcome }: { outcome: NonNullable<FeedItem['outcome']> }) {
  const kind = Object.entries(OUTCOME_CHIP).find(([code]) => code === outcome)?.[1] ?? 'plain';
  return <Chip kind={kind}>{t(`enums.outcome.${outcome}`)}</Chip>;
}

function NextStepChip({ step }: { step: NonNullable<FeedItem['nextStep']> }) {
  const day = relativeDay(step.dueOn, here(), { weekday: false });
  const kind = t(`enums.task_kind.${step.kind}`);
  return (
    <Chip
      icon={taskIcon(step.kind)}
      class="max-w-full"
      title={t('feed.next_step', { kind, text: step.text, day })}
    >
      <span class="num">{day}</span> {shown(step.text)}
    </Chip>
  );
}
