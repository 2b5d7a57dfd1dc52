import { effect } from '@preact/signals';
import { setLocale } from './i18n.ts';
import { preferences } from './preferences.ts';
import { applyTheme } from './theme.ts';

/**
 * Language and theme as the preferences say, now and after every change. Called once they are loaded; resolves when
 * there are sentences to show.
 */
export async function followAppearance(): Promise<void> {
  effect(() => applyTheme(preferences.value.theme));
  let isSet = Promise.resolve();
  effect(() => {
    isSet = setLocale(preferences.value.language);
  });
  await isSet;
}
