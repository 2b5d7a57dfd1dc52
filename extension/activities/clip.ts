import { wellFormed } from '../../shared/text.ts';

/**
 * One line of at most `max` characters, as `Line(max)` accepts it; undefined where nothing is left. What a page says
 * may be of any length, and a long subject must not keep a mail from being logged.
 */
export function clipLine(text: string | undefined, max: number): string | undefined {
  const line = wellFormed(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= max) return line || undefined;
  const end = isHighSurrogate(line.charCodeAt(max - 2)) ? max - 2 : max - 1;
  return `${line.slice(0, end).trimEnd()}…`;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** Marks that turn the direction of writing (Unicode UAX #9): they make `fdp.exe` read as `exe.pdf`. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** As shown: what a page says, without marks that could make it read as something else. */
export const shown = (text: string): string => text.replace(BIDI, '');
