const EXTENSION = /\s*(?:;?\s*ext(?:ension|n)?\.?\s*[:=]?|x|#|转|轉|分机|分機)\s*\d{1,6}\s*$/iu;
const NO_DIGIT = /\D/g;
// ITU-T E.164 country codes.
const COUNTRY_CODE =
  /^(?:1|7|2[07]|2[1-689]\d|3[0-469]|3[578]\d|4[0134-9]|42\d|5[1-8]|5[09]\d|6[0-6]|6[789]\d|8[1246]|8[0578]\d|9[0-58]|9[679]\d)$/;
const KEY = 8;
const SHORTEST = 7;

type Dialled = { digits: string; isInternational: boolean };

/** The digits of a number without extension, and without what is dialled before it: `+`, `00`, a trunk `0`. */
function dialled(phone: string): Dialled {
  const plain = phone.normalize('NFKC').trim().replace(EXTENSION, '').replace(/\(0\)/g, '');
  const digits = plain.replace(NO_DIGIT, '');
  const isInternational = plain.startsWith('+') || digits.startsWith('00');
  return { digits: digits.replace(/^0+/, ''), isInternational };
}

/** Under which a number is looked up, however it is written: its last digits. Undefined for what is too short to tell. */
export function phoneKey(phone: string | null | undefined): string | undefined {
  const { digits } = dialled(phone ?? '');
  return digits.length < SHORTEST ? undefined : digits.slice(-KEY);
}

/** Two ways to write one number: alike, or alike but for the country code. */
export function isSamePhone(a: string, b: string): boolean {
  const [short, long] = [dialled(a), dialled(b)].sort((x, y) => x.digits.length - y.digits.length);
  if (!short || !long || short.digits.length < SHORTEST || !long.digits.endsWith(short.digits)) return false;
  const before = long.digits.slice(0, -short.digits.length);
  if (before === '') return true;
  // A short number without its area may belong to any city.
  const isWhole = long.isInternational || short.digits.length > KEY;
  return !short.isInternational && isWhole && COUNTRY_CODE.test(before);
}
