import { folded, isHan } from './clean.ts';

/** Legal forms, and the country whose law knows only that form. Upper case where the word is a common one too. */
const FORMS: readonly (readonly [pattern: string, region?: string])[] = [
  ['Inc\\.?|Incorporated|LLC|L\\.L\\.C\\.|Corp\\.?|Corporation', 'US'],
  ['(?:Pty\\.?|PTY)\\.? (?:Ltd|LTD)\\.?', 'AU'],
  ['(?:Pvt|PVT|Private)\\.? (?:Ltd|LTD|Limited)\\.?', 'IN'],
  ['(?:Pte|PTE)\\.? (?:Ltd|LTD)\\.?', 'SG'],
  ['(?:Co|CO)\\.?,? ?(?:Ltd|LTD|Limited|LIMITED)\\.?|Ltd\\.?|LTD\\.?|Limited|LIMITED|LP|Company|Co\\.'],
  ['[Pp]lc|PLC|LLP|C\\.?I\\.?C\\.?', 'GB'],
  ['(?:g?GmbH|gGmbH)(?: & Co\\.? ?KG(?:aA)?)?|KGaA|e\\.K\\.|e\\.V\\.|UG(?: \\(haftungsbeschränkt\\))?|OHG'],
  ['AG|KG|SE|SA|S\\.A\\.'],
  ['SAS|S\\.A\\.S\\.|SARL|S\\.A\\.R\\.L\\.|S\\.à r\\.l\\.|EURL|Sàrl'],
  ['S\\.?L\\.?U?\\.?|S\\.? Coop\\.?', 'ES'],
  ['S\\.r\\.l\\.?|S\\.R\\.L\\.|Srl|SRL|S\\.p\\.A\\.?|S\\.P\\.A\\.|SpA'],
  ['B\\.?V\\.?|N\\.?V\\.?|V\\.?O\\.?F\\.?'],
  ['AB|Aktiebolag', 'SE'],
  ['AS|ASA', 'NO'],
  ['A/S|ApS|I/S', 'DK'],
  ['Oy|Oyj|OY|Oy Ab', 'FI'],
  ['[Ss]p\\. ?z ?o\\. ?o\\.|S\\.A\\. w restrukturyzacji', 'PL'],
  ['s\\.r\\.o\\.|a\\.s\\.'],
  ['Kft\\.?|Zrt\\.?|Nyrt\\.?', 'HU'],
  ['[Dd]\\.?[Oo]\\.?[Oo]\\.?'],
  ['[Ss]dn\\.? [Bb]hd\\.?|Berhad|SDN\\.? BHD\\.?', 'MY'],
  ['Tbk\\.?', 'ID'],
  ['Ltda\\.?|LTDA\\.?|S/A|EIRELI', 'BR'],
  ['Lda\\.?', 'PT'],
  ['S\\.? ?A\\.? de C\\.? ?V\\.?', 'MX'],
  ['K\\.K\\.|G\\.K\\.', 'JP'],
  ['GmbH & Co\\.? OG', 'AT'],
];
const SUFFIXES = FORMS.map(
  ([pattern, region]) => [new RegExp(`(?:^|[\\s,(])(?:${pattern})\\)?$`, 'u'), region] as const,
);
const PREFIXES =
  /^(?:PT|ООО|ОАО|ЗАО|ПАО|АО|ТОО|CV|УП) ["«\p{Lu}]|^(?:Université|Universidad|Universit[àä]t|Universidade|University of) /u;
const NOUNS =
  /(?:^|\s)(?:University|Institute|Bank|Foundation|Hospital|College|Instruments?|Labs|Laborator(?:y|ies)|Foods|Technolog(?:y|ies)|Systems|Solutions|Industries|Logistics|Consulting|Partners|Group|Holdings?|Pharma(?:ceuticals)?|Software|Electronics|Motors|Networks|Ventures|Studios?|Enterprises|International|Associates|Chemicals?|Automation|Robotics|Energy|Semiconductors?|Biotech|Trading|Machinery|Manufacturing Co)$/u;

const HAN_FORM =
  /(?:公司|集团|集團|研究院|研究所|大学|大學|学院|學院|医院|醫院|银行|銀行|事务所|事務所|商行|工作室|设计院|設計院|合作社|株式会社|合同会社|有限会社|연구소)(?:[（(][^（()）]{1,16}[)）])?$|^(?:株式会社|㈱|\(株\)|주식회사|㈜|\(주\))/u;

const LONGEST = 90;

/** A name that says by itself that it is a company's. */
export function isCompany(text: string): boolean {
  const name = text.trim();
  if (name.length < 3 || name.length > LONGEST || /[@:：]|https?:/.test(name)) return false;
  if (isHan(name) || /\p{Script=Hangul}/u.test(name)) return name.length >= 4 && HAN_FORM.test(name);
  return PREFIXES.test(name) || (/\s/.test(name) && SUFFIXES.some(([form]) => form.test(name)));
}

/** Looks like one only by its last word: enough where it stands beside a title. */
export const hasCompanyNoun = (text: string): boolean =>
  text.length <= LONGEST && NOUNS.test(text.trim()) && /^\p{Lu}/u.test(text.trim());

/** The country that the legal form belongs to, where only one has it. */
export const regionOfForm = (company: string): string | undefined =>
  SUFFIXES.find(([form]) => form.test(company.trim()))?.[1];

/** The name agrees with the domain of the sender's address: `Fjord Vann AS`, ingrid@fjordvann.example. */
export function agreesWithDomain(text: string, email: string | undefined): boolean {
  const label = labelOf(email);
  if (!label || isHan(text)) return false;
  const words = folded(withoutForm(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const compact = words.join('');
  if (words.length === 0 || words.length > 7 || compact.length < 3) return false;
  const plain = label.replaceAll('-', '');
  const initials = words.map((word) => word[0]).join('');
  if (plain === compact || (plain.length >= 3 && initials === plain)) return true;
  const [first = ''] = words;
  return (
    (plain.length >= 4 && compact.startsWith(plain)) ||
    (compact.length >= 5 && plain.startsWith(compact)) ||
    (words.length > 1 && first.length >= 5 && label.split('-').some((part) => part.startsWith(first)))
  );
}

const withoutForm = (text: string): string =>
  SUFFIXES.reduce((name, [form]) => name.replace(form, ''), text.trim()).replace(/[,.&\s]+$/, '');

/** The part of the domain that is the firm's own name. */
function labelOf(email: string | undefined): string | undefined {
  const labels = email?.split('@').at(-1)?.toLowerCase().split('.') ?? [];
  labels.pop();
  if (labels.length > 1 && /^(?:com|co|net|org|gov|edu|ac|or|ne|gob|gouv)$/.test(labels.at(-1) ?? ''))
    labels.pop();
  return labels.at(-1);
}
