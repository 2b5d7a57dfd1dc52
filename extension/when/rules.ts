import type { Day } from '../../shared/day.ts';
import type { ReadWords } from './found-day.ts';

/** A form of words and the day it names; undefined where it only looks like a day, so that nothing else reads it. */
export type Rule = { pattern: RegExp; day: (match: RegExpExecArray, today: Day) => Day | undefined };

/** A text of nothing but days is no mail, and each find is compared with all others. */
const MOST_FINDS = 50;

/** What the rules read in a text, in its order; in each place the first rule that fits wins. */
export function readRules(rules: readonly Rule[], text: string, today: Day): ReadWords[] {
  const found: ReadWords[] = [];
  for (const { pattern, day } of rules) {
    let finds = 0;
    for (const match of text.matchAll(pattern)) {
      if (++finds > MOST_FINDS) break;
      const [start, end] = [match.index, match.index + match[0].length];
      const isFree = found.every((other) => end <= other.start || start >= other.end);
      if (isFree) found.push({ start, end, day: day(match, today) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
