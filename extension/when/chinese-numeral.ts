const DIGITS = '零一二三四五六七八九';

/** Pattern of a number below a hundred, in digits of either kind. */
export const NUMERAL = '\\d{1,2}|[零〇一二两兩三四五六七八九十]{1,3}';

/** 十五 → 15, 两 → 2, 12 → 12. */
export function readNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[两兩]/g, '二').replaceAll('〇', '零');
  const [tens, ones] = plain.split('十');
  if (ones === undefined) return DIGITS.indexOf(plain);
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
