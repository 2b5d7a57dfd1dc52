import { signal } from '@preact/signals';

/** What a rep needs for an unknown counterpart only, as a file of its own. */
export const senderForm = signal<typeof import('./SenderForm.tsx') | undefined>(undefined);

export async function loadSenderForm(): Promise<void> {
  senderForm.value ??= await import('./SenderForm.tsx');
}
