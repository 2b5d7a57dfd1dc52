import * as z from 'zod';
import { FeedItem } from './activity.ts';
import { CursorText } from './page.ts';

export const SearchKind = z.enum(['account', 'contact', 'lead', 'opportunity', 'activity']);
export type SearchKind = z.infer<typeof SearchKind>;

export const SearchQuery = z.object({
  q: z.string().max(200),
  /** Comma-separated kinds; absent = all. */
  kinds: z
    .string()
    .max(100)
    .transform((s) => s.split(','))
    .pipe(z.array(SearchKind))
    .optional(),
  limit: z.coerce.number().int().min(1).max(50).default(8),
  cursor: CursorText.optional(),
});
export type SearchQuery = z.input<typeof SearchQuery>;

export const NameHit = z.object({
  kind: SearchKind,
  id: z.string(),
  name: z.string(),
  /** What tells namesakes apart: the account of a contact, the stage's account of an opportunity, a lead's company. */
  hint: z.string().optional(),
  accountId: z.string().optional(),
});
export type NameHit = z.infer<typeof NameHit>;

export const SearchResult = z.object({
  names: z.array(NameHit),
  activities: z.array(FeedItem),
  nextCursor: z.string().optional(),
});
export type SearchResult = z.infer<typeof SearchResult>;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/**
 * Words as the index holds them: runs of Chinese (Japanese, Korean) as overlapping pairs, since a two-character name is
 * the usual query; everything else lowercased at non-letters. A single character stands for itself.
 */
export function searchTokens(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase();
  const pairs = [...lower.matchAll(HAN)].flatMap(([run]) => pairsOf(run));
  const words = lower.replace(HAN, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...pairs, ...words];
}

function pairsOf(run: string): string[] {
  const chars = [...run];
  if (chars.length < 2) return chars;
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`);
}
