import { effect } from '@preact/signals';
import { setLocale } from './i18n.ts';
import { preferences } from './preferences.ts';
import { applyTheme } from './theme.ts';

/** Language and theme as the preferences say, now and after every change. Called once they are loaded. */
export function followAppearance(): void {
  effect(() => setLocale(preferences.value.language));
  effect(() => applyTheme(preferences.value.theme));
}
