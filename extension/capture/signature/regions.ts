import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';
import { isCompany, regionOfForm } from './companies.ts';

/** Endings that belong to a country and are used by everybody. */
const WORLDWIDE = new Set([
  'io',
  'ai',
  'co',
  'me',
  'tv',
  'cc',
  'fm',
  'ly',
  'gg',
  'to',
  'so',
  'sh',
  'ws',
  'app',
  'eu',
]);

const COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/, [A-Z]{2},? \d{5}(?:-\d{4})?\b|\b(?:USA|U\.S\.A\.|United States)\b/, 'US'],
  [/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b(?:UK|U\.K\.|United Kingdom|England|Scotland|Wales)\b/, 'GB'],
  [/香港|Hong Kong/i, 'HK'],
  [/澳门|澳門|Macau/i, 'MO'],
  [/台湾|台灣|臺灣|台北|新北市|台中|高雄|新竹|Taiwan|Taipei/i, 'TW'],
  [/\b(?:Germany|Deutschland)\b|\bD-\d{5}\b/i, 'DE'],
  [/\b(?:Austria|Österreich)\b/i, 'AT'],
  [/\b(?:Switzerland|Schweiz|Suisse)\b|\bCH-\d{4}\b/i, 'CH'],
  [/\bFrance\b|\bF-\d{5}\b/i, 'FR'],
  [/\b(?:Spain|España)\b/i, 'ES'],
  [/\b(?:Italy|Italia)\b/i, 'IT'],
  [/\bPortugal\b/i, 'PT'],
  [/\b(?:Netherlands|Nederland)\b/i, 'NL'],
  [/\b(?:Belgium|België|Belgique)\b/i, 'BE'],
  [/\b(?:Sweden|Sverige)\b/i, 'SE'],
  [/\b(?:Norway|Norge)\b/i, 'NO'],
  [/\b(?:Denmark|Danmark)\b/i, 'DK'],
  [/\b(?:Finland|Suomi)\b/i, 'FI'],
  [/\b(?:Poland|Polska)\b/i, 'PL'],
  [/\bIreland\b/i, 'IE'],
  [/\b(?:Canada)\b|\b[A-Z]\d[A-Z] \d[A-Z]\d\b/, 'CA'],
  [/\b(?:Brazil|Brasil)\b/i, 'BR'],
  [/\b(?:Mexico|México)\b/i, 'MX'],
  [/\bAustralia\b/i, 'AU'],
  [/\bIndia\b/i, 'IN'],
  [/Singapore|新加坡/i, 'SG'],
  [/\bMalaysia\b/i, 'MY'],
  [/\bJapan\b|日本/i, 'JP'],
  [/\bKorea\b|韩国/i, 'KR'],
  [/\bIsrael\b/i, 'IL'],
  [/\b(?:UAE|United Arab Emirates|Dubai)\b/i, 'AE'],
  [/\b(?:P\.?R\.? ?China|China|Beijing|Shanghai|Shenzhen|Guangzhou)\b/i, 'CN'],
];

const TRADITIONAL =
  /[們這裡號電話體國際業務經華區樓機門東車時學醫書會實驗關開發設計產與應對後見請問說語讀寫買賣錢銀]/g;
const SIMPLIFIED =
  /[们这里号电话体国际业务经华区楼机门东车时学医书会实验关开发设计产与应对后见请问说语读写买卖钱银]/g;

/** `isGuess`: nothing tells it but where the reader is. */
export type Region = { country?: CountryCode; isGuess: boolean };

/**
 * The country that a national number is taken to be from: what the signature itself says before the sender's domain,
 * the law of the firm's form, the script, and last the reader's own.
 */
export function regionOf(
  texts: readonly string[],
  { email, region }: { email: string | undefined; region: string },
): Region {
  const block = texts.join('\n');
  const told =
    COUNTRIES.find(([pattern]) => pattern.test(block))?.[1] ??
    ofDomain(email) ??
    texts.filter(isCompany).map(regionOfForm).find(Boolean) ??
    ofScript(block);
  const country = told ?? region;
  return { ...(isSupportedCountry(country) && { country }), isGuess: told === undefined };
}

function ofDomain(email: string | undefined): string | undefined {
  const ending = email?.toLowerCase().split('.').at(-1) ?? '';
  if (ending.length !== 2 || WORLDWIDE.has(ending)) return undefined;
  return ending === 'uk' ? 'GB' : ending.toUpperCase();
}

function ofScript(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'JP';
  if (/\p{Script=Hangul}/u.test(text)) return 'KR';
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  return count(text, TRADITIONAL) > count(text, SIMPLIFIED) ? 'TW' : 'CN';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
