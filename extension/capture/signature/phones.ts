import parsePhoneNumber, { type CountryCode, type PhoneNumber } from 'libphonenumber-js/min';
import type { Signature } from '../../../shared/capture.ts';
import type { Region } from './regions.ts';

export type Phone = Signature['phones'][number];

const labelled = (words: string): RegExp =>
  new RegExp(
    `(?:^|[^\\p{L}]|(?<=\\p{Script=Han}))(?:${words})\\s*(?:no|nr|number|号码|號碼)?[\\s.:：)）\\]/&]*$`,
    'iu',
  );
const MOBILE = labelled(
  'mobile(?: phone)?|mob|h/?p|cell(?:phone| phone)?|cellular|m|c|handy|gsm|mobil|mobiltelefon|portable|móvil|movil|celular|cel|cellulare|whatsapp|手机|手機|移动电话|行動電話|行動|移动|携帯|휴대폰|휴대전화|моб|📱',
);
const FAX = labelled('(?:tele)?fax|f|传真|傳真|télécopie|факс|팩스|📠');
const PHONE = labelled(
  'tel(?:ephone|efon|efono|éfono|efone)?|phone|ph|p|t|o|d|dd|ddi|did|office|direct(?: line| dial)?|main|work|desk|landline|hotline|fon|tlf|tfno|tél(?:éphone)?|telefoon|puh|switchboard|toll[- ]?free|电话|電話|座机|座機|直线|直線|办公|辦公|公司|总机|總機|热线|熱線|专线|联系方式|聯絡電話|联系电话|전화|тел|☎️?|📞|✆',
);
/** Numbers that nobody answers. */
const OTHER =
  /(?<!\p{Script=Latin})(?:qq|微信|wechat|weixin|vx|skype|信用代码|税号|稅號|统一编号|統一編號|统编|納税|纳税人识别号|icp|备案号?|公网安备|注册号|邮编|郵編|郵遞區號|邮政编码|zip|post(?:al)? ?code|账号|帐号|帳號|开户行?|卡号|iban|swift|bic|vat|ust|uid|siret|siren|tva|nif|cif|nip|regon|hrb|hra|org\.? ?nr|abn|acn|ein|duns|reg(?:istered|istration)?|company no|合同|订单|编号|編號|工号|身份证|id|no|nr|room|po|rfq|ref|invoice|order)[^\p{L}\d]{0,6}(?:id|no|nr|number|号码?|id-nr)?[^\p{L}\d]{0,6}$/iu;

const NUMBER = /(?:\+|00)?[(（]?\+?\d(?:(?! {2})[ ().\-–—‐·/（）]{0,3}\d){5,30}/gu;
const EXTENSION =
  /^\s*(?:[,;，]\s*)?(?:ext(?:ension)?\.?|x|转|轉|分机|分機|内线|dw|int\.?|#)\s*[.:：]?\s*\d{1,6}/iu;
const NOT_NUMBERS = /\S+@\S+|(?:https?:\/\/|www\.)\S+/giu;

/** The numbers of one line of a signature that can be called, each with what the line says it is. */
export function phonesIn(line: string, region: Region): Phone[] {
  const text = line.replace(NOT_NUMBERS, (found) => ' '.repeat(found.length));
  const phones: Phone[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(NUMBER)) {
    const before = text.slice(end, index);
    end = index + match.length;
    const label = labelOf(before) ?? labelBehind(text.slice(end));
    for (const printed of label === 'other' ? [] : pieces(match)) {
      const number = parsed(printed, region);
      if (!number || !(label || stands(printed, { number, line: text }))) continue;
      const extension = match.endsWith(printed) ? (EXTENSION.exec(text.slice(end))?.[0] ?? '') : '';
      phones.push({
        value: number.number,
        printed: printed + extension,
        // Somebody may write `Tel:` before a mobile number.
        kind: label === 'fax' || label === 'mobile' ? label : kindOf(number),
        proof: line.trim(),
      });
    }
  }
  return phones;
}

type Label = Phone['kind'] | 'other';

/** What stands before a number, back to the one before it. `手机/微信:` can be called. */
function labelOf(before: string): Label | undefined {
  const label = before.slice(-40).replace(/(?:\s*[/&、]\s*[\p{L}]{2,10}){1,3}(?=[\s.:：]*$)/u, '');
  if (MOBILE.test(label)) return 'mobile';
  if (PHONE.test(label)) return 'phone';
  if (FAX.test(label)) return 'fax';
  return OTHER.test(before.slice(-40)) ? 'other' : undefined;
}

/** `206-555-0188 (office)` */
function labelBehind(behind: string): Label | undefined {
  const label = /^\s*[(（]([\p{L} ]{1,16})[)）]/u.exec(behind)?.[1];
  return label ? labelOf(label) : undefined;
}

/** One run of digits may be two numbers side by side, or one with its area code before a stroke. */
function pieces(match: string): string[] {
  const run = match.replace(/[\s(（.\-–—‐·/]+$/u, '');
  const parts = run.split(/\s*\/\s*/);
  const isTwo = parts.length > 1 && digitsOf(parts[0] ?? '').length >= 7;
  if (isTwo) return parts.filter((part) => digitsOf(part).length >= 7);
  if (digitsOf(run.replace(INTERNAL, '')).length <= 15) return [run];
  return run.split(' ').filter((part) => digitsOf(part).length >= 7);
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function parsed(printed: string, region: Region): PhoneNumber | undefined {
  const digits = printed
    .replace(/[（）]/gu, (bracket) => (bracket === '（' ? '(' : ')'))
    .replace(/^\(?\s*(?:\+|00)\s*\(?(\d{1,3})\)?\s*\(0\)/, '+$1 ')
    .replace(/^\(?(?:\+|00)\s*\(?/, '+');
  const countries = digits.startsWith('+') ? [undefined] : regionsFor(digits, region);
  for (const text of [digits, digits.replace(INTERNAL, '')]) {
    for (const country of countries) {
      const number = parsePhoneNumber(text, country && { defaultCountry: country, extract: false });
      if (number && isPlausible(number, country === undefined)) return number;
    }
  }
  return undefined;
}

/** An extension behind a last dash. */
const INTERNAL = /[-–—]\d{1,5}$/u;
/** The library's small table takes any eight digits for Chinese. */
const CHINESE = /^(?:1[3-9]\d{9}|(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8}|[48]00\d{7})$/;
const DATE = /^(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}$|^\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d$/;

/** With its country code, the right length is enough: new ranges are given out before the tables know them. */
const isPlausible = (number: PhoneNumber, isInternational: boolean): boolean =>
  (isInternational ? number.isPossible() : number.isValid()) &&
  (number.countryCallingCode !== '86' || CHINESE.test(number.nationalNumber));

/** North America writes three, three and four digits: where nothing else tells the country, this does. */
function regionsFor(digits: string, { country, isGuess }: Region): CountryCode[] {
  const own = country ? [country] : [];
  if (country === 'CN' && /^[48]00/.test(digits)) return own;
  const isNorthAmerican = /^(?:1[-. ])?\(?[2-9]\d{2}\)?[-. ]{1,2}[2-9]\d{2}[-. ]\d{4}$/.test(digits);
  if (!isNorthAmerican || country === 'CA') return own;
  return isGuess || country === 'CN' ? ['US', ...own] : [...own, 'US'];
}

/** A number without a label counts where it can be nothing else: international, a Chinese mobile, or alone between bars. */
function stands(printed: string, { number, line }: { number: PhoneNumber; line: string }): boolean {
  if (DATE.test(printed)) return false;
  if (/^\(?(?:\+|00)/.test(printed)) return true;
  if (number.country === 'CN' && kindOf(number) === 'mobile') return true;
  const isAlone = line.split(/[|｜•·,，;；\t]| {2,}/u).some((part) => part.trim() === printed.trim());
  return isAlone && /[ ().\-–—/]/u.test(printed);
}

/**
 * Beginnings of mobile numbers, where a country keeps them apart. The library's own tables of them would make capture.js
 * 20 KB larger.
 */
const MOBILES: Partial<Record<CountryCode, RegExp>> = {
  AE: /^5/,
  AT: /^6[5-9]/,
  AU: /^4/,
  BE: /^4[5-9]/,
  BR: /^\d{2}9\d{8}$/,
  CH: /^7[5-9]/,
  CN: /^1[3-9]\d{9}$/,
  CZ: /^[67]/,
  DE: /^1[567]/,
  ES: /^[67]/,
  FI: /^(?:4|50)/,
  FR: /^[67]/,
  GB: /^7[1-57-9]/,
  HK: /^[5-79]/,
  HU: /^(?:[237]0|31)/,
  ID: /^8/,
  IE: /^8[35-9]/,
  IL: /^5/,
  IN: /^[6-9]\d{9}$/,
  IT: /^3/,
  JP: /^[789]0/,
  KR: /^1\d/,
  MY: /^1/,
  NL: /^6/,
  NO: /^[49]/,
  NZ: /^2/,
  PL: /^(?:45|5[0137]|6[069]|7[2389]|88)/,
  PT: /^9/,
  RU: /^9/,
  SA: /^5/,
  SE: /^7[02369]/,
  SG: /^[89]/,
  TH: /^[689]\d{8}$/,
  TR: /^5/,
  TW: /^9/,
  VN: /^[35789]\d{8}$/,
  ZA: /^[678]/,
};

const kindOf = ({ country, nationalNumber }: PhoneNumber): Phone['kind'] =>
  country && MOBILES[country]?.test(nationalNumber) ? 'mobile' : 'phone';
