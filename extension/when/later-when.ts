import { signal } from '@preact/signals';

type Reader = typeof import('./next-step.ts');

const reader = signal<Reader | undefined>(undefined);

/** The reading of days in words, a file of its own: undefined until it is there. Reading it while rendering subscribes. */
export function laterWhen(): Reader | undefined {
  if (!reader.value) void import('./next-step.ts').then((loaded) => (reader.value = loaded));
  return reader.value;
}

/** The zone of whoever reads and types, which is not always the workspace's. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
