import { plainLines } from '../../../extension/capture/text/lines.ts';
import { type Words, wordsOf } from '../../../extension/capture/words.ts';

export type Mail = { from?: string; region?: string; text: string; answers?: boolean };

/** `from` as a header writes it: `Ana Ruiz <ana@ruiz.example>`. */
export function read({ from = '', region = 'US', text, answers = false }: Mail): Words {
  const [, name = '', email = ''] = /^(.*?)\s*<([^<>]+)>$/.exec(from) ?? [];
  const author = { ...(name && { name }), ...(email && { email }), region };
  return wordsOf(plainLines(text), { answers, author });
}

/** The fields of the signature in one line each, as a person would check them. */
export function fieldsOf({ signature }: Words): string[] | undefined {
  if (!signature) return undefined;
  const { name, title, company, phones } = signature;
  const named = Object.entries({ name, title, company }).flatMap(([field, read]) =>
    read ? [`${field}: ${read.value}`] : [],
  );
  return [...named, ...phones.map(({ kind, value }) => `${kind}: ${value}`)];
}

/** What of the text is folded, by kind. */
export const foldedOf = ({ text, folds = [] }: Words): string[] =>
  folds.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

/** What is kept with the log. */
export const keptOf = ({ text, folds = [] }: Words): string =>
  folds
    .toReversed()
    .reduce((kept, { start, end }) => kept.slice(0, start) + kept.slice(end), text)
    .trim();
