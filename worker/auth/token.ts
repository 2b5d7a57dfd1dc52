import { sha256Hex } from '../../shared/message-key.ts';

/** `sl_<sid>_<secret>`: 128 and 256 random bits, base64url. Only the hash of the secret is ever stored. */
export type Token = { sessionId: string; secret: string };

const BEARER = /^Bearer sl_([\w-]{22})_([\w-]{43})$/;

export function mintToken(): Token {
  return { sessionId: randomText(16), secret: randomText(32) };
}

export const tokenText = ({ sessionId, secret }: Token): string => `sl_${sessionId}_${secret}`;

export function parseBearer(header: string | undefined): Token | undefined {
  const match = BEARER.exec(header ?? '');
  return match?.[1] && match[2] ? { sessionId: match[1], secret: match[2] } : undefined;
}

export const secretHash = (secret: string): Promise<string> => sha256Hex(secret);

/** Equal texts of equal length, in a time that does not tell where they differ. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => new TextEncoder().encode(text));
  if (!left || !right || left.length !== right.length) return false;
  return crypto.subtle.timingSafeEqual(left, right);
}

function randomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
