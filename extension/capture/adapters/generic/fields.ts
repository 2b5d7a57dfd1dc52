import { ancestors, isElement, type Outline, type Spot, type Stretch, textsIn } from './outline.ts';

export type Field = 'from' | 'to' | 'cc' | 'bcc' | 'reply_to' | 'date' | 'subject' | 'files' | 'other';

/** What webmails write before a field, without spaces: en, zh, ja, ko, de, fr, es, pt, it, ru, nl, pl. */
const WORDS: Record<Field, string> = {
  from: 'from sender von absender de expéditeur expediteur remitente remetente da mittente от отправитель откого van afzender od nadawca 发件人 发信人 寄件者 寄件人 差出人 送信者 보낸사람 보낸이 발신자 발신인',
  to: 'to recipient recipients an empfänger à destinataire destinataires para destinatario destinatarios destinatário destinatari a кому получатель получатели aan do odbiorca 收件人 收信人 收件者 收信者 宛先 받는사람 받는이 받은사람 수신자 수신인',
  cc: 'cc copy copyto kopie copie copia cópia копия dw 抄送 抄送人 副本 副本收件人 副本抄送 참조',
  bcc: 'bcc blindkopie cci cco ccn скрытаякопия udw 密送 密送人 密件副本 密件抄送 숨은참조',
  reply_to:
    'reply-to replyto antwortan répondreà respondera responderpara rispondia 回复至 回复到 回覆至 返信先 답장받는사람',
  date: 'date sent senton sentat received receivedon datum gesendet gesendetam empfangen envoyé envoyéle reçu fecha enviado recibido data inviato дата отправлено время datum verzonden 时间 日期 发送时间 发件时间 发信时间 收件时间 寄件日期 寄件時間 時間 日時 送信日時 受信日時 送信日 날짜 보낸날짜 보낸시간 받은날짜 일시',
  subject:
    'subject betreff objet sujet asunto assunto oggetto тема onderwerp temat 主题 主題 主旨 标题 件名 제목',
  files:
    'attachment attachments anhang anhänge anlagen piècesjointes piècejointe adjuntos anexos allegati вложения bijlagen załączniki 附件 附加檔案 附加文件 添付ファイル 첨부파일 첨부',
  other:
    'size priority importance mailer mailedby signedby security spam tags labels folder größe priorität taille importance priorité prioridad tamaño 大小 优先级 重要性 标签 优先权',
};

/** Words of one language that mean something else in another: believed only with a colon, or as the head of a row. */
const LOOSE = new Set(
  'de da a à an do od van data copy copie size spam tags labels folder 标题 副本 大小'.split(' '),
);

const FIELD_OF = new Map<string, Field>();
for (const [field, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) if (!FIELD_OF.has(word)) FIELD_OF.set(word, field as Field);
}

export const plain = (text: string): string =>
  text.toLowerCase().replace(/[\s\u00a0\u200b-\u200f\ufeff]+/g, '');

export const isFieldName = (text: string): boolean => FIELD_OF.has(plain(text).replace(/[:：]$/, ''));

/** `value`: where what it names stands, empty where nothing does. `written`: its first words, in the same text as the label. */
export type Label = { field: Field; spot: Spot; value: Stretch; written: string; spoken?: string };

/** The labelled fields of the page, in order; a label without a value (a column's head, a form) is none. */
export function labelsIn(outline: Outline, stretch: Stretch): Label[] {
  const found = [...spotsOf(outline, stretch)];
  return found
    .map(({ field, spot, written, spoken }, index) => {
      const next = found[index + 1]?.spot.at ?? stretch.end;
      const value = spoken
        ? { at: spot.at, end: spot.end }
        : valueAfter(outline, { field, spot, written }, next);
      return { field, spot, value, written, ...(spoken && { spoken }) };
    })
    .filter(({ value, written }) => value.end > value.at || written !== '')
    .filter((label) => !isFolder(outline, label));
}

/** "Sent" alone is a folder, unless a time follows. */
function isFolder(outline: Outline, { field, spot, value }: Label): boolean {
  if (field !== 'date' || /[:：]|^$/.test(spot.text) || isRowHead(spot)) return false;
  const [first] = textsIn(outline, value);
  return !first || !/\d/.test(first.text);
}

type Head = { field: Field; spot: Spot; written: string; spoken?: string };

function* spotsOf({ spots }: Outline, { at, end }: Stretch): Generator<Head> {
  for (let i = at; i < end; i++) {
    const spot = spots[i];
    if (spot?.zone !== 'page') continue;
    const head = spot.text ? headOf(spot) : spokenHead(spot);
    if (head) yield head;
  }
}

function headOf(spot: Spot): Head | undefined {
  const text = spot.text.trim();
  const [, name = '', rest = ''] = /^([^:：]{1,24}?)\s*[:：]\s*(.*)$/.exec(text) ?? [];
  const withColon = FIELD_OF.get(plain(name));
  if (withColon) return { field: withColon, spot, written: rest };
  const bare = text.length <= 24 ? FIELD_OF.get(plain(text)) : undefined;
  if (!bare || (LOOSE.has(plain(text)) && !isRowHead(spot))) return undefined;
  return isOwnElement(spot) || leadsToAddress(spot) ? { field: bare, spot, written: '' } : undefined;
}

/** Read out by screen readers: `From: Mei Tan <mei@tan.example>`. */
/** The receivers of a mail to many may well be read out, and no more of them is needed. */
const MAX_SPOKEN = 2000;

function spokenHead(spot: Spot): Head | undefined {
  const spoken = spot.element.getAttribute('aria-label')?.slice(0, MAX_SPOKEN).trim() ?? '';
  const [, name = '', rest = ''] = /^([^:：]{1,24}?)\s*[:：]\s*(.+)$/.exec(spoken) ?? [];
  const field = FIELD_OF.get(plain(name));
  return field && { field, spot, written: '', spoken: rest };
}

const isRowHead = ({ element }: Spot): boolean =>
  /^(?:TH|DT|LABEL)$/.test(element.nodeName) ||
  (element.nodeName === 'TD' && element.previousElementSibling === null) ||
  /label|key|head|caption|title/i.test(element.className) ||
  element.nextSibling?.textContent?.trim() === ':';

/** A word that is all that its element says. */
const isOwnElement = ({ element, text }: Spot): boolean =>
  plain(element.textContent ?? '').replace(/[:：]$/, '') === plain(text);

/** A label and what it names stand in one row, or in two that follow each other. */
const MAX_CLIMB = 4;

/** A word right before a person: `From <a href="mailto:mei@tan.example">`. */
const leadsToAddress = ({ element, text }: Spot): boolean =>
  [...element.children].some(
    (child) =>
      plain(child.previousSibling?.textContent ?? '') === plain(text) &&
      ['href', 'title', 'data-email'].some((name) => /@|%40/.test(child.getAttribute(name) ?? '')),
  );

/** What follows a label up to the next one, in the smallest box that holds anything after it, to the end of its line. */
function valueAfter(outline: Outline, { field, spot, written }: Omit<Head, 'spoken'>, next: number): Stretch {
  for (const box of [...ancestors(spot)].slice(0, MAX_CLIMB)) {
    const value = { at: spot.end, end: Math.min(box.end, next) };
    if (written || hasContent(outline, value))
      return { at: value.at, end: field === 'files' ? value.end : lineEnd(outline, value, written) };
    if (isElement(box) && box.end >= next) break;
  }
  return { at: spot.end, end: spot.end };
}

const hasContent = (outline: Outline, value: Stretch): boolean =>
  [...textsIn(outline, value)].some(({ text, zone }) => zone === 'page' && /[\p{L}\p{N}]/u.test(text)) ||
  outline.spots
    .slice(value.at, value.end)
    .some(({ element }) => element.getAttribute('title')?.includes('@'));

function lineEnd(outline: Outline, value: Stretch, written: string): number {
  let said = written;
  for (const { text, at } of textsIn(outline, value)) {
    if (text === '\n' && /[^\s:：]/.test(said) && !/[,，;；、]\s*$/.test(said)) return at;
    said += text;
  }
  return value.end;
}
