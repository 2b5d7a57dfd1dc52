import type { CapturedMail, CapturedPage, Fold } from '../../shared/capture.ts';
import { wellFormed } from '../../shared/text.ts';

/** A part of what was read that stays behind unless the rep keeps it: a stretch of the mail, or the history below it. */
export type FoldedPart = {
  kind: Fold['kind'] | 'history';
  text: string;
  /** How much it is, as one would say it: earlier messages of a history, else lines. */
  unit: 'messages' | 'lines';
  count: number;
};

/** The words to keep by default: the mail's own, without what is folded. */
export function ownWords({ text, folds = [] }: Pick<CapturedMail, 'text' | 'folds'>): string {
  const kept = places(text, folds).reduceRight(
    (words, { start, end }) => words.slice(0, start) + words.slice(end),
    text,
  );
  return tidy(kept);
}

/** In the order in which they stand in the mail. */
export function foldedParts(item: CapturedMail | CapturedPage): FoldedPart[] {
  if (item.kind === 'page') return [];
  const parts = places(item.text, item.folds ?? []).map(({ kind, start, end }) =>
    partOf(kind, item.text.slice(start, end)),
  );
  const history = item.quoted && historyOf(item.quoted, item.quotedMessages);
  return [...parts, ...(history ? [history] : [])].filter(({ text }) => text !== '');
}

function partOf(kind: FoldedPart['kind'], raw: string): FoldedPart {
  const text = tidy(raw);
  return { kind, text, unit: 'lines', count: text.split('\n').filter((line) => line.trim() !== '').length };
}

function historyOf(quoted: string, messages: number | undefined): FoldedPart {
  const part = partOf('history', quoted);
  return messages ? { ...part, unit: 'messages', count: messages } : part;
}

/** The panel's copy of a text may be shorter than the one that the places were counted in. */
const places = (text: string, folds: readonly Fold[]): Fold[] =>
  folds
    .filter(({ start }) => start < text.length)
    .map((fold) => ({ ...fold, end: Math.min(fold.end, text.length) }))
    .toSorted((a, b) => a.start - b.start);

const tidy = (text: string): string =>
  wellFormed(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim();

export const isPartKept = (words: string, { text }: FoldedPart): boolean => words.includes(text);

/** `words` with one part more: before the first later part that is kept, so that the mail's order stays. */
export function withPart(words: string, part: FoldedPart, parts: readonly FoldedPart[]): string {
  const next = parts.slice(parts.indexOf(part) + 1).find((later) => isPartKept(words, later));
  const at = next ? words.lastIndexOf(next.text) : words.length;
  return tidy([words.slice(0, at), part.text, words.slice(at)].map((piece) => piece.trim()).join('\n\n'));
}

export function withoutPart(words: string, { text }: FoldedPart): string {
  const at = words.lastIndexOf(text);
  return at < 0
    ? words
    : tidy(`${words.slice(0, at).trimEnd()}\n\n${words.slice(at + text.length).trimStart()}`);
}
