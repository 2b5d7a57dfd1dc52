import { searchTokens } from '../../shared/search.ts';
import { cutAtParagraph } from '../../shared/text.ts';

const INDEXED_BYTES = 8 * 1024;

/** The words under which a record is found: Chinese as pairs, the rest lowercased, of the first 8 KB. */
export function indexText(parts: readonly (string | null | undefined)[]): string {
  const text = parts.filter(Boolean).join('\n');
  return searchTokens(cutAtParagraph(text, INDEXED_BYTES).text).join(' ');
}

/** The token that keeps a workspace's entries apart. */
export const workspaceToken = (wsId: number): string => `w${wsId}`;

/** What a search entry may be found by: its workspace, and the keys that may read it, written without their colon. */
export function scopeText(wsId: number, readers: readonly string[]): string {
  return [workspaceToken(wsId), ...new Set(readers.map(keyToken))].join(' ');
}

export const keyToken = (reader: string): string => reader.replace(':', '');
