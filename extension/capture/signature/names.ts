import { folded, isHan } from './clean.ts';
import { agreesWithDomain, hasCompanyNoun, isCompany } from './companies.ts';
import { ADDRESSED, isTitle, isUnit } from './titles.ts';

export type Sender = { name?: string; email?: string };

const DEGREE =
  /(?:[,，]\s*|\s+)(?:Ph\.? ?D\.?|PhD|Dr\.?|M\.?D\.?|MBA|M\.?Sc\.?|B\.?Sc\.?|M\.?Eng\.?|B\.?Eng\.?|M\.?A\.?|B\.?A\.?|LL\.?[MB]\.?|P\.?Eng\.?|P\.?E\.?|PMP|CPA|CFA|CISSP|CPSM|CSCP|CIPS|MCIPS|FCIPS|Esq\.?|Jr\.?|Sr\.?|II|III|RN|SHRM(?:-[A-Z]+)?|Dipl\.?-?\s?[\p{L}.]+)(?=$|[\s,，(])\.?/gu;
const HONORIFIC =
  /^(?:(?:mrs?|ms|miss|dr|prof|ing|dipl\.?-?\s?[\p{L}]*|mag|sir|herr|frau|sra?|mme|m|dott|dott\.ssa|eng|ir|drs|lic|arq|i\.\s?[av]|ppa|p\.?p)\.?\s+)+(?=\p{L}{2})/iu;
const HAN_HONORIFIC = /(?:先生|女士|小姐|老师|老師|博士|敬上|谨上|敬啟|敬启|上)$/u;

const ASIDE = /\s*[(（][^()（）]{1,30}[)）]$/u;

/** A printed name as one would address a letter: without degrees, honorifics and what is said aside. */
export function withoutDegrees(text: string): string {
  const bare = text.trim().replace(ASIDE, '').replace(DEGREE, '').replace(HONORIFIC, '').trim();
  return (
    bare
      .replace(/[,，;；:：|]+$/, '')
      .replace(HAN_HONORIFIC, '')
      .trim() || text.trim()
  );
}

const SURNAMES =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂谷祁时耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋晉苑邬臧畅宫宮来嵺苟全褚廉简簡娄盖符奚木穆党燕郎邸冀谈姬屠郜晏栾郁商蒙喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗台巫鞠桑荆谌银扬明岑胥保和蔺';
const HAN_NAME = new RegExp(
  `^(?:[${SURNAMES}][\\p{Script=Han}]{1,2}|(?:欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|司徒|东方|皇甫|尉迟|慕容|令狐|夏侯|端木)\\p{Script=Han}{1,2})$`,
  'u',
);
const LATIN_WORD =
  "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|binti|al|el|ter|ten|zu|y|e)(?=\\s))";
const LATIN_NAME = new RegExp(`^${LATIN_WORD}(?:\\s+${LATIN_WORD}){1,4}$`, 'u');

export const ROLE =
  /(?:^|\s)(?:team|support|service|services|desk|helpdesk|department|group|office|center|centre|info|sales|marketing|notifications?|newsletter|reply|billing|accounts|orders|customer|the|your|our|on|with|for)(?:$|\s)/i;

/** Words that somebody could be called, and that say nothing else. */
export function isName(text: string): boolean {
  const name = withoutDegrees(text);
  if (isHan(name))
    return HAN_NAME.test(name.replace(/\s/g, '')) && !ADDRESSED.test(name) && !isTitle(name) && !isUnit(name);
  const isOther = ROLE.test(name) || isTitle(name) || isUnit(name) || isCompany(name) || hasCompanyNoun(name);
  return (
    name.length <= 48 && LATIN_NAME.test(name) && !isOther && !/\.\s*$/.test(name.replace(/\b\p{Lu}\.$/u, ''))
  );
}

/** Words of a name for comparing; Chinese characters stand together. */
const tokens = (name: string): string[] =>
  folded(name)
    .split(/[^\p{L}\p{M}]+/u)
    .filter((token) => token.length > 1 || /\p{Script=Han}/u.test(token));

/** A header's name without what firms add to it: `Ana Ruiz (Nordvik)`, `Ana via list`. */
export const headerName = ({ name = '' }: Sender): string =>
  name
    .replace(/\s*[(（[【<|@/].*$|\s+via\s.*$|\s+[-–—]\s.*$/u, '')
    .replace(/^["'“]+|["'”]+$/g, '')
    .trim();

/** `same`: the sender's own name; `part`: a part of it; `other`: somebody else's; undefined where it cannot be told. */
export function compareToSender(text: string, sender: Sender): 'same' | 'part' | 'other' | undefined {
  const printed = withoutDegrees(text);
  const header = headerName(sender);
  const isFirm = isFirmsName(header, sender.email);
  if (!isFirm && isWithinName(printed, sender))
    return tokens(printed).length < tokens(header).length ? 'part' : 'same';
  const isOneScript = isHan(printed) === isHan(header);
  if (header && isOneScript && !isFirm) return compare(printed, header);
  const local = sender.email?.split('@')[0] ?? '';
  const [a, b] = [tokens(printed), tokens(local)];
  return a.length > 1 && !isHan(printed) && a.every((token) => b.includes(token)) ? 'same' : undefined;
}

/** The header names the firm of the domain, unless the address names the same person: `john@johnberg.example`. */
const isFirmsName = (header: string, email: string | undefined): boolean =>
  agreesWithDomain(header, email) &&
  !tokens(email?.split('@')[0] ?? '').some((token) => tokens(header).includes(token));

/** All words are words of the header's name. */
export function isWithinName(text: string, sender: Sender): boolean {
  const [a, b] = [tokens(withoutDegrees(text)), tokens(headerName(sender))];
  return a.length > 0 && a.every((token) => b.includes(token));
}

function compare(printed: string, header: string): 'same' | 'part' | 'other' | undefined {
  if (isHan(printed)) {
    const [a, b] = [printed, header].map((name) => name.replace(/[^\p{Script=Han}]/gu, ''));
    if (!a || !b) return undefined;
    if (a === b || (a.length <= 4 && b.includes(a))) return 'same';
    return HAN_NAME.test(b) ? 'other' : undefined;
  }
  const [a, b] = [tokens(printed), tokens(header)];
  if (a.length === 0 || b.length === 0) return undefined;
  const shared = a.filter((token) => b.includes(token)).length;
  if (shared === b.length || (shared > 0 && a.length > 1)) return 'same';
  const isShort =
    a.length === 1 && b.some((token) => (a[0]?.length ?? 0) > 2 && token.startsWith(a[0] ?? ''));
  if (isShort) return 'part';
  return b.length > 1 && isName(header) ? 'other' : undefined;
}

/** The name as printed, in the header's spelling where the two are the same in other case or order. */
export function nameFrom(text: string, sender: Sender): string {
  const printed = withoutDegrees(text);
  const header = headerName(sender);
  if (isHan(header) && text.includes(header)) return header;
  if (compareToSender(text, sender) === 'part') return ordered(header);
  const isShout = printed === printed.toUpperCase() && header !== header.toUpperCase();
  const isEqual = folded(printed) === folded(ordered(header));
  return isShout && isEqual ? ordered(header) : printed;
}

/** `Okafor, Ngozi` is Ngozi Okafor. */
const ordered = (name: string): string => name.replace(/^([^,，]+)[,，]\s*([^,，]+)$/u, '$2 $1');
