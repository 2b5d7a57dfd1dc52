import type { Line } from '../text/lines.ts';
import { clean } from './clean.ts';

/** A stretch of lines; `end` excluded. */
export type Stretch = { start: number; end: number };

const THIS_MAIL =
  '(?:this|the) (?:e-?mail|message|communication|transmission|electronic (?:mail|message))|the (?:information|contents?)(?: contained)? (?:in|of) this (?:e-?mail|message|communication)';
/** How notices begin that no person has written for this mail. */
const NOTICES = new RegExp(
  `^[^\\p{L}]{0,20}(?:${[
    `(?:${THIS_MAIL})[^.]{0,200}(?:confidential|privileged|intended (?:only|solely|recipient|for)|sole(?:ly)? (?:use|for)|virus|legally|archived|monitored)`,
    'confidentiality (?:notice|note|statement|warning)|(?:legal |e-?mail |important )?(?:disclaimer|notice)\\s*(?:[:：*-]|$)|confidential(?:ity)?\\s*[:：]',
    'if you (?:are not|have received|received|believe)[^.]{0,80}(?:intended recipient|addressee|in error|by mistake)',
    '(?:virus-free|scanned (?:by|for)|checked (?:by|for) (?:avg|avast|virus)|no virus found|[^.]{0,60}(?:avast|avg|kaspersky|mcafee|sophos|mimecast|norton|eset)[^.]{0,60}(?:virus|malware|scanned|checked))',
    '(?:please )?(?:consider|think (?:of|about)) (?:the|our) environment|think before (?:you print|printing)|save (?:paper|a tree)',
    'you(?: are| have)? ?(?:receiv(?:e|ed|ing)|got|getting) (?:this|these) [^.]{0,40}(?:because|as|since)|(?:to|click here to|if you (?:no longer )?(?:wish|want|would like|prefer)[^.]{0,40}) ?unsubscribe|unsubscribe\\b.{0,60}$|(?:manage|update) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)|to (?:stop receiving|opt out)',
    'if you (?:no longer |do not |don.t )(?:wish|want) to (?:receive|get|hear)|view (?:this (?:e-?mail|message) )?in (?:your )?browser',
    '[^\\n]{0,60}mailing list\\s*$|to post to this group|you received this message because',
    '(?:本|此|該|该|这封?|這封?)(?:封|电子|電子)?(?:邮件|郵件|信件|信息|e-?mail).{0,80}(?:保密|机密|機密|仅供|僅供|专供|仅限|僅限|专有|收件人|系统|系統|自动|自動|病毒|法律|权利|隐私)',
    '(?:保密|免责|免責|法律|隐私|隱私|机密|機密|版权)(?:声明|聲明|提示|须知|通知|条款|條款|告知|义务)|重要(?:声明|聲明|提示|提醒)\\s*[:：]',
    '(?:如|若|倘|假如)(?:果|若)?(?:您|你|阁下|閣下)?.{0,12}(?:并非|並非|不是|非|误收|誤收|错误(?:地)?(?:收到|接收)|意外收到).{0,24}(?:收件人|收件者|邮件|郵件|接收)',
    '请(?:勿|不要)(?:直接)?(?:回复|回覆)(?:此|本|该)|(?:系统|系統)自动(?:发送|发出|寄送|生成)|(?:如需|如果|若).{0,16}(?:退订|取消订阅|不想再?收到)|(?:点击|點擊)?.{0,6}(?:退订|取消订阅|取消訂閱)|您?(?:之所以|会)?收到(?:此|本|这封?|這封?)?(?:邮件|郵件).{0,10}(?:因为|因為|由于)',
    '.{0,16}(?:打印|列印|印刷)(?:本|此|这|這)?.{0,12}(?:环境|環境|环保|環保|节约|節約)|请考虑环境|保护环境',
    '.{0,20}(?:已|经|由).{0,16}(?:病毒|杀毒|防毒|掃毒)',
    '(?:diese|die) (?:e-?mail|nachricht).{0,160}(?:vertraulich|bestimmt|virenfrei)|ce (?:message|courriel|mél|mail).{0,160}(?:confidentiel|destin)|(?:este|esta) (?:mensaje|correo|mensagem|e-?mail).{0,160}(?:confidencia|destinat)|(?:questo|il presente) (?:messaggio|e-?mail).{0,160}(?:riservat|confidenzial)|(?:dit|deze) (?:bericht|e-?mail).{0,160}(?:vertrouwelijk|bestemd)|denne (?:e-?post|e-?mail|meldingen).{0,160}(?:konfidensiell|fortrolig)',
    'haftungsausschluss|vertraulichkeitshinweis|avis de confidentialité|aviso legal|aviso de confidencialidad',
    '本メール.{0,60}(?:機密|秘密|宛先)',
  ].join('|')})`,
  'iu',
);

/** What a company's server puts above a mail from outside. */
const BANNER =
  /^[^\p{L}]{0,12}(?:external(?: e-?mail| sender| message)?\b|caution|warning|attention|外部(?:邮件|郵件|发件人)|注意|提醒|安全提示|警告).{0,200}(?:outside|external|unknown sender|originat|click|外部|链接|連結)|^[^\p{L}]{0,12}(?:this (?:e-?mail|message) (?:originated|was sent|came|is) (?:from )?(?:an )?(?:outside|external)|you don.t often get email from|本邮件来自外部|此邮件来自(?:公司)?外部|您不经常从)/iu;

const MOST_LINES = 60;
const RULE = /^[\s\-_=*#~—–─]{3,}$/;
const HEADING = /^[^\p{L}]{0,6}(?:disclaimer|notice|confidential(?:ity)?|声明|聲明|提示)[^\p{L}]{0,6}$/iu;

/** The notices at the end of a mail, as one stretch, and the banner at its beginning. */
export function disclaimers(lines: readonly Line[]): Stretch[] {
  const texts = lines.map(({ text }) => clean(text).trim());
  const banner = bannerOf(texts);
  const notices = noticesOf(texts, banner?.end ?? 0);
  return [...(banner ? [banner] : []), ...(notices ? [notices] : [])];
}

function bannerOf(texts: readonly string[]): Stretch | undefined {
  const start = texts.findIndex((text) => text !== '' && !RULE.test(text));
  if (start < 0 || !BANNER.test(joined(texts, start))) return undefined;
  const end = endOfParagraph(texts, start);
  // A mail that is nothing but the banner's words says them itself.
  return texts.slice(end).some((text) => text !== '') ? { start: 0, end } : undefined;
}

/** From the first line that begins a notice, below which nothing but notices stands. */
function noticesOf(texts: readonly string[], from: number): Stretch | undefined {
  let start: number | undefined;
  const first = Math.max(from, texts.length - MOST_LINES);
  for (let at = texts.length - 1; at >= first; at -= 1) {
    const text = texts[at] ?? '';
    if (text === '' || RULE.test(text) || HEADING.test(text)) continue;
    if (isNotice(texts, at)) start = at;
    else if (!isWithin(texts, at, first) && !isLegal(text)) break;
  }
  if (start === undefined) return undefined;
  while (start > from && isHead(texts[start - 1] ?? '')) start -= 1;
  while (texts[start] === '') start += 1;
  // What a mail says first, it says itself.
  return texts.slice(from, start).some((text) => text !== '') ? { start, end: texts.length } : undefined;
}

/** Plain mails wrap a notice, and what a line says alone may be all. */
const isNotice = (texts: readonly string[], at: number): boolean =>
  NOTICES.test(texts[at] ?? '') || NOTICES.test(joined(texts, at));

const isHead = (text: string): boolean => text === '' || RULE.test(text) || HEADING.test(text);

/** A line of a paragraph that begins as a notice. */
function isWithin(texts: readonly string[], at: number, first: number): boolean {
  for (let above = at; above >= first && texts[above] !== ''; above -= 1) {
    if (isNotice(texts, above)) return true;
  }
  return false;
}

const LEGAL =
  /recipient|confidential|disclos|liab|virus|sender|privileg|distribut|unauthori[sz]ed|delete|copyright|unsubscrib|subscri|registered|保密|收件人|泄露|洩露|责任|責任|病毒|法律|删除|刪除|散布|vertraulich|confiden|riservat/i;

/** What may follow a notice without being one: more prose of the kind, an address of the web, a copyright. */
const isLegal = (text: string): boolean =>
  (text.length >= 40 && LEGAL.test(text)) ||
  /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+$|^(?:©|\(c\)|copyright)/i.test(text);

/** A line and the two below it in its paragraph, as plain mails wrap them. */
function joined(texts: readonly string[], at: number): string {
  const end = Math.min(endOfParagraph(texts, at), at + 3);
  return texts.slice(at, end).join(' ').slice(0, 500);
}

function endOfParagraph(texts: readonly string[], at: number): number {
  const end = texts.indexOf('', at);
  return end < 0 ? texts.length : end;
}
