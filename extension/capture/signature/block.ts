import type { Line } from '../text/lines.ts';
import { clean, folded } from './clean.ts';
import { afterClosing } from './closings.ts';
import { isCompany } from './companies.ts';
import type { Stretch } from './disclaimers.ts';
import { type Author, type Found, readFields } from './fields.ts';
import { byComma } from './segments.ts';

/** Where the signature stands among the own words, and what it says. */
export type Block = Stretch & { found: Found };

/** Nobody signs with more; a mail of megabytes is looked at no further. */
const MOST_LINES = 60;
const MOST_SIGNED = 25;
const MOST_UNMARKED = 15;
const DELIMITER = /^\s*(?:--|—|——)\s*$/;

type Place = { lines: readonly Line[]; texts: readonly string[]; end: number; author: Author };

/** The signature that ends at `end`: behind its delimiter, where the markup says so, or told by its structure. */
export function findBlock(lines: readonly Line[], end: number, author: Author): Block | undefined {
  const texts = lines.map(({ text }) => clean(text).trim());
  const place = { lines, texts, end, author };
  return delimited(place) ?? marked(place) ?? structured(place);
}

function delimited(place: Place): Block | undefined {
  const { texts, end } = place;
  const from = Math.max(0, end - MOST_LINES);
  const at = texts.slice(from, end).findLastIndex((text) => DELIMITER.test(text));
  return at < 0 ? undefined : asBlock(place, { start: from + at, end });
}

function marked(place: Place): Block | undefined {
  const { lines, texts, end } = place;
  const last = lines.slice(0, end).findLastIndex(({ isSigned, text }) => isSigned && text !== '');
  if (last < 0) return undefined;
  let start = last;
  while (start > 0 && (lines[start - 1]?.isSigned || texts[start - 1] === '')) start -= 1;
  while (texts[start] === '') start += 1;
  // On phones the words are often typed inside the signature's own block.
  return start === 0 ? undefined : asBlock(place, { start: withClosing(texts, start), end: last + 1 });
}

/** A block that its program has marked, unless it is prose. */
function asBlock({ texts, author }: Place, { start, end }: Stretch): Block | undefined {
  const block = texts.slice(start, end).filter((text) => text !== '' && !DELIMITER.test(text));
  const isProse = block.filter((text) => isSentence(text)).length > 1;
  if (block.length === 0 || block.length > MOST_SIGNED || isProse) return undefined;
  return { start, end, found: readFields(block.map(withoutClosing), author) };
}

/** Upwards from the end as long as lines look like a signature's, up to a closing formula or the sender's name. */
function structured(place: Place): Block | undefined {
  const { texts, end, author } = place;
  const top = topOf(place);
  const closing = texts.slice(top, end).findLastIndex((text) => afterClosing(text) !== undefined) + top;
  const hasClosing = closing >= top;
  const from = hasClosing ? closing : top;
  const offsets: number[] = [];
  for (let at = from; at < end; at += 1) if (texts[at] !== '') offsets.push(at);
  const found = readFields(
    offsets.map((at) => withoutClosing(texts[at] ?? '')),
    author,
  );
  const first = offsets[found.nameLine ?? -1];
  if (hasClosing)
    return acceptsClosed(found) ? { start: withClosing(texts, closing), end, found } : undefined;
  if (first === undefined || !found.isSender || isAnnounced(texts, first)) return undefined;
  const own = readFields(texts.slice(first, end).filter(Boolean), author);
  const { title, company } = own.signature;
  // One line alone may be a sentence that names the sender.
  const isEnough = offsets.some((at) => at > first) ? own.evidence > 0 : Boolean(title ?? company);
  return own.isSender && own.others === 0 && isEnough ? { start: first, end, found: own } : undefined;
}

/** `Ship to:` and `Attendees:` head a list, not a signature. */
const isAnnounced = (texts: readonly string[], at: number): boolean =>
  /[:：]$/.test(texts.slice(0, at).findLast((text) => text !== '') ?? '');

/** Below a closing formula: the sender's name and one more sign, or a name and two, or no person and three. */
function acceptsClosed({ nameLine, isSender, evidence }: Found): boolean {
  if (isSender) return evidence > 0;
  return evidence >= (nameLine === undefined ? 3 : 2);
}

function topOf({ texts, end }: Place): number {
  let top = end;
  for (let at = end - 1, lines = 0; at >= Math.max(0, end - MOST_LINES) && lines < MOST_UNMARKED; at -= 1) {
    const text = texts[at] ?? '';
    if (text === '') continue;
    if (afterClosing(text) === undefined && !isSignatureLine(text)) break;
    lines += 1;
    top = at;
  }
  return top;
}

const GREETING =
  /^(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|hallo|bonjour|hola|ciao|sehr geehrte|liebe[rs]?|您好|你好|尊敬的|各位|大家好|親愛的|亲爱的)(?![\p{L}])|^.{1,30}(?:您好|你好|[:：])$|^\S{1,20}(?: \S{1,20})?[,，]$/iu;
const LISTED = /^(?:[-*•]\s|\d{1,2}[.)、]\s?\p{L})/u;

const isSignatureLine = (text: string): boolean =>
  text.length <= 200 && !GREETING.test(text) && !LISTED.test(text) && !isSentence(text);

/** More words than a signature's line has, or the end of a sentence. */
function isSentence(text: string): boolean {
  if (/[?？!！。…]$/.test(text)) return true;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han > 10 && /[，。；！？]/.test(text) && !/[|｜]|\d{3}/.test(text)) return true;
  const words = folded(text).split(/\s+/).length;
  const isCard = /[|｜•·@]|\d\d[ .-]?\d/.test(text) || byComma(text).some(isCompany);
  return !isCard && words > (/[.;]$/.test(text) ? 6 : 14);
}

const withoutClosing = (text: string): string => afterClosing(text) ?? text;

/** The formula above belongs to it: 此致 and 敬礼 stand on two lines. */
function withClosing(texts: readonly string[], start: number): number {
  let first = start;
  for (let at = start - 1; at >= 0 && at >= first - 2; at -= 1) {
    if (texts[at] === '') continue;
    if (afterClosing(texts[at] ?? '') !== '') break;
    first = at;
  }
  return first;
}
