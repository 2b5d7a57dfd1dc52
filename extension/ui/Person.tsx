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
  strong?: boolean;
};

export function PersonRow(props: PersonRowProps) {
  const { name, hint, detail, warning, end, strong = true } = props;
  return (
    <div class={`flex items-start gap-2 ${props.class ?? ''}`}>
      <Mono
        name={name ?? detail}
        kind={props.kind ?? 'person'}
        me={props.me ?? false}
        large={props.large ?? false}
      />
      <div class="min-w-0 flex-1 self-center">
        <p class="wrap-anywhere">
          <span class={strong ? 'font-semibold' : ''}>{shown(name ?? detail ?? '')}</span>
          {hint && <span class="text-muted"> {hint}</span>}
          {detail && name !== undefined && <span class="text-faint"> {shown(detail)}</span>}
        </p>
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
