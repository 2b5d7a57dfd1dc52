import { useRef, useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { Popover } from '../../../extension/ui/Popover.tsx';
import { click, press, show } from './render.ts';

/** A field of its own in a popover; `own` is what the field does with a key first. */
function Filter({ own }: { own?: (event: KeyboardEvent) => void }) {
  const chip = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button ref={chip} type="button" onClick={() => setOpen(true)}>
        Day
      </button>
      {isOpen && (
        <Popover anchor={chip} onClose={() => setOpen(false)}>
          <input aria-label="On" onKeyDown={own} />
        </Popover>
      )}
    </>
  );
}
const chip = () => document.querySelector('button');
const field = () => document.querySelector('input');

test('Esc in what stands in a popover closes it, gives the focus back and goes no further', () => {
  show(<Filter />);
  const seen: string[] = [];
  const listen = ({ key }: KeyboardEvent) => seen.push(key);
  document.addEventListener('keydown', listen);
  click(chip());
  field()?.focus();
  press(field(), 'Escape');
  document.removeEventListener('keydown', listen);
  expect([field(), document.activeElement, seen]).toEqual([null, chip(), []]);
});

test('an Esc that the field has used itself leaves the popover open', () => {
  show(<Filter own={(event) => event.preventDefault()} />);
  click(chip());
  press(field(), 'Escape');
  expect(field()).not.toBeNull();
});
