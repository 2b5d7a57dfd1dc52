/** Labels that mailers write and the Encoding standard does not know. The wider sets contain the narrower ones. */
const ALIASES: Record<string, string> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb_2312-80': 'gb18030',
  'gb2312-80': 'gb18030',
  'gb-18030': 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'x-cp936': 'gb18030',
  'windows-936': 'gb18030',
  cp950: 'big5',
  'windows-950': 'big5',
  big5hkscs: 'big5',
  cp932: 'shift_jis',
  'windows-932': 'shift_jis',
  cp949: 'euc-kr',
  utf8mb4: 'utf-8',
};

/** Declared, but saying nothing about bytes above 127: what really stands there has to be looked at. */
const EMPTY_CLAIMS = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'binary',
  '8bit',
  'default',
  'unknown',
  'unknown-8bit',
  'x-unknown',
]);

/** Often declared by programs that mean nothing by it. */
const LATIN = /^(?:iso-?8859-?1|latin-?1|windows-?1252|cp1252)$/;

function decoderOf(label: string, fatal: boolean): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return undefined;
  }
}

function strictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return decoderOf(label, true)?.decode(bytes);
  } catch {
    return undefined;
  }
}

const labelOf = (declared: string | undefined): string => {
  const label = /^[\s"']*([\w.:+-]*)/.exec(declared ?? '')?.[1]?.toLowerCase() ?? '';
  return ALIASES[label] ?? label;
};

/** True where a declaration says which characters the bytes above 127 are. */
export const isRealClaim = (declared: string | undefined): boolean => {
  const label = labelOf(declared);
  return !EMPTY_CLAIMS.has(label) && !LATIN.test(label) && decoderOf(label, false) !== undefined;
};

/**
 * The text of `bytes`. A declaration is believed unless the bytes contradict it: UTF-8 that decodes without an error is
 * UTF-8 whatever a Latin or empty declaration says, and bytes that the declared set cannot hold are looked at.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const label = labelOf(declared);
  if (isRealClaim(label)) return strictly(bytes, label) ?? loosely(bytes, label);
  const fallback = LATIN.test(label) ? label : guess(bytes);
  return strictly(bytes, 'utf-8') ?? strictly(bytes, fallback) ?? loosely(bytes, fallback);
}

/** Nothing fits without an error (a cut body, mixed sets): the reading with the fewest unreadable characters. */
function loosely(bytes: Uint8Array, label: string): string {
  const readings = [label, 'utf-8', guess(bytes)].flatMap(
    (candidate) => decoderOf(candidate, false)?.decode(bytes) ?? [],
  );
  const damage = readings.map((text) => text.split('\ufffd').length);
  return readings[damage.indexOf(Math.min(...damage))] ?? '';
}

/**
 * Which legacy set undeclared bytes are in. Latin text has few bytes above 127, one by one among letters; Chinese has
 * runs of them. In GB sets the second byte of a common character is above 0xA0 too, in Big5 it is an ASCII byte about
 * half of the time.
 */
function guess(bytes: Uint8Array): string {
  let high = 0;
  let runs = 0;
  let spaces = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte <= 0x20) spaces += 1;
    if (byte < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) < 0x80) runs += 1;
  }
  if (high < 2 * runs && high < 0.3 * (bytes.length - spaces)) return 'windows-1252';
  const { pairs, lowSeconds, big5Firsts } = pairsOf(bytes);
  const looksLikeBig5 = lowSeconds * 5 > pairs && big5Firsts * 5 > pairs * 4;
  return looksLikeBig5 && strictly(bytes, 'big5') !== undefined ? 'big5' : 'gb18030';
}

function pairsOf(bytes: Uint8Array): { pairs: number; lowSeconds: number; big5Firsts: number } {
  const count = { pairs: 0, lowSeconds: 0, big5Firsts: 0 };
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x81) continue;
    count.pairs += 1;
    if ((bytes[at + 1] ?? 0) < 0xa1) count.lowSeconds += 1;
    if (first >= 0xa1 && first <= 0xc6) count.big5Firsts += 1;
    at += 1;
  }
  return count;
}
