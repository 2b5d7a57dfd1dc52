/** No line of a signature is longer; a hostile mail could make the patterns crawl through a longer one. */
export const LONGEST = 400;

/** Marks without a width say nothing, and full-width Latin is Latin. Each character stays in its place. */
export const clean = (line: string): string =>
  line
    .slice(0, LONGEST)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00a0\u3000]/g, ' ')
    .replace(/[\uff01-\uff5e]/g, (char) =>
      '，：；！？（）'.includes(char) ? char : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
    );

/** Lower case without accents, for comparing. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l');

const HAN = /\p{Script=Han}/gu;

/** Mostly written in Chinese characters. */
export function isHan(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && (text.match(HAN)?.length ?? 0) * 2 > letters;
}
