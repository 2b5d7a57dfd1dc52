import { sql } from 'drizzle-orm';
import { type SearchKind, searchTokens } from '../../shared/search.ts';
import type { Ctx } from '../context.ts';
import { nameEntry, nameFts } from '../db/shard/schema.ts';
import { indexText, scopeText } from './index-text.ts';

export type NamedKind = Exclude<SearchKind, 'activity'>;
export type NamedRecord = {
  kind: NamedKind;
  recordId: string;
  /** What it is found by, its name first. */
  names: readonly (string | null | undefined)[];
  /** E-mail addresses and domains. */
  addresses?: readonly (string | null | undefined)[];
  readers: readonly string[];
};

const RUN_END =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}](?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu;

export const kindToken = (kind: NamedKind): string => `k${kind}`;

/**
 * The words of an address: `li@heng-chuan.example` is found by `li` and by the beginning of `hengchuanexample`. Dots
 * would make `com` a word of nearly every account.
 */
export function addressTokens(text: string): string[] {
  return searchTokens(text.replace(/[.-](?=[\p{L}\p{N}])/gu, ''));
}

/** The two columns of an entry of `name_fts`; also for whoever fills the table without a request. */
export function nameIndexRow(wsId: number, record: NamedRecord): { scope: string; t: string } {
  const text = record.names.filter(Boolean).join('\n');
  // Pairs begin at every character but the last of a run: alone, it too is found by a single-character query.
  const lastCharacters = text.normalize('NFKC').match(RUN_END) ?? [];
  const addresses = (record.addresses ?? []).flatMap((address) => addressTokens(address ?? ''));
  return {
    scope: `${scopeText(wsId, record.readers)} ${kindToken(record.kind)}`,
    t: [indexText([text]), ...lastCharacters, ...addresses].join(' '),
  };
}

/** Makes a new record findable by its names, in the batch that creates it. */
export function nameStatements(ctx: Ctx, record: NamedRecord) {
  const { wsId } = ctx.workspace;
  const { kind, recordId } = record;
  return [
    ctx.db.insert(nameEntry).values({ wsId, kind, recordId }),
    ctx.db.insert(nameFts).values({
      rowid: sql`(SELECT seq FROM name_entry WHERE ws_id = ${wsId} AND kind = ${kind} AND record_id = ${recordId})`,
      ...nameIndexRow(wsId, record),
    }),
  ] as const;
}
