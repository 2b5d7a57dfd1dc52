import { attributionAt } from '../capture/quoted-text/attribution.ts';
import { isHeaderBlock } from '../capture/quoted-text/header-block.ts';
import { isRule, isSeparator, isTitle } from '../capture/quoted-text/separators.ts';

/** A text and the history below it that quotes earlier messages. */
export type Quoted = { own: string; quoted?: string };

/** No separator is longer; a hostile text could make the patterns crawl through a longer line. */
const LONGEST = 400;
const QUOTE_LINE = /^\s*[>＞]/;
const ATTRIBUTION = /(?:wrote|写道|写到)\s*[:：]\s*$/i;

/** Folds what follows the first separator, or a block of `>` lines that runs to the end. Never folds the whole text. */
export function splitQuoted(text: string): Quoted {
  const lines = text.split('\n');
  const at = quoteStart(lines.map((line) => line.slice(0, LONGEST)));
  const own = lines.slice(0, at).join('\n').trimEnd();
  return at === lines.length || own === '' ? { own: text } : { own, quoted: lines.slice(at).join('\n') };
}

function quoteStart(lines: readonly string[]): number {
  const separator = lines.findIndex((_line, at) => isSeparated(lines, at));
  if (separator >= 0) return separator;
  let start = lines.length;
  let hasQuote = false;
  while (start > 0) {
    const line = lines[start - 1] ?? '';
    if (QUOTE_LINE.test(line)) hasQuote = true;
    else if (line.trim() !== '') break;
    start -= 1;
  }
  if (!hasQuote) return lines.length;
  return ATTRIBUTION.test(lines[start - 1] ?? '') ? start - 1 : start;
}

/** Whether what mail programs put above an earlier message stands here, as the capture of a mail knows it. */
function isSeparated(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (isSeparator(line)) return true;
  // An HTML mail marks no line of what it quotes; one that does may hold answers below.
  const attribution = at > 0 && lines[at - 1]?.trim() === '' ? attributionAt(lines, at) : undefined;
  if (attribution?.isSure && !hasMarks(lines, at)) return true;
  return (
    (isRule(line) && isHeaderBlock(lines, at + 1)) || (isTitle(line) && isHeaderBlock(lines, at + 1, true))
  );
}

const hasMarks = (lines: readonly string[], from: number): boolean =>
  lines.slice(from).some((line) => QUOTE_LINE.test(line));
