/** What mail programs write between dashes above the earlier message. */
const PHRASES = [
  '(?:original|forwarded|replied|reply to) ?(?:message|mail|e-?mail|appointment)?',
  'forwarded by .{1,100}|.{1,200} wrote:',
  '(?:原始|原|转发的?|已转发|被转发的?|回复的原|转发的原|回复的?|以下为原始)(?:邮件|信件|消息|信息)(?:原件|信息|内容)?',
  '邮件原件',
  '(?:原始|轉寄的?|轉寄的原|轉發的?|回覆的?|被轉寄的?)(?:郵件|信件|訊息|信息)(?:信息)?',
  'ursprüngliche nachricht|weitergeleitete nachricht',
  "message d['’]origine|message original|message transféré|message d['’]origine",
  'mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada',
  'messaggio originale|messaggio inoltrato',
  'oorspronkelijk bericht|doorgestuurd bericht',
  'op?prinn?elig (?:meddelelse|melding)|videresendt (?:meddelelse|melding)|ursprungligt meddelande',
  'исходное сообщение|пересылаемое сообщение|пересланное сообщение',
  '元のメッセージ|転送(?:された)?メッセージ|원본 메시지|전달된 메시지',
  'הודעה מקורית|הודעה שהועברה|الرسالة الأصلية|رسالة معاد توجيهها',
].join('|');

const DASHED = `^[>|\\s]*[-_=*—–─]{2,}\\s*(?:${PHRASES})\\s*[-_=*—–─]{2,}`;
const DASHED_LINE = new RegExp(`${DASHED}\\s*$`, 'iu');
const DASHED_START = new RegExp(DASHED, 'iu');

/** Apple Mail writes its own without dashes. */
const ANNOUNCED = new RegExp(
  `^[>\\s]*(?:${[
    'begin forwarded message',
    '(?:下面是|以下是)?(?:被|开始)?转发的邮件',
    '(?:以下是|開始)?(?:被)?轉寄(?:的)?郵件',
    'anfang der weitergeleiteten nachricht',
    'début du message (?:transféré|réexpédié)',
    'inicio del mensaje reenviado|início da mensagem (?:reencaminhada|encaminhada)',
    'inizio messaggio inoltrato',
    'begin doorgestuurd bericht',
    '転送されたメッセージ',
    'начало переадресованного сообщения',
  ].join('|')})\\s*[:：]$`,
  'iu',
);

/** True for a line below which the earlier message stands, to the end. */
export const isSeparator = (line: string): boolean => DASHED_LINE.test(line) || ANNOUNCED.test(line.trim());

/** True for a text that begins with such a line, its line breaks lost. */
export const beginsWithSeparator = (text: string): boolean => DASHED_START.test(text);

/** Newer QQ Mail writes the words alone, above sender and time. */
const TITLE = new RegExp(`^\\s*(?:${PHRASES})\\s*$`, 'iu');

/** True for a line that announces an earlier message, if its head follows. */
export const isTitle = (line: string): boolean => line.length < 40 && TITLE.test(line);

/** True for a line that is drawn only, as Outlook puts one above the head of the earlier message. */
export const isRule = (line: string): boolean => /^[>|\s]*(?:[-_=*—–─]\s?){3,}\s*$/.test(line);
