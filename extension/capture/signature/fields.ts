import type { Read, Signature } from '../../../shared/capture.ts';
import { clean, isHan } from './clean.ts';
import { agreesWithDomain, hasCompanyNoun, isCompany } from './companies.ts';
import {
  compareToSender,
  isName,
  isWithinName,
  nameFrom,
  ROLE,
  type Sender,
  withoutDegrees,
} from './names.ts';
import { type Phone, phonesIn } from './phones.ts';
import { regionOf } from './regions.ts';
import { byComma, type Segment, segmentsOf } from './segments.ts';
import { ADDRESSED, isTitle, isUnit } from './titles.ts';

/** What a block of lines says of its author, and how sure its lines make that it is a signature. */
export type Found = {
  signature: Signature;
  /** Line that holds the name, as far as there is one. */
  nameLine?: number;
  /** The name is the sender's own, `other` somebody else's; undefined where that cannot be told. */
  isSender?: boolean;
  /** Kinds of evidence beside the name: title, company, a number, an address of mail, web or street. */
  evidence: number;
  /** Names of other people. */
  others: number;
};

export type Author = Sender & { region: string };

type Kind = 'name' | 'title' | 'company' | 'unit' | 'contact' | 'address' | 'unknown';
type Part = Segment & { kind: Kind };

const LABELS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:姓名|联系人|聯絡人|name)\s*[:：]\s*/iu, 'name'],
  [/^(?:职务|職務|职位|職位|职称|職稱|岗位|title|position|job title)\s*[:：]\s*/iu, 'title'],
  [/^(?:公司|单位|單位|公司名称|單位名稱|company|organi[sz]ation|firma)\s*[:：]\s*/iu, 'company'],
  [/^(?:部门|部門|department|dept)\.?\s*[:：]\s*/iu, 'unit'],
  [/^(?:公司)?(?:地址|住址|add(?:ress)?|addr|adresse|dirección|indirizzo|adres)\s*[.:：]\s*/iu, 'address'],
];
const CONTACT =
  /\S+@\S+\.\S+|https?:\/\/|www\.|^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?$|^(?:tel|phone|mobile|mob|cell|fax|e-?mail|mail|web|website|office|direct|[tmpfewo]|电话|電話|手机|手機|传真|傳真|邮箱|郵箱|邮件|信箱|网址|網址|微信|wechat|qq|skype|linkedin|twitter|whatsapp)\s*[.:：]/iu;
const STREET =
  /\d.*\b(?:street|st|road|rd|avenue|ave|drive|dr|lane|ln|boulevard|blvd|way|suite|ste|floor|building|bldg|park|square|court|quay|box|plaza|highway|hwy|straße|strasse|str|weg|platz|allee|rue|calle|via|gata|gate|vei|veien|straat|laan)\b|\p{L}(?:straße|strasse|str\.|weg|platz|gasse|straat|gatan|vägen|veien|gata)\s+\d|\b[A-Z]{2} \d{5}\b|\d.*(?:号|號|楼|樓|层|層|室|弄|街|路)|(?:省|市|区|區|县|縣).{2,}(?:路|街|道|号|號|园|園|大厦|大廈|楼|樓)|(?:大厦|大廈|广场|廣場|工业园|科技园|产业园)|^(?:p\.?o\.? box|calle|rue|via|c\/)\s/iu;

export function readFields(lines: readonly string[], author: Author): Found {
  const parts = segmentsOf(lines).flatMap((segment) => partsOf(segment, author));
  const phones = phonesOf(lines, author);
  const named = nameOf(parts, author);
  const title = titleOf(parts, named?.at ?? -1);
  const company = companyOf(parts, { title: title?.at ?? -1, author });
  const isReachable = parts.some((part) => part.kind === 'contact' && isOwn(part.text, author));
  const isPlaced = parts.some((part) => part.kind === 'address');
  const evidence = [title, company, phones[0], isReachable, isPlaced].filter(Boolean).length;
  const { name, isSender } = named ?? {};
  return {
    signature: {
      ...(name && { name }),
      ...(title && { title: title.read }),
      ...(company && { company: company.read }),
      phones,
    },
    ...(named && { nameLine: named.line }),
    ...(isSender !== undefined && { isSender }),
    evidence,
    others: parts.filter((part) => part.kind === 'name' && compareToSender(part.text, author) === 'other')
      .length,
  };
}

/** An address of mail or web at the sender's own domain. */
const isOwn = (text: string, { email }: Author): boolean => {
  const domain = email?.split('@')[1]?.toLowerCase();
  return domain !== undefined && text.toLowerCase().includes(domain);
};

function phonesOf(lines: readonly string[], author: Author): Phone[] {
  const texts = lines.map(clean);
  const region = regionOf(
    texts.map((text) => text.trim()),
    { email: author.email, region: author.region },
  );
  const seen = new Set<string>();
  return texts
    .flatMap((text) => phonesIn(text, region))
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .slice(0, 10);
}

function partsOf(segment: Segment, author: Author): Part[] {
  const { text } = segment;
  for (const [label, kind] of LABELS) {
    if (label.test(text)) return [{ ...segment, text: text.replace(label, ''), kind }];
  }
  const [, role = '', firm = ''] = /^(.+?)\s+(?:at|@|bei|chez)\s+(\p{Lu}.+)$/u.exec(text) ?? [];
  if (isTitle(role)) {
    return [
      { ...segment, text: role, kind: 'title' },
      { ...segment, text: firm, kind: 'company' },
    ];
  }
  const kind = kindOf(text, author);
  const pieces = byComma(text);
  const [first = text] = pieces;
  const isOne =
    kind === 'contact' || (kind === 'address' && !isCompany(first)) || isFirm(text, first, author);
  if (isOne || pieces.length === 1) return [{ ...segment, kind }];
  return joinedTitle(pieces.map((piece) => ({ ...segment, text: piece, kind: kindOf(piece, author) })));
}

/** `Smith, Jones & Co.`, but not `Director, Jones & Co.` */
const isFirm = (text: string, first: string, author: Author): boolean =>
  isCompany(text) && kindOf(first, author) === 'unknown';

/** `Head of Sales, Europe` is one title. */
function joinedTitle(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === 'title' && part.kind === 'unit' && !isHan(part.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text}, ${part.text}` };
    } else joined.push(part);
  }
  return joined;
}

function kindOf(text: string, author: Author): Kind {
  if (CONTACT.test(text)) return 'contact';
  if (isSenderName(text, author)) return 'name';
  if (isCompany(text)) return 'company';
  if (STREET.test(text)) return 'address';
  if (isTitle(text)) return 'title';
  if (isUnit(text)) return 'unit';
  if (agreesWithDomain(text, author.email) && /^\p{Lu}/u.test(text)) return 'company';
  if (isName(text)) return 'name';
  return /\d{5}/.test(text) ? 'contact' : 'unknown';
}

/** A firm may be named after the sender: then all words have to be the sender's. */
function isSenderName(text: string, author: Author): boolean {
  const relation = compareToSender(text, author);
  if (relation !== 'same' && relation !== 'part') return false;
  return couldName(text, author) && (isWithinName(text, author) || !agreesWithDomain(text, author.email));
}

const couldName = (text: string, author: Author): boolean => {
  const name = withoutDegrees(text);
  if (ADDRESSED.test(name)) return false;
  const isShort = isHan(name) && name.length <= 4 && !isTitle(name) && !isUnit(name);
  return isName(name) || isShort || (isWithinName(name, author) && !ROLE.test(name));
};

type Named = { name: Read; line: number; at: number; isSender?: boolean };

/** The sender's own name where it stands, else the first name of the block. */
function nameOf(parts: readonly Part[], author: Author): Named | undefined {
  const names = parts.flatMap((part, at) => (part.kind === 'name' ? [{ part, at }] : []));
  const relations = names.map(({ part }) => compareToSender(part.text, author));
  const own = ['same', 'part'].map((relation) => relations.indexOf(relation as 'same')).find((at) => at >= 0);
  const chosen = names[own ?? 0];
  if (!chosen) return undefined;
  const { part, at } = chosen;
  const isOther = own === undefined && relations[0] === 'other';
  return {
    name: { value: nameFrom(part.text, author), proof: part.proof },
    line: part.line,
    at,
    ...((own !== undefined || isOther) && { isSender: !isOther }),
  };
}

type Chosen = { read: Read; at: number };

/** A known title beside the name, or, in other languages, what stands between the name and the company. */
function titleOf(parts: readonly Part[], name: number): Chosen | undefined {
  const known = parts.findIndex((part, at) => part.kind === 'title' && at > name);
  const at = known >= 0 ? known : parts.findIndex((part) => part.kind === 'title');
  const found = parts[at];
  if (found) return { read: { value: found.text, proof: found.proof }, at };
  const next = parts[name + 1];
  const isBetween = name >= 0 && next?.kind === 'unknown' && parts[name + 2]?.kind === 'company';
  if (!next || !isBetween || !looksLikeTitle(next.text)) return undefined;
  return { read: { value: next.text, proof: next.proof }, at: name + 1 };
}

const looksLikeTitle = (text: string): boolean =>
  !isHan(text) &&
  text.length <= 50 &&
  /^\p{L}[\p{L}\p{M} .'’&/-]*$/u.test(text) &&
  text.split(/\s+/).length <= 6;

/** By legal form or the sender's domain; beside a title its last word is enough. */
function companyOf(
  parts: readonly Part[],
  { title, author }: { title: number; author: Author },
): Chosen | undefined {
  const known = parts.findIndex((part) => part.kind === 'company');
  const beside = [title + 1, title + 2].find(
    (at) => title >= 0 && parts[at]?.kind === 'unknown' && hasCompanyNoun(parts[at]?.text ?? ''),
  );
  const at = known >= 0 ? known : (beside ?? -1);
  const found = parts[at];
  return found && { read: { value: companyName(found.text, author), proof: found.proof }, at };
}

/** Without the address that follows it in the same line. */
function companyName(text: string, author: Author): string {
  const [first = text, ...rest] = byComma(text);
  const isAlone = rest.length > 0 && (isCompany(first) || agreesWithDomain(first, author.email));
  return (isAlone ? first : text).replace(/[,;，；]$/u, '').trim();
}
