import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Day } from '../../../shared/day.ts';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { FilterChip } from './FilterChip.tsx';
import { setFilter } from './feed-filter.ts';
import { DAY_RANGES, type DayRange } from './filter.ts';

/** The usual ranges, or one day of the calendar. */
export function DayFilter({ text }: { text: string | undefined }) {
  const chip = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'ranges' | 'date'>();
  const close = () => setOpen(undefined);
  const choose = (range: DayRange | 'date') => {
    if (range === 'date') setOpen('date');
    else setFilter({ day: range });
  };
  return (
    <>
      <FilterChip
        name="day"
        text={text}
        chipRef={chip}
        isOpen={open !== undefined}
        onOpen={() => setOpen(open ? undefined : 'ranges')}
      />
      {open === 'ranges' && (
        <Menu
          anchor={chip}
          label={t('feed.day')}
          options={[
            ...DAY_RANGES.map((range) => ({ value: range, label: t(`feed.range.${range}`) })),
            { value: 'date' as const, label: t('feed.pick_date') },
          ]}
          onSelect={choose}
          onClose={close}
        />
      )}
      {open === 'date' && (
        <Popover anchor={chip} onClose={close}>
          <DateField
            onDone={() => {
              close();
              chip.current?.focus();
            }}
          />
        </Popover>
      )}
    </>
  );
}

function DateField({ onDone }: { onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const day = Day.safeParse(typed);
    if (!day.success) return;
    setFilter({ day: { on: day.data } });
    onDone();
  };
  return (
    <form class="flex items-end gap-2 p-1" noValidate onSubmit={submit}>
      <TextField label={t('feed.pick_date')} type="date" value={typed} onChange={setTyped} inputRef={field} />
      <Button type="submit">{t('feed.show_day')}</Button>
    </form>
  );
}
