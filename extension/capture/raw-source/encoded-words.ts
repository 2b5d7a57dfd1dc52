import { concatBytes } from './bytes.ts';
import { decodeText } from './charset.ts';

const WORD = /=\?([^?\s]+)\?([QqBb])\?([^?]*)\?=/g;
/** Encoded words that belong together: only folding stands between them, and it is no content. */
const RUN = /=\?[^?\s]+\?[QqBb]\?[^?]*\?=(?:[ \t\r\n]*=\?[^?\s]+\?[QqBb]\?[^?]*\?=)*/g;

type Piece = { charset: string; bytes: Uint8Array };

/** RFC 2047 words decoded. Words are joined as bytes first: gateways cut them in the middle of a character. */
export const decodeWords = (value: string): string => value.replace(RUN, (run) => textOfRun(run));

/** Each run as one UTF-8 word, so that a parser of addresses still sees one atom, and sees whole characters. */
export const joinWords = (value: string): string => value.replace(RUN, (run) => wordOf(textOfRun(run)));

function textOfRun(run: string): string {
  const pieces = [...run.matchAll(WORD)].map(pieceOf);
  return groupsOf(pieces).map(textOfGroup).join('');
}

function pieceOf([, charset = '', encoding = '', payload = '']: RegExpMatchArray): Piece {
  const bytes = /^b$/i.test(encoding) ? base64Bytes(payload) : quotedBytes(payload);
  return { charset: charset.replace(/\*.*$/, '').toLowerCase(), bytes };
}

function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.[0]?.charset === piece.charset) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function textOfGroup(group: readonly Piece[]): string {
  const charset = group[0]?.charset;
  const joined = decodeText(concatBytes(group.map((piece) => piece.bytes)), charset);
  if (!joined.includes('\ufffd') || group.length === 1) return joined;
  const apart = group.map((piece) => decodeText(piece.bytes, charset)).join('');
  return apart.split('\ufffd').length < joined.split('\ufffd').length ? apart : joined;
}

function base64Bytes(payload: string): Uint8Array {
  const clean = payload.replace(/[^A-Za-z0-9+/]/g, '');
  // A single leftover digit holds no byte; atob would refuse the whole word for it.
  const usable = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
  return Uint8Array.from(atob(usable), (char) => char.charCodeAt(0));
}

function quotedBytes(payload: string): Uint8Array {
  const text = payload.replace(/[_\r\n]/g, (char) => (char === '_' ? ' ' : ''));
  const bytes: number[] = [];
  for (const [part, code] of text.matchAll(/=([0-9A-Fa-f]{2})|[\s\S]/gu)) {
    if (code) bytes.push(Number.parseInt(code, 16));
    else bytes.push(...new TextEncoder().encode(part));
  }
  return Uint8Array.from(bytes);
}

function wordOf(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return `=?utf-8?B?${btoa(binary)}?=`;
}
