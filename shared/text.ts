import * as z from 'zod';

// Control characters (tab and newline excepted) break terminals, CSV and SQLite's length(); lone surrogates turn into
// U+FFFD on their way into D1. Both go before anything is measured or stored.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

export function wellFormed(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed();
}

const encoder = new TextEncoder();
export const utf8Length = (text: string): number => encoder.encode(text).length;

/** One line of at most `max` characters: names, titles, subjects. */
export const Line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((s) => wellFormed(s).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));

/** Text of at most `maxBytes` UTF-8 bytes; line breaks are kept. */
export const Text = (maxBytes: number) =>
  z
    .string()
    .transform(wellFormed)
    .pipe(z.string().refine((s) => utf8Length(s) <= maxBytes, { error: 'too_long' }));

/** Cuts at the last paragraph (else line, else character) that fits into `maxBytes` of UTF-8. */
export function cutAtParagraph(text: string, maxBytes: number): { text: string; isCut: boolean } {
  if (utf8Length(text) <= maxBytes) return { text, isCut: false };
  const { read } = encoder.encodeInto(text, new Uint8Array(maxBytes));
  const head = text.slice(0, read);
  const paragraph = head.lastIndexOf('\n\n');
  const line = head.lastIndexOf('\n');
  // A boundary in the first half would throw away more than it tidies.
  const at = [paragraph, line].find((i) => i > head.length / 2) ?? head.length;
  return { text: head.slice(0, at).trimEnd(), isCut: true };
}
