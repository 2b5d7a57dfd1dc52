import type { LucideIcon } from 'lucide-preact';

export type { LucideIcon };

/** 16 px, 14 with `small`. Silent for a screen reader unless `label` says what text beside it does not. */
export function Icon(props: { of: LucideIcon; small?: boolean; class?: string; label?: string }) {
  const { of: Drawing, small, label } = props;
  const className = ['icon', small && 'icon-sm', props.class].filter(Boolean).join(' ');
  return label ? (
    <Drawing class={className} role="img" aria-label={label} />
  ) : (
    <Drawing class={className} aria-hidden="true" />
  );
}
