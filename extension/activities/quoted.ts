/** A text and the history below it that quotes earlier messages. */
export type Quoted = { own: string; quoted?: string };

const QUOTE_LINE = /^\s*[>＞]/;
const SEPARATOR =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|原始邮件|转发的?邮件|回复的?邮件)\s*-{2,}|_{20,})\s*$/i;
const ATTRIBUTION = /(?:wrote|写道|写到)\s*[:：]\s*$/i;

/** Folds what follows the first separator, or a block of `>` lines that runs to the end. Never folds the whole text. */
export function splitQuoted(text: string): Quoted {
  const lines = text.split('\n');
  const at = quoteStart(lines);
  const own = lines.slice(0, at).join('\n').trimEnd();
  return at === lines.length || own === '' ? { own: text } : { own, quoted: lines.slice(at).join('\n') };
}

function quoteStart(lines: readonly string[]): number {
  const separator = lines.findIndex((line) => SEPARATOR.test(line));
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
