import { signal } from '@preact/signals';
import i18next from 'i18next';
import type en from '../locales/en.json';
import { shown } from '../ui/shown.ts';

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

/** The one that i18next looks into when none is named. */
const NAMESPACE = 'translation';

i18next.init({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  resources: {},
  // Sentences reach the page as text nodes, never as HTML: what is escaped is only what could turn their direction.
  interpolation: { escape: shown },
});

export function t(key: MessageKey, values: MessageValues = {}): string {
  return i18next.t(key, { ...values, lng: locale.value });
}

/** The sentence for a code that a newer server may have added. */
export function tOr(key: string, fallback: MessageKey, values: MessageValues = {}): string {
  return i18next.exists(key, { lng: locale.value })
    ? i18next.t(key, { ...values, lng: locale.value })
    : t(fallback, values);
}

/** The supported language nearest to what the browser asks for. */
export function localeFor(languages: readonly string[]): Locale {
  const found = languages.map((tag) => tag.toLowerCase()).find((tag) => /^(en|zh)\b/.test(tag));
  return found?.startsWith('zh') ? 'zh-CN' : 'en';
}

/** Nobody reads two languages at once: each is a file of its own, read when it is first wanted. */
const SENTENCES: Record<Locale, () => Promise<{ default: object }>> = {
  en: () => import('../locales/en.json'),
  'zh-CN': () => import('../locales/zh-CN.json'),
};
let wanted: Locale = 'en';

/** Shows another language: at once where it is loaded, else when it is. The last one asked for wins. */
export async function setLocale(choice: Locale | 'browser'): Promise<void> {
  const next = choice === 'browser' ? localeFor(navigator.languages) : choice;
  wanted = next;
  if (!i18next.hasResourceBundle(next, NAMESPACE)) {
    i18next.addResourceBundle(next, NAMESPACE, (await SENTENCES[next]()).default);
  }
  if (wanted !== next) return;
  locale.value = next;
  document.documentElement.lang = next;
}
