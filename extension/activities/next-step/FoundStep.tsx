import { formatDay, formatTime } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { readerZone } from '../../when/later-when.ts';
import type { SpokenStep } from '../../when/next-step.ts';
import { taskIcon } from '../feed/ActivityMarks.tsx';

/** What the mail agrees on: dashed until the rep takes it. */
export function FoundStep(props: { step: SpokenStep; onAccept: () => void; onOther: () => void }) {
  const { step, onAccept, onOther } = props;
  const place = { ...here(), timeZone: readerZone() };
  const day = formatDay(step.dueOn, place);
  const when =
    step.dueAt === undefined ? day : t('now.at_time', { day, time: formatTime(step.dueAt, place) });
  const kind = t(`enums.task_kind.${step.kind}`);
  const words = t('now.found_step_short', { kind, when });
  return (
    <div class="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <button
        type="button"
        class="chip chip-found max-w-full cursor-pointer"
        title={step.title}
        aria-label={t('now.found_step', { step: words, words: step.title })}
        onClick={onAccept}
        data-testid="found-step"
      >
        <Icon of={taskIcon(step.kind)} small />
        <span class="truncate">{words}</span>
      </button>
      <span class="ml-auto inline-flex items-center gap-2">
        <Button kind="link" size="xs" onClick={onOther}>
          {t('now.other_step')}
        </Button>
        <Button kind="link" size="xs" onClick={onAccept}>
          {t('now.add_step')}
        </Button>
      </span>
    </div>
  );
}
