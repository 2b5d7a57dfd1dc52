import { signal } from '@preact/signals';
import i18next from 'i18next';
import en from '../locales/en.json';
import zh from '../locales/zh-CN.json';

export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

type Leaf<T, Path extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string
    ? `${Path}${WithoutPlural<Key>}`
    : Leaf<T[Key], `${Path}${Key}.`>;
}[keyof T & string];
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** Every sentence there is. `x_one` and `x_other` are the one key `x`, chosen by `count`. */
export type MessageKey = Leaf<typeof en>;
export type MessageValues = Record<string, string | number>;

/** The language on screen. Whatever reads it while rendering, as `t` does, renders again when it changes. */
export const locale = signal<Locale>('en');

i18next.init({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  resources: { en: { translation: en }, 'zh-CN': { translation: zh } },
  // Sentences reach the page as text nodes, never as HTML.
  interpolation: { escapeValue: false },
});

export function t(key: MessageKey, values: MessageValues = {}): string {
  return i18next.t(key, { ...values, lng: locale.value });
}

/** The sentence for a code that a newer server may have added. */
export function tOr(key: string, fallback: MessageKey, values: MessageValues = {}): string {
  return i18next.exists(key) ? i18next.t(key, { ...values, lng: locale.value }) : t(fallback, values);
}

/** The supported language nearest to what the browser asks for. */
export function localeFor(languages: readonly string[]): Locale {
  const found = languages.map((tag) => tag.toLowerCase()).find((tag) => /^(en|zh)\b/.test(tag));
  return found?.startsWith('zh') ? 'zh-CN' : 'en';
}

export function setLocale(choice: Locale | 'browser'): void {
  locale.value = choice === 'browser' ? localeFor(navigator.languages) : choice;
  document.documentElement.lang = locale.value;
}
