import { useRef, useState } from 'preact/hooks';
import { laterParts } from '../../app/later.ts';
import { Popover } from '../../ui/Popover.tsx';
import { FilterChip } from './FilterChip.tsx';

export function AccountFilter({ text }: { text: string | undefined }) {
  const chip = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const parts = isOpen ? laterParts() : undefined;
  const close = () => {
    setOpen(false);
    chip.current?.focus();
  };
  return (
    <>
      <FilterChip name="account" text={text} chipRef={chip} isOpen={isOpen} onOpen={() => setOpen(!isOpen)} />
      {isOpen && (
        <Popover anchor={chip} onClose={() => setOpen(false)}>
          <div class="w-64 p-1">{parts && <parts.AccountSearch onDone={close} />}</div>
        </Popover>
      )}
    </>
  );
}
