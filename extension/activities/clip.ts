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
