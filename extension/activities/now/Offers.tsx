import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { useKeys } from '../../app/keyboard.ts';
import { go } from '../../app/navigation.ts';
import { Icon, type LucideIcon } from '../../ui/Icon.tsx';
import { PencilLine } from '../../ui/icons.ts';
import { Kbd } from '../../ui/Kbd.tsx';

export type Offer = {
  icon: LucideIcon;
  label: string;
  hint: string;
  keys?: string;
  onClick: () => void;
};

/** What can be done here instead; the first has the focus. */
export function Offers({ offers }: { offers: readonly Offer[] }) {
  const list = useRef<HTMLUListElement>(null);
  useKeys(Object.fromEntries(offers.flatMap(({ keys, onClick }) => (keys ? [[keys, onClick]] : []))));
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (activeElement?.contains(list.current)) list.current?.querySelector('button')?.focus();
  }, []);
  return (
    <ul ref={list} class="border-y border-line">
      {offers.map((offer, i) => (
        <li key={offer.label} class="border-t border-line first:border-t-0">
          <button
            type="button"
            class="row w-full cursor-pointer border-t-0! text-left"
            data-autofocus={i === 0 ? '' : undefined}
            onClick={offer.onClick}
          >
            <Icon of={offer.icon} class="mt-0.5 text-muted" />
            <span class="min-w-0 flex-1">
              <span class="block">{offer.label}</span>
              <span class="block text-xs text-faint">{offer.hint}</span>
            </span>
            {offer.keys && <Kbd keys={offer.keys} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

export const writeOffer = (): Offer => ({
  icon: PencilLine,
  label: t('now.offer.write'),
  hint: t('now.offer.write_hint'),
  keys: 'n',
  onClick: () => go({ name: 'write' }),
});

export function Heading(props: { title: string; icon?: LucideIcon; children?: ComponentChildren }) {
  return (
    <section class="px-4 pt-4 pb-3">
      <h1 class="flex items-center gap-2 text-lg font-semibold">
        {props.icon && <Icon of={props.icon} class="text-muted" />}
        {props.title}
      </h1>
      <div class="mt-1 text-muted">{props.children}</div>
    </section>
  );
}
