import { signal } from '@preact/signals';

type Later = typeof import('./later-screens.ts');

/** What nobody sees first, as one file of its own: undefined until it is there. */
export const later = signal<Later | undefined>(undefined);

export async function loadLaterScreens(): Promise<void> {
  later.value ??= await import('./later-screens.ts');
}

/** For a part that somebody has asked for. Reading it while rendering subscribes. */
export function laterParts(): Later | undefined {
  if (!later.value) void loadLaterScreens();
  return later.value;
}
