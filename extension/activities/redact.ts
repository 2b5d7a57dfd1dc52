/** Stands in for what the rep hides; its length says nothing about what was there. */
const HIDDEN = '████';

/** From and to, end excluded. */
export type Stretch = readonly [start: number, end: number];

/** `text` with the words of a stretch hidden; line breaks and the spaces around them stay. */
export function redact(text: string, [start, end]: Stretch): string {
  const hidden = text.slice(start, end).replace(/[^\n]+/g, (line) => {
    const words = line.trim();
    return words ? line.replace(words, HIDDEN) : line;
  });
  return text.slice(0, start) + hidden + text.slice(end);
}

/** `text` without a stretch, and without the gap that it would leave. */
export function cutOut(text: string, [start, end]: Stretch): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/\n\s*$/.test(before) && /^\s*\n/.test(after)) return `${before.trimEnd()}\n\n${after.trimStart()}`;
  return /\s$/.test(before) || before === '' ? before + after.replace(/^[ \t]+/, '') : before + after;
}
