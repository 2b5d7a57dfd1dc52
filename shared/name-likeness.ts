import { LEADING_PLACES, TRAILING_PLACES } from './chinese-places.ts';

/** `same`: alike but for case, width, blanks and punctuation. `close`: alike but for legal form, place or spelling. */
export type Likeness = 'same' | 'close';
/** What of a name tells one from another, for each kind of script. */
export type NameCore = { han: string; latin: string[] };

const HAN = /\p{Script=Han}/gu;
const BRACKETED = /[(（[【][^()（）[\]【】]*[)）\]】]/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const MARK = /\p{M}/gu;
// Letters that Unicode does not take apart.
const WHOLE_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const WHOLE_LETTER = new RegExp(`[${Object.keys(WHOLE_LETTERS).join('')}]`, 'gu');

const CHINESE_FORM =
  /(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|总公司|分公司|子公司|公司|集团|控股|股份|有限合伙|事务所)$/u;
const LATIN_FORMS = new Set(
  [
    'inc incorporated corp corporation co company ltd limited llc llp lp plc group holding holdings',
    'gmbh mbh ag kg kgaa ohg ug ev se as asa aps ab oy oyj hf ehf bv nv cv',
    'sa sas sarl srl spa snc sl slu slp sau sca sprl lda ltda sro spol doo ood kft zrt nyrt',
    'pty pte pvt private sdn bhd kk tbk pt',
  ].flatMap((line) => line.split(' ')),
);
const CONJUNCTIONS = new Set(['and', 'und', 'et', 'y', 'og', 'och', 'the']);
/** Words of a trade: with nothing but these left a name says nothing without its place. */
const TRADES =
  /大学|学院|学校|中学|小学|银行|医院|自来水|供水|排水|水务|水利|电力|供电|燃气|热力|地铁|轨道交通|公交|交通|机场|港务|港口|城建|建设|建筑|投资|开发|科技|技术|实业|工业|贸易|进出口|工程|环保|环境|设备|仪器|仪表|机械|电子|信息|网络|软件|材料|化工|医药|食品|物流|商贸|设计|研究院|研究所|局|厂/gu;
/** A word of so many letters may have a wrong one. */
export const LONG_WORD = 6;
const DISTINCTIVE = 2;

/** Without case, width and diacritics. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARK, '')
    .replace(WHOLE_LETTER, (letter) => WHOLE_LETTERS[letter] ?? letter);

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NO_WORD, '');

/** Initials and forms that are written with dots or a stroke: `S.p.A.`, `A/S`, `Sp. z o.o.`. */
const wholeForms = (text: string): string =>
  text
    .replace(/\bsp\.?\s*z\s*o\.?\s*o\.?(?=\W|$)/gu, ' ')
    .replace(/\ba\/s\b/gu, 'as')
    .replace(/(?<=\b\p{L})\.\s?(?=\p{L}\b)/gu, '');

/** The name of a company without its legal form, its place and what stands in brackets. */
export function companyCore(name: string): NameCore {
  const whole = name.normalize('NFKC');
  const outside = whole.replace(BRACKETED, ' ');
  const text = plain(outside) === '' ? whole : outside;
  return { han: chineseCore((text.match(HAN) ?? []).join('')), latin: latinCore(text) };
}

/** The name of a person: what stands in brackets is somebody's remark. */
export function personCore(name: string): NameCore {
  const text = name.normalize('NFKC').replace(BRACKETED, ' ');
  return { han: (text.match(HAN) ?? []).join(''), latin: wordsOf(text) };
}

const wordsOf = (text: string): string[] =>
  wholeForms(folded(text)).replace(HAN, ' ').split(NO_WORD).filter(Boolean);

function latinCore(text: string): string[] {
  const words = wordsOf(text).filter((word) => !CONJUNCTIONS.has(word));
  const last = words.findLastIndex((word) => !LATIN_FORMS.has(word));
  return last === -1 ? words : words.slice(0, last + 1);
}

function chineseCore(name: string): string {
  const core = withoutForm(name);
  const placeless = withoutForm(core.replace(LEADING_PLACES, '').replace(TRAILING_PLACES, ''));
  return placeless.replace(TRADES, '').length >= DISTINCTIVE ? placeless : core;
}

function withoutForm(name: string): string {
  const shorter = name.replace(CHINESE_FORM, '');
  return shorter === name || shorter.length < DISTINCTIVE ? name : withoutForm(shorter);
}

export function companyLikeness(a: string, b: string): Likeness | undefined {
  return likeness([a, b], [companyCore(a), companyCore(b)], false);
}

/** First and last name stand in any order. */
export function personLikeness(a: string, b: string): Likeness | undefined {
  return likeness([a, b], [personCore(a), personCore(b)], true);
}

function likeness(
  [a, b]: [string, string],
  [x, y]: [NameCore, NameCore],
  inAnyOrder: boolean,
): Likeness | undefined {
  if (plain(a) === '' || plain(b) === '') return undefined;
  if (plain(a) === plain(b)) return 'same';
  // What is written in Chinese decides, where both are.
  if (x.han && y.han) return x.han === y.han ? 'close' : undefined;
  if (x.han || y.han) return undefined;
  return isSpeltAlike(x.latin, y.latin, inAnyOrder) ? 'close' : undefined;
}

function isSpeltAlike(x: readonly string[], y: readonly string[], inAnyOrder: boolean): boolean {
  if (x.length === 0 || y.length === 0) return false;
  if (x.join('') === y.join('')) return true;
  if (x.length !== y.length) return false;
  const [left, right] = inAnyOrder ? [x.toSorted(), y.toSorted()] : [x, y];
  const different = left.flatMap((word, i) => (word === right[i] ? [] : [[word, right[i] ?? ''] as const]));
  return different.length === 0 || (different.length === 1 && different.every(([p, q]) => isOneSlip(p, q)));
}

/** One letter more, less, other or swapped with its neighbour, in a long word. A digit is never a slip. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LONG_WORD || Math.abs(a.length - b.length) > 1) return false;
  const from = [...a].findIndex((letter, i) => letter !== b[i]);
  const at = from === -1 ? a.length : from;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const isSlip =
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
  return isSlip && !/\d/.test(restA.slice(0, 2) + restB.slice(0, 2));
}
