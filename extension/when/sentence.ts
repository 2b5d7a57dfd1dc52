type Place = { start: number; end: number };

/** More on either side belongs to no sentence that anybody reads. */
const SIDE_CHARS = 500;
const BEGINS = /^.*(?:[\n。！？；]|[.!?;]\s)/s;
const ENDS = /[\n。！？；]|[.!?;](?:\s|$)/;

/** The sentence in which the words at [start, end) stand, on one line. */
export const sentenceAround = (text: string, place: Place): string => around(text, place, [BEGINS, ENDS]);

/** The part of that sentence between commas. */
export const clauseAround = (text: string, place: Place): string =>
  around(text, place, [/^.*(?:[\n。！？；，：]|[,.!?;:]\s)/s, /[\n。！？；，：]|[,.!?;:](?:\s|$)/]);

function around(text: string, { start, end }: Place, [begins, ends]: readonly [RegExp, RegExp]): string {
  const before = text.slice(Math.max(0, start - SIDE_CHARS), start);
  const after = text.slice(end, end + SIDE_CHARS);
  const stop = after.search(ends);
  const sentence =
    before.slice(begins.exec(before)?.[0].length ?? 0) +
    text.slice(start, end) +
    (stop < 0 ? after : after.slice(0, stop));
  return sentence.replace(/\s+/g, ' ').trim();
}
