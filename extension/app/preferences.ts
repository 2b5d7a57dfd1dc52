import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import * as z from 'zod';

const Preferences = z.object({
  language: z.enum(['browser', 'en', 'zh-CN']).catch('browser'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Shortcuts of a single letter. */
  singleKeys: z.boolean().catch(true),
});
export type Preferences = z.infer<typeof Preferences>;

export const preferences = signal<Preferences>(Preferences.parse({}));

export async function loadPreferences(): Promise<void> {
  const stored = await browser.storage.local.get('preferences');
  preferences.value = Preferences.parse(stored.preferences ?? {});
}

export async function setPreference<Key extends keyof Preferences>(
  key: Key,
  value: Preferences[Key],
): Promise<void> {
  preferences.value = { ...preferences.peek(), [key]: value };
  await browser.storage.local.set({ preferences: preferences.peek() });
}

/** Follows changes made in the panel of another window. */
export function followPreferences(): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes.preferences) preferences.value = Preferences.parse(changes.preferences.newValue ?? {});
  });
}
