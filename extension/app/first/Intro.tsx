import type { ComponentChildren } from 'preact';
import { Logo } from '../../ui/Logo.tsx';

export function Intro({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="grid gap-1 px-6 pt-10">
      <Logo />
      <h1 class="mt-4 text-xl font-semibold">{title}</h1>
      <p class="text-base text-muted">{children}</p>
    </div>
  );
}
