import type { Line } from '../text/lines.ts';
import { attributionAt } from './attribution.ts';
import { headerBlockAt } from './header-block.ts';
import { isSeparator, isTitle } from './separators.ts';
import { nextText } from './split.ts';

/** Threads of years are counted as far as anybody would read them. */
const MOST_LINES = 20_000;
const LONGEST = 400;

/** How many earlier messages the history holds, as far as their heads tell: at least one where there is any. */
export function countMessages(quoted: readonly Line[]): number {
  if (quoted.length === 0) return 0;
  const marked = quoted.slice(0, MOST_LINES).map(({ text }) => text.slice(0, LONGEST));
  const lines = marked.map(unmarked);
  let heads = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const end = endOfHead({ lines, marked, at });
    if (end === undefined) continue;
    heads += 1;
    at = end - 1;
  }
  return Math.max(heads, 1);
}

const unmarked = (line: string): string => line.replace(/^(?:\s{0,3}>)+\s?/, '');
const depthOf = (line = ''): number => (/^(?:\s{0,3}>)+/.exec(line)?.[0] ?? '').replace(/\s/g, '').length;

type Place = { lines: readonly string[]; marked: readonly string[]; at: number };

/** Where the head of an earlier message ends that begins here, if one does. */
function endOfHead({ lines, marked, at }: Place): number | undefined {
  const line = lines[at] ?? '';
  if (line.trim() === '') return undefined;
  const isAnnounced = isSeparator(line) || isTitle(line);
  const first = isAnnounced ? nextText(lines, at + 1) : at;
  const block = headerBlockAt(lines, first, isAnnounced);
  if (block !== undefined) return block;
  const attribution = attributionAt(lines, first);
  // A sentence of the history may name day and time as well: then what is below has to be a deeper quote.
  const below = first + (attribution?.lines ?? 0);
  const isDeeper = depthOf(marked[nextText(lines, below)]) > depthOf(marked[first]);
  if (attribution && (attribution.isSure || isDeeper)) return below;
  return isSeparator(line) ? at + 1 : undefined;
}
