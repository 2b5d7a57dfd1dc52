/** Stands in for what the rep hides; its length says nothing about what was there. */
const HIDDEN = '████';

/** `text` with the words from `start` to `end` hidden; line breaks and the spaces around them stay. */
export function redact(text: string, start: number, end: number): string {
  const hidden = text.slice(start, end).replace(/[^\n]+/g, (line) => {
    const words = line.trim();
    return words ? line.replace(words, HIDDEN) : line;
  });
  return text.slice(0, start) + hidden + text.slice(end);
}
