/** Script of the text first: the attribute is wrong on many pages, `en` on Chinese ones above all. */
export function languageOf(document: Document, text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  const letters = count(sample, /\p{L}/gu);
  const declared = document.documentElement.lang || metaLanguage(document);
  const base = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.exec(declared?.trim().replace('_', '-') ?? '')?.[0];
  if (letters < 20) return base;
  const script = SCRIPTS.find(([pattern, , share]) => count(sample, pattern) > letters * share);
  if (!script) return base && !/^(?:zh|ja|ko)\b/i.test(base) ? base : undefined;
  return base?.toLowerCase().startsWith(script[1]) ? base : script[1];
}

const SCRIPTS: readonly [pattern: RegExp, language: string, share: number][] = [
  [/[\u3040-\u30ff]/gu, 'ja', 0.1],
  [/\p{Script=Hangul}/gu, 'ko', 0.3],
  [/\p{Script=Han}/gu, 'zh', 0.3],
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const metaLanguage = (document: Document): string | undefined =>
  document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content') ?? undefined;
