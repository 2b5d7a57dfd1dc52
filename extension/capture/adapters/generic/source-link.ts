import { plain } from './fields.ts';
import type { Message } from './message.ts';
import { hostRank } from './scene.ts';

/** What webmails call a message's source, or the file of it, without spaces: en, zh, ja, ko, de, fr, es, pt, it, ru, nl, pl. */
const WORDS =
  'showoriginal vieworiginal originalmessage viewsource showsource messagesource viewmessagesource showmessagesource viewraw viewrawmessage rawmessage showraw rawsource viewfullmessage downloadmessage downloademail downloadoriginal downloademl saveaseml exporteml export.eml exportaseml exportasemlfile downloadas.eml .eml(full) eml quelltext quelltextanzeigen quellcode originalanzeigen nachrichtenquelltext alsemlspeichern nachrichtherunterladen codesource codesourcedumessage afficherloriginal voirlasource sourcedumessage veroriginal verorigen verelcódigofuente mostraroriginal códigofuente descargarmensaje exibiroriginal códigofonte mostraoriginale исходныйтекст показатьоригинал исходноеписьмо broninvoeren bronbekijken pokażoryginał 显示邮件原文 查看邮件原文 查看原文 显示原文 邮件原文 原文 查看源码 查看源代码 查看邮件源码 邮件源码 原始邮件 导出为eml 导出为eml文件 导出邮件 下载邮件 下载eml 另存为eml 保存为eml 顯示原始郵件 檢視原始碼 郵件原始碼 下載郵件 ソースを表示 ソースの表示 メッセージのソース メールのソース 元のメッセージを表示 原文を表示 원문보기 원본보기 소스보기 메일원문'.split(
    ' ',
  );
const SAID = new Set(WORDS);
/** A word of an address, whatever parts it: `viewSource`, `view-source`, `opt=mime`. */
const ADDRESS =
  /(?:^|-)(?:view-?source|show-?source|message-?source|source|raw-?source|view-?raw|raw|view-?original|show-?original|dleml|download-?eml|export-?eml|opt-mime)(?:-|$)/;
/** What a GET of a careless program may change, and what an attached message's address has. */
const REFUSED =
  /(?:^|-)(?:delete|del|trash|remove|purge|expunge|empty|clear|logout|log-?off|sign-?out|spam|junk|report|block|move|archive|file|restore|recall|save|unsubscribe|subscribe|confirm|accept|decline|reject|approve|send|reply|forward|redirect|flag|star|mark|prefs|settings|attach\w*|part|filename|name|cid)(?:-|$)/;

/**
 * Address of the open message's RFC 822 source, where the page itself holds one: nothing is pressed to find it, and it is
 * looked for in closed menus too. Those of the message's own box come first; the program's toolbar is beyond.
 */
export function sourceLink(
  { box, words }: Message,
  { pane, url }: { pane: Element; url: URL },
): URL | undefined {
  for (const scope of [box.element, pane]) {
    const links = [...scope.querySelectorAll('a[href], [data-href], [data-url], [formaction]')].filter(
      (link) => !isInWords(link, words) && !link.closest(ELSEWHERE) && !isBesideFile(link, scope),
    );
    const targets = [isSaid, isAddressed].map((isSource) =>
      links.filter(isSource).flatMap((link) => targetOf(link, url)),
    );
    for (const found of targets) {
      if (new Set(found.map(({ href }) => href)).size === 1) return found[0];
    }
  }
  return undefined;
}

/**
 * A mail writes what it likes, so nothing of its words is ever asked for. Where they have no box of their own nobody
 * knows where they end, and all that follows their beginning may be theirs.
 */
function isInWords(link: Element, { spots }: Message['words']): boolean {
  const [first] = spots;
  if (spots.some(({ element }) => element.contains(link))) return true;
  if (!first || spots.every((spot) => hostRank(spot) > 0)) return false;
  return Boolean(first.element.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** An attached message has a source as well: a link in a row that names a file leads to that. */
function isBesideFile(link: Element, scope: Element): boolean {
  const row = link.closest('li, tr, figure, p') ?? link.parentElement;
  const near = row && row !== scope && scope.contains(row) ? (row.textContent ?? '') : '';
  const own = link.textContent ?? '';
  return near.length < 300 && FILE.test(near) && !SAID.has(comparable(own));
}

const FILE = /[^\s/\\]\.(?:eml|msg|pdf|docx?|xlsx?|pptx?|png|jpe?g|zip|txt|csv|ics)\b/i;

/** Rows of a list belong to other messages, and an attached message is another one. */
const ELSEWHERE =
  '[role=listbox], [role=grid], [role=option], [role=row], nav, [class*=attach], [class*=Attach], [id*=attach], [contenteditable=true]';

function isSaid(link: Element): boolean {
  const said = [link.textContent, link.getAttribute('title'), link.getAttribute('aria-label')];
  return said.some((text) => text && text.length <= 60 && SAID.has(comparable(text)));
}

const comparable = (text: string): string => plain(text).replace(/[.…]+$|[()（）:：'’]/g, '');

const isAddressed = (link: Element): boolean => ADDRESS.test(wordsOfAddress(hrefOf(link) ?? ''));

/** `/doArchive.do?type=viewSource` → `do-archive-do-type-view-source`: letters alone, parted. */
const wordsOfAddress = (href: string): string =>
  href
    .slice(0, 2000)
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .replace(/[^A-Za-z]+/g, '-')
    .toLowerCase();

const hrefOf = (link: Element): string | null =>
  ['href', 'data-href', 'data-url', 'formaction']
    .map((name) => link.getAttribute(name))
    .find((value) => value) ?? null;

/** What the link's address has beyond the page's: a mailbox may well live under `/read/` or `/file/`. */
function ownPart({ pathname, search }: URL, base: URL): string {
  const here = base.pathname.split('/');
  const path = pathname.split('/').filter((part, i) => part !== here[i]);
  return `${path.join('/')}${search}`;
}

/** On the page's own origin, asked for by GET, and by its address nothing that changes anything. */
function targetOf(link: Element, base: URL): URL[] {
  const href = hrefOf(link);
  const root = URL.parse(link.ownerDocument.querySelector('base[href]')?.getAttribute('href') ?? '', base);
  const target = href && root && !href.startsWith('#') ? URL.parse(href, root) : null;
  if (!target || target.origin !== base.origin) return [];
  if (REFUSED.test(wordsOfAddress(ownPart(target, base)))) return [];
  const isPost = link.hasAttribute('formaction') && !/^get$/i.test(link.closest('form')?.method ?? 'get');
  target.hash = '';
  const here = new URL(base);
  here.hash = '';
  return isPost || target.href === here.href ? [] : [target];
}
