import type { ComponentChildren } from 'preact';

export function Section(props: { title: string; hint?: string; children: ComponentChildren }) {
  return (
    <section class="section first-of-type:border-t-0">
      <h2 class="text-sm font-semibold">{props.title}</h2>
      {props.hint && <p class="text-xs text-muted">{props.hint}</p>}
      <div class="mt-2">{props.children}</div>
    </section>
  );
}
