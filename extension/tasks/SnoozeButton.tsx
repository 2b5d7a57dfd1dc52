import { signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatDay, formatTime } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { CalendarClock } from '../ui/icons.ts';
import { Menu } from '../ui/Menu.tsx';
import type { Option } from '../ui/options.tsx';
import { Popover } from '../ui/Popover.tsx';
import { type SnoozeTo, snoozeChoices } from './snooze-times.ts';

/** Id of the row whose menu is open: a key opens it as well as its button. */
export const openSnooze = signal<string | undefined>(undefined);

type Picking = SnoozeTo | 'pick';
type SnoozeProps = {
  rowId: string;
  title: string;
  /** A conversation is put off by days: its answer has no time of day. */
  daysOnly?: boolean;
  onSnooze: (to: SnoozeTo) => void;
};

export function SnoozeButton({ rowId, title, daysOnly, onSnooze }: SnoozeProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isPicking, setPicking] = useState(false);
  const isOpen = openSnooze.value === rowId;
  const close = () => {
    openSnooze.value = undefined;
  };
  const pick = (to: Picking) => (to === 'pick' ? setPicking(true) : onSnooze(to));
  const label = t('today.snooze', { title });
  return (
    <>
      <IconButton
        buttonRef={button}
        icon={CalendarClock}
        size="xs"
        label={label}
        title={t('today.snooze_short')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => {
          openSnooze.value = isOpen ? undefined : rowId;
        }}
      />
      {isOpen && (
        <Menu
          anchor={button}
          label={label}
          options={optionsFor(daysOnly ?? false)}
          onSelect={pick}
          onClose={close}
        />
      )}
      {isPicking && (
        <Popover anchor={button} onClose={() => setPicking(false)}>
          <PickDay
            onPick={(dueOn) => onSnooze({ dueOn })}
            onClose={() => {
              button.current?.focus();
              setPicking(false);
            }}
          />
        </Popover>
      )}
    </>
  );
}

function optionsFor(daysOnly: boolean): Option<Picking>[] {
  const place = here();
  const choices = snoozeChoices({ now: Date.now(), ...place }).filter(
    ({ code }) => !daysOnly || code !== 'later',
  );
  const usual = choices.map(({ code, to }) => ({
    value: to,
    label: t(`today.to.${code}`),
    end: to.dueAt === undefined ? formatDay(to.dueOn, place) : formatTime(to.dueAt, place),
  }));
  return [...usual, { value: 'pick', label: t('today.to.pick') }];
}

/** A day typed by keyboard passes through others on its way, so that it counts when it is confirmed. */
function PickDay({ onPick, onClose }: { onPick: (day: string) => void; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      class="flex items-center gap-2 p-2"
      onSubmit={(event) => {
        event.preventDefault();
        const day = input.current?.value;
        if (!day) return;
        onClose();
        onPick(day);
      }}
    >
      <input
        ref={input}
        type="date"
        class="input input-sm w-36"
        aria-label={t('today.to.pick')}
        min={here().today}
        required
      />
      <Button type="submit">{t('today.to.this_day')}</Button>
    </form>
  );
}
