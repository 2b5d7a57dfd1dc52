import { type Reader, readerKeys } from '../../shared/access.ts';
import { LONG_WORD } from '../../shared/name-likeness.ts';
import { type SearchKind, searchTokens } from '../../shared/search.ts';
import { keyToken, workspaceToken } from './index-text.ts';
import { addressTokens, kindToken, type NamedKind } from './name-index.ts';

const MAX_TOKENS = 16;
type Asking = Reader & { wsId: number };

// What a person types never reaches FTS5 as it is: its words are letters and digits, each quoted, so that no sign in it
// can be an operator or an error.
const quoted = (token: string) => `"${token}"`;
const beginning = (token: string) => `"${token}"*`;
const anyOf = (terms: readonly string[]) => `(${terms.join(' OR ')})`;
const allOf = (terms: readonly string[]) => `(${terms.slice(0, MAX_TOKENS).join(' AND ')})`;

function scopeOf({ wsId, ...reader }: Asking): string {
  return `scope : (${quoted(workspaceToken(wsId))} AND ${anyOf(readerKeys(reader).map(keyToken).map(quoted))})`;
}

/**
 * Names that have every word typed, each as a beginning: a name is looked up while it is being typed. An address is one
 * long word (`addressTokens`), hence the second reading. Undefined where nothing was typed that could be found.
 */
export function nameMatch(asking: Asking, typed: string, kinds: readonly NamedKind[]): string | undefined {
  const readings = [searchTokens(typed), addressTokens(typed)].filter((tokens) => tokens.length > 0);
  if (readings.length === 0 || kinds.length === 0) return undefined;
  const words = anyOf(readings.map((tokens) => allOf(tokens.map(beginning))));
  return `${scopeOf(asking)} AND scope : ${anyOf(kinds.map(kindToken).map(quoted))} AND t : ${words}`;
}

/** Names that may be another way to write one: `exact` has all of its words, `near` words that begin like them. */
export type AlikeMatch = { exact: string; near: string };

/** Undefined where the name has nothing by which it could be found. */
export function alikeMatch(
  asking: Asking,
  { han, words }: { han: string; words: readonly string[] },
  kind: NamedKind,
): AlikeMatch | undefined {
  const pairs = han.length > 1 ? searchTokens(han) : [];
  const [brand, ...further] = pairs;
  // After the brand a place may stand in brackets.
  const near = brand
    ? [quoted(brand), ...(further.length > 0 ? [anyOf(further.slice(0, 2).map(quoted))] : [])]
    : words.map((word) => (word.length < LONG_WORD ? quoted(word) : beginning(firstHalf(word))));
  const exact = (brand ? pairs : words).map(quoted);
  if (exact.length === 0) return undefined;
  const scope = `${scopeOf(asking)} AND scope : ${quoted(kindToken(kind))}`;
  return { exact: `${scope} AND t : ${allOf(exact)}`, near: `${scope} AND t : ${allOf(near)}` };
}

const firstHalf = (word: string) => [...word].slice(0, Math.max(3, Math.ceil(word.length / 2))).join('');

/** Activities that have every word typed; the word at the end may still be a beginning. */
export function activityMatch(asking: Asking, typed: string): string | undefined {
  const tokens = searchTokens(typed);
  if (tokens.length === 0) return undefined;
  const last = searchTokens(typed.trim().split(/\s/).at(-1) ?? '').at(-1);
  const words = tokens.map((token) => (token === last ? beginning(token) : quoted(token)));
  return `${scopeOf(asking)} AND t : ${allOf(words)}`;
}

export const NAMED_KINDS = [
  'account',
  'contact',
  'lead',
  'opportunity',
] as const satisfies readonly SearchKind[];
