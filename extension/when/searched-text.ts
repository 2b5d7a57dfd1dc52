/** So much of a text is searched; what is agreed stands at the beginning. */
const SEARCHED_CHARS = 8000;

/** Stands for words already read; no pattern takes it for a blank, a letter or a digit. */
const FILLER = '\u0001';

/**
 * The beginning of a text with each run of blanks as one, because patterns with a blank between any two words need
 * the square of a run's length and more. `placeOf` tells where a character of it stands in the text.
 */
export function searchedText(text: string): { words: string; placeOf: (index: number) => number } {
  const places: number[] = [];
  let words = '';
  for (const { 0: part, index } of text.slice(0, SEARCHED_CHARS).matchAll(/\s+|\S+/g)) {
    const kept = part.trim() ? part : part.includes('\n') ? '\n' : ' ';
    for (let at = 0; at < kept.length; at++) places.push(index + at);
    words += kept;
  }
  return { words, placeOf: (index) => places[index] ?? text.length };
}

/** The text without what stands at the places; all others stay where they are. */
export function blankOut(text: string, places: readonly { start: number; end: number }[]): string {
  return places.reduce(
    (left, { start, end }) => left.slice(0, start) + FILLER.repeat(end - start) + left.slice(end),
    text,
  );
}

/** The text in pieces of at most `length`, cut behind a line or a sentence where one ends in their second half. */
export function* pieces(text: string, length: number): Generator<{ start: number; piece: string }> {
  for (let start = 0; start < text.length; ) {
    const window = text.slice(start, start + length);
    const piece = start + length >= text.length ? window : window.slice(0, cutIn(window));
    yield { start, piece };
    start += piece.length;
  }
}

function cutIn(window: string): number {
  for (const marks of ['\n', '。！？；!?;', ' ，、,']) {
    const cut = Math.max(...[...marks].map((mark) => window.lastIndexOf(mark))) + 1;
    if (cut > window.length / 2) return cut;
  }
  return window.length;
}
