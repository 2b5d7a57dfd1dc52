import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { TriangleAlert, User } from './icons.ts';
import { shown } from './shown.ts';

const HAN = /\p{Script=Han}/u;

/** The sign of a person is what colleagues call them by: the last character of a Chinese name, else the first letter. */
export function signOf(name: string, kind: 'person' | 'organisation'): string {
  const chars = [...name.trim()].filter((char) => /[\p{L}\p{N}]/u.test(char));
  const sign = kind === 'person' && HAN.test(chars.at(-1) ?? '') ? chars.at(-1) : chars[0];
  return (sign ?? '').toUpperCase();
}

type MonoProps = {
  name: string | undefined;
  kind?: 'person' | 'organisation';
  me?: boolean;
  large?: boolean;
  class?: string;
};

/** Circle = person, square = organisation, tinted = the reader. Without a name: an outline of a person. */
export function Mono({ name, kind = 'person', me, large, class: className }: MonoProps) {
  const shape = [kind === 'organisation' && 'mono-org', me && 'mono-me', large && 'mono-lg', className];
  const sign = name ? signOf(name, kind) : '';
  return (
    <span class={['mono', ...shape].filter(Boolean).join(' ')} aria-hidden="true">
      {sign || <Icon of={User} small />}
    </span>
  );
}

type PersonRowProps = MonoProps & {
  /** Beside the name: a title, or what tells namesakes apart. */
  hint?: ComponentChildren;
  /** An address, exactly as read. */
  detail?: string | undefined;
  /** Such as an address that imitates another one. A sentence. */
  warning?: string | undefined;
  /** At the right: the reason of a match as a Chip, or an action. */
  end?: ComponentChildren;
  /** The detail in a line of its own and the hint cut to what is left beside the name: a hint that comes later moves nothing. */
  stacked?: boolean;
  strong?: boolean;
};

export function PersonRow(props: PersonRowProps) {
  const { warning, end } = props;
  // Without a name the detail is what stands for it.
  const name = shown(props.name ?? props.detail ?? '');
  const detail = props.name === undefined ? undefined : props.detail && shown(props.detail);
  const Words = props.stacked ? StackedWords : InlineWords;
  return (
    <div class={`flex items-start gap-2 ${props.class ?? ''}`}>
      <Mono
        name={props.name ?? props.detail}
        kind={props.kind ?? 'person'}
        me={props.me ?? false}
        large={props.large ?? false}
      />
      <div class="min-w-0 flex-1 self-center">
        <Words name={name} hint={props.hint} detail={detail} strong={props.strong ?? true} />
        {warning && (
          <p class="flex items-start gap-1 text-xs text-warn">
            <Icon of={TriangleAlert} small class="mt-px" />
            {warning}
          </p>
        )}
      </div>
      {end && <div class="max-w-[55%] shrink-0 self-center">{end}</div>}
    </div>
  );
}

type WordsProps = {
  name: string;
  hint: ComponentChildren;
  detail: string | undefined;
  strong: boolean;
};

const InlineWords = ({ name, hint, detail, strong }: WordsProps) => (
  <p class="wrap-anywhere">
    <span class={strong ? 'font-semibold' : ''}>{name}</span>
    {hint && <span class="text-muted"> {hint}</span>}
    {detail && <span class="text-faint"> {detail}</span>}
  </p>
);

const StackedWords = ({ name, hint, detail, strong }: WordsProps) => (
  <>
    <p class="flex gap-1.5">
      <span class={`min-w-0 wrap-anywhere ${strong ? 'font-semibold' : ''}`}>{name}</span>
      <span class="relative min-w-0 flex-1 truncate text-muted">{hint}</span>
    </p>
    {detail && <p class="wrap-anywhere text-faint">{detail}</p>}
  </>
);
