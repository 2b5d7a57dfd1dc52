const MARKED = /^\s{0,3}>/;
/** A line that a server wraps was near its limit; Chinese takes two columns a character. */
const NEAR_LIMIT = 60;
const ENDS_SENTENCE = /[.!?:;。！？：；…"”')）\]]\s*$/;

/**
 * Lines between two quoted ones that lost their mark where a server wrapped a long quoted line: the end of that line,
 * not an answer to it. Answers stand apart, begin anew, or follow the end of a sentence.
 */
export function torn(texts: readonly string[], isQuoted: readonly boolean[]): number[] {
  return texts.flatMap((text, at) => {
    const [above = '', below = ''] = [texts[at - 1], texts[at + 1]];
    const isBetween = isQuoted[at - 1] && isQuoted[at + 1] && MARKED.test(above) && MARKED.test(below);
    const isTorn = isBetween && !isQuoted[at] && isContinued(above, text.trim());
    return isTorn ? [at] : [];
  });
}

const isContinued = (above: string, text: string): boolean =>
  columns(above) >= NEAR_LIMIT &&
  columns(text) < columns(above) &&
  !ENDS_SENTENCE.test(above) &&
  /^[\p{Ll}\p{Lo}\d,，、(（]/u.test(text);

const columns = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
