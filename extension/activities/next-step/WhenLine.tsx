import type { Day } from '../../../shared/day.ts';
import { formatDay, formatTime } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { readerZone } from '../../when/later-when.ts';
import type { NextStepDraft } from '../choices.ts';
import { quickDays } from '../next-days.ts';
import { onDay } from '../next-step-draft.ts';
import { instantOfLocalInput } from '../write/when.ts';

type WhenProps = { value: NextStepDraft; today: Day; onChange: (value: NextStepDraft) => void };

/** The day that stands, the usual others, and any day and time by hand. */
export function WhenLine({ value, today, onChange }: WhenProps) {
  const place = here();
  const days = quickDays(today);
  const isUsual = days.some(({ day }) => day === value.dueOn);
  return (
    <div class="flex flex-wrap items-center gap-1.5">
      {!isUsual && (
        <Chip kind="on" onClick={() => onChange(onDay(value, value.dueOn))}>
          {formatDay(value.dueOn, place)}
        </Chip>
      )}
      {days.map(({ code, day }) => (
        <Chip
          key={code}
          kind={day === value.dueOn ? 'on' : 'plain'}
          title={formatDay(day, place)}
          onClick={() => onChange(onDay(value, day))}
        >
          {t(`now.day.${code}`)}
        </Chip>
      ))}
      <input
        type="date"
        class="input input-xs w-32"
        aria-label={t('now.due_on')}
        min={today}
        value={value.dueOn}
        onInput={({ currentTarget }) => currentTarget.value && onChange(onDay(value, currentTarget.value))}
      />
      <input
        type="time"
        class="input input-xs w-28"
        aria-label={t('now.due_at')}
        value={value.dueAt === undefined ? '' : formatTime(value.dueAt, { ...place, timeZone: readerZone() })}
        onInput={({ currentTarget }) =>
          onChange({ ...value, dueAt: instantOf(value.dueOn, currentTarget.value), isDayChosen: true })
        }
      />
    </div>
  );
}

/** `15:00` on that day where the reader is; an empty field means no time. */
const instantOf = (day: Day, time: string): number | undefined =>
  instantOfLocalInput(`${day}T${time}`, readerZone());
