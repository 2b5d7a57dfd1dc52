import { concatBytes, isUtf8 } from './bytes.ts';
import { decodeText, isRealClaim } from './charset.ts';

const NEWLINE = 0x0a;

/**
 * Headers in raw bytes other than UTF-8 (old mailers write GBK as it is), turned into UTF-8 before parsing. Only lines of
 * header blocks change: those at the top and those after a boundary that the message itself declares.
 */
export function withUtf8Headers(source: Uint8Array): Uint8Array {
  if (isUtf8(source)) return source;
  const latin = new TextDecoder('latin1').decode(source);
  const boundaries = new Set(
    [...latin.matchAll(/boundary="?([^"\r\n;]+)"?/gi)].map(([, name]) => `--${name}`),
  );
  const charset = [...latin.matchAll(/charset="?([\w.:+-]+)/gi)].map(([, label]) => label).find(isRealClaim);
  const parts: Uint8Array[] = [];
  let inHeader = true;
  for (const line of linesOf(source)) {
    const text = inHeader || line[0] === 0x2d ? new TextDecoder('latin1').decode(line).trimEnd() : '';
    if (inHeader && text === '') inHeader = false;
    else if (boundaries.has(text)) inHeader = true;
    parts.push(inHeader && !isUtf8(line) ? utf8(line, charset) : line);
  }
  return concatBytes(parts);
}

function utf8(line: Uint8Array, charset: string | undefined): Uint8Array {
  return new TextEncoder().encode(decodeText(line, isUtf8Label(charset) ? undefined : charset));
}

const isUtf8Label = (charset: string | undefined): boolean => /^utf-?8$/i.test(charset ?? '');

function* linesOf(source: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start < source.length) {
    const end = source.indexOf(NEWLINE, start);
    const next = end < 0 ? source.length : end + 1;
    yield source.subarray(start, next);
    start = next;
  }
}
