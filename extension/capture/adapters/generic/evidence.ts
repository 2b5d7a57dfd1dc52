import { plain } from './fields.ts';
import { isElement, type Outline, type Spot, tokensOf } from './outline.ts';

/** Words on the buttons and folders of webmails, without spaces: en, zh, ja, ko, de, fr, es, pt, it, ru, nl, pl. */
const WORDS = {
  reply:
    'reply replyall replytoall antworten allenantworten répondre répondreàtous responder respondera responderatodos rispondi rispondiatutti ответить ответитьвсем beantwoorden odpowiedz 回复 回复全部 全部回复 回覆 全部回覆 返信 全員に返信 답장 전체답장 회신',
  forward:
    'forward fwd weiterleiten transférer transferer reenviar encaminhar inoltra переслать doorsturen przekaż 转发 轉寄 轉發 転送 전달',
  compose:
    'compose composemail newmessage newmail newemail newe-mail writemail writemessage write createmail verfassen neuee-mail nachrichtverfassen neuenachricht schreiben nouveaumessage rédiger écrire redactar nuevomensaje nuevocorreo escrever novamensagem scrivi nuovomessaggio написать nieuwbericht nowawiadomość 写信 写邮件 新邮件 新建邮件 寫信 撰寫 新郵件 新規作成 メール作成 作成 메일쓰기 편지쓰기',
  folder:
    'inbox sent sentmail sentitems sentmessages drafts draft trash deleted deleteditems deletedmessages spam junk junkmail junke-mail outbox archive posteingang gesendet entwürfe papierkorb postausgang boîtederéception reçus envoyés messagesenvoyés brouillons corbeille bandejadeentrada enviados borradores papelera caixadeentrada rascunhos lixeira postainarrivo inviata bozze cestino входящие отправленные черновики корзина спам postvakin verzonden concepten odebrane wysłane 收件箱 收件匣 已发送 已发邮件 草稿箱 草稿 已删除 已删除邮件 垃圾箱 垃圾邮件 寄件備份 寄件匣 垃圾桶 受信トレイ 受信箱 送信済み 下書き ゴミ箱 迷惑メール 받은편지함 받은메일함 보낸편지함 보낸메일함 임시보관함 휴지통 스팸메일함',
};
type Kind = keyof typeof WORDS;
const KIND_OF = new Map<string, Kind>();
for (const [kind, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) KIND_OF.set(word, kind as Kind);
}

const HOST =
  /(?:^|[.-])(?:e?-?mail|webmail|correo|courriel|post|poste|imap|exmail|mailbox|inbox|outlook|owa|roundcube|rainloop|snappymail|sogo|horde|zimbra|mx)\d{0,3}(?:[.-]|$)/;
const PATH =
  /(?:^|[^a-z])(?:web-?mail|mail|mbox|mailbox|inbox|squirrelmail|rainloop|snappymail|sogo|horde|imp|owa|zimbra|alimail|readmail|read_body|postfach)(?:[^a-z]|$)/;

/** `ui`: what only a webmail's own page has, 0 to 4. `all`: that and what its address says. */
export type Evidence = { ui: number; all: number };

export function evidenceOf(outlines: readonly Outline[], url: URL): Evidence {
  const seen = new Map<Kind, Set<string>>();
  for (const { spots } of outlines) {
    for (const spot of spots) for (const [kind, word] of kindsOf(spot)) note(seen, kind, word);
  }
  const has = (kind: Kind): number => seen.get(kind)?.size ?? 0;
  const actions = has('reply') > 0 && has('forward') > 0 ? 2 : has('reply') > 0 ? 1 : 0;
  const ui = actions + (has('folder') > 1 ? 2 : 0) + (has('compose') > 0 && has('folder') > 0 ? 1 : 0);
  const host = HOST.test(url.hostname) ? 2 : 0;
  const path = PATH.test(decoded(`${url.pathname}${url.search}${url.hash}`).toLowerCase()) ? 1 : 0;
  return { ui, all: ui + host + path };
}

function note(seen: Map<Kind, Set<string>>, kind: Kind, word: string): void {
  seen.set(kind, (seen.get(kind) ?? new Set()).add(word));
}

const MAX_WORD = 28;

/** Of a control what it says, what its tooltip says and what its programmers called it; of a row of text its words. */
function* kindsOf(spot: Spot): Generator<[Kind, string]> {
  if (spot.text) {
    if (spot.text.length > MAX_WORD) return;
    const word = plain(spot.text).replace(/[([（【]?\d*[)\]）】]?$/, '');
    const kind = KIND_OF.get(word);
    if (kind && (kind !== 'folder' || isLinked(spot))) yield [kind, word];
    return;
  }
  if (!isElement(spot)) return;
  for (const name of ['title', 'aria-label', 'alt', 'value', 'data-tooltip']) {
    const said = spot.element.getAttribute(name);
    const kind = said && said.length <= MAX_WORD ? KIND_OF.get(plain(said)) : undefined;
    if (kind && kind !== 'folder') yield [kind, name];
  }
  if (!/^(?:BUTTON|A)$/.test(spot.element.nodeName) && spot.element.getAttribute('role') !== 'button') return;
  for (const token of tokensOf(spot.element))
    if (token === 'reply' || token === 'forward') yield [token, token];
}

/** The name of a folder stands in something to press. */
const isLinked = ({ element }: Spot): boolean =>
  element.closest?.(
    'a, button, li, [role=treeitem], [role=link], [role=option], [role=button], [tabindex], [onclick], td',
  ) !== null;

/** What was typed into the address may be no address at all. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
