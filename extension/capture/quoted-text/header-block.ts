/** How mail programs label the head of the earlier message, without spaces and in lower case. */
const LABELS: Record<Kind, string> = {
  from: 'from sender 发件人 發件人 寄件人 寄件者 发信人 發信人 von de da van fra från från: od от откого 差出人 送信者 보낸사람 보낸이 발신 מאת من',
  date: 'date sent senton senttime sentat sendtime 已发送 發送 发送时间 发送日期 发件时间 日期 时间 時間 發送時間 發送日期 寄件日期 傳送時間 傳送日期 送信日時 日時 gesendet gesendetam datum envoyé enviado enviadoel enviadaem fecha data inviato verzonden sendt skickat дата отправлено 보낸날짜 보낸시간 날짜 נשלח תאריך تاريخالإرسال التاريخ',
  to: 'to recipient recipients 收件人 收件者 收信人 an à para a aan til till do komu кому 宛先 받는사람 수신 אל إلى',
  cc: 'cc 抄送 副本 抄送人 kopie copie copia копия 参照 참조 עותק نسخة',
  subject:
    'subject 主题 主題 主旨 标题 標題 betreff objet asunto assunto oggetto onderwerp emne ämne temat тема 件名 제목 נושא الموضوع',
};
type Kind = 'from' | 'date' | 'to' | 'cc' | 'subject';

const KINDS = new Map(
  Object.entries(LABELS).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as Kind] as const),
  ),
);

const LABELLED =
  /^[>\s*|]*([\p{L}\p{M}](?:[\p{L}\p{M}.\s\u3000]{0,18}[\p{L}\p{M}])?)[\s*]*(?:[:：]|\||\t)[\s*]*(.*)$/u;
const ADDRESS = /[^\s<>@"']+@[^\s<>@"']+/;

/**
 * Lines from `start` that make up the head of a quoted message: a sender, a date, and a recipient or a subject. Where a
 * line above has announced it, sender and date are enough.
 */
export const isHeaderBlock = (lines: readonly string[], start: number, isAnnounced = false): boolean =>
  headerBlockAt(lines, start, isAnnounced) !== undefined;

/** The line below as much of that head as tells it, undefined where there is none. */
export function headerBlockAt(
  lines: readonly string[],
  start: number,
  isAnnounced: boolean,
): number | undefined {
  const seen = new Map<Kind, string>();
  let above = '';
  for (const [index, line] of lines.slice(start, start + 30).entries()) {
    const label = labelled(line);
    if (label) seen.set(label.kind, label.value);
    else if (line.trim() && !isContinued(above)) return undefined;
    if (isWhole(seen) || (isAnnounced && seen.has('from') && seen.has('date'))) return start + index + 1;
    // Some programs leave a blank line between any two, and none has two of them.
    if (!line.trim() && !above.trim()) return undefined;
    above = line;
  }
  return undefined;
}

/** A long list of recipients goes on below, and a label may stand above its value. */
const isContinued = (above: string): boolean =>
  /[,;，；、]\s*$/.test(above) || above.length >= 60 || labelled(above)?.value === '';

/** A travel plan has From, To and Date too: without a subject the sender has to be an address. */
function isWhole(seen: ReadonlyMap<Kind, string>): boolean {
  const from = seen.get('from');
  if (from === undefined || !seen.has('date')) return false;
  return seen.has('subject') || (seen.has('to') && ADDRESS.test(from));
}

function labelled(line: string): { kind: Kind; value: string } | undefined {
  const [, word = '', value = ''] = LABELLED.exec(line) ?? [];
  const kind = KINDS.get(word.replace(/[\s\u3000.]/g, '').toLowerCase());
  return kind && { kind, value };
}
