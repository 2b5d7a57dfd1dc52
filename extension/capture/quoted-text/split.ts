import { type Line, trimmed } from '../text/lines.ts';
import { attributionAt } from './attribution.ts';
import { isHeaderBlock } from './header-block.ts';
import { isRule, isSeparator, isTitle } from './separators.ts';
import { torn } from './torn.ts';

/** The sender's own words, signature included, and the history that the mail repeats. */
export type Parts = { own: Line[]; quoted: Line[] };

/** `answers`: headers or subject say that this mail answers or forwards another one. */
export type Hints = { answers: boolean };

/** No head, separator or attribution is longer; a hostile mail could make the patterns crawl through a longer line. */
const LONGEST = 400;

export function partHistory(lines: readonly Line[], hints: Hints): Parts {
  const texts = lines.map((line) => line.text.slice(0, LONGEST));
  // Newsletters put `>` before links: without a sign that the mail answers another, only an attribution makes it a quote.
  const isQuoted = lines.map((line) => line.isQuoted || (hints.answers && isMarkedQuote(line.text)));
  for (let at = 0; at < lines.length; at += 1) {
    if (isQuoted[at] || texts[at]?.trim() === '') continue;
    const end = endOfHistory(at, { lines, texts, isQuoted, hints });
    if (end === undefined) continue;
    isQuoted.fill(true, withRuleAbove(at, texts), end);
    at = end - 1;
  }
  if (hints.answers) for (const at of torn(texts, isQuoted)) isQuoted[at] = true;
  return parts(lines, isQuoted, hints);
}

type Reading = { lines: readonly Line[]; texts: string[]; isQuoted: boolean[]; hints: Hints };

/** Where the history ends that begins at this line, if any does. */
function endOfHistory(at: number, reading: Reading): number | undefined {
  const { lines, texts, hints } = reading;
  const line = texts[at] ?? '';
  if (isSeparator(line)) return lines.length;
  const below = nextText(texts, at + 1);
  if (isTitle(line) && isHeaderBlock(texts, below, true)) return lines.length;
  if (hints.answers && isHeaderBlock(texts, at)) return lines.length;
  if (isRule(line) && isHeaderBlock(texts, below)) return lines.length;
  const attribution = attributionAt(texts, at);
  return attribution && endOfAttributed(at + attribution.lines, reading, attribution.isSure);
}

/** Below an attribution: lines known as quotes, or a block quotation, or, where it is sure, all the rest. */
function endOfAttributed(next: number, { lines, texts, isQuoted, hints }: Reading, isSure: boolean) {
  const first = nextText(texts, next);
  if (isQuoted[first]) return next;
  if (isMarkedQuote(texts[first] ?? '')) return endOfRun(lines, first, (line) => isMarkedQuote(line.text));
  if (lines[first]?.isIndented) return endOfRun(lines, first, (line) => line.isIndented);
  return isSure && hints.answers ? lines.length : undefined;
}

/** `>` before a line quotes it. mbox files put one before `From ` in a sender's own text, so that is no quote. */
const isMarkedQuote = (text: string): boolean => /^\s{0,3}>/.test(text) && !text.startsWith('>From ');

/** The next line that says something. */
export function nextText(texts: readonly string[], from: number): number {
  let at = from;
  while (at < texts.length && texts[at]?.trim() === '') at += 1;
  return at;
}

function endOfRun(lines: readonly Line[], from: number, belongs: (line: Line) => boolean): number {
  const end = lines.findIndex((line, index) => index > from && line.text.trim() !== '' && !belongs(line));
  return end < 0 ? lines.length : end;
}

/** A drawn line directly above the history belongs to it. */
function withRuleAbove(at: number, texts: readonly string[]): number {
  let above = at - 1;
  while (above >= 0 && texts[above]?.trim() === '') above -= 1;
  return above >= 0 && isRule(texts[above] ?? '') ? above : at;
}

function parts(lines: readonly Line[], isQuoted: readonly boolean[], hints: Hints): Parts {
  const own = trimmed(lines.filter((_, index) => !isQuoted[index]));
  const quoted = trimmed(lines.filter((_, index) => isQuoted[index]));
  // A mail that answers nothing has its own words: whatever looked like history is what it says.
  return own.length === 0 && !hints.answers ? { own: trimmed(lines), quoted: [] } : { own, quoted };
}
