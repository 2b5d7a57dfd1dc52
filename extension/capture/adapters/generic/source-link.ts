import { plain } from './fields.ts';
import type { Message } from './message.ts';

/** What webmails call a message's source, or the file of it, without spaces: en, zh, ja, ko, de, fr, es, pt, it, ru, nl, pl. */
const WORDS =
  'showoriginal vieworiginal originalmessage viewsource showsource messagesource source viewmessagesource showmessagesource viewraw viewrawmessage rawmessage showraw rawsource viewfullmessage downloadmessage downloademail downloadoriginal downloademl saveaseml exporteml export.eml exportaseml exportasemlfile savemessage saveemail saveas saveasfile downloadas.eml .eml(full) eml quelltext quelltextanzeigen quellcode originalanzeigen nachrichtenquelltext alsemlspeichern nachrichtherunterladen nachrichtspeichern source codesource codesourcedumessage afficherloriginal voirlasource sourcedumessage enregistrerlemessage veroriginal verorigen verelcódigofuente mostraroriginal códigofuente descargarmensaje guardarmensaje exibiroriginal códigofonte mostraoriginale sorgente исходныйтекст показатьоригинал исходноеписьмо свойстваписьма broninvoeren bronbekijken pokażoryginał źródło 显示邮件原文 查看邮件原文 查看原文 显示原文 邮件原文 原文 查看源码 查看源代码 查看邮件源码 邮件源码 原始邮件 查看信头 导出为eml 导出为eml文件 导出邮件 下载邮件 下载eml 另存为eml 保存为eml 顯示原始郵件 檢視原始碼 郵件原始碼 下載郵件 ソースを表示 ソースの表示 メッセージのソース メールのソース 元のメッセージを表示 原文を表示 원문보기 원본보기 소스보기 메일원문 메일저장'.split(
    ' ',
  );
const SAID = new Set(WORDS);
const ADDRESS =
  /\.eml(?:$|[?&#])|[/=_.-](?:view-?_?source|show-?_?source|message-?source|source|rawsource|view-?raw|raw|original|dleml|download-?_?eml|export-?_?eml|save-?_?message|mime)(?:$|[/?&#=.])|opt=mime/i;
const HARMFUL =
  /(?:^|[/=_&?.-])(?:delete|del|trash|remove|logout|log-?off|signout|spam|junk|move|unsubscribe|send|flag|mark|purge)(?:[/=_&?.-]|$)/i;

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
      (link) => !words.spots.some(({ element }) => element.contains(link)) && !link.closest(ELSEWHERE),
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

/** Rows of a list belong to other messages, and an attached message is another one. */
const ELSEWHERE =
  '[role=listbox], [role=grid], [role=option], [role=row], nav, [class*=attach], [class*=Attach], [id*=attach], [contenteditable=true]';

function isSaid(link: Element): boolean {
  const said = [link.textContent, link.getAttribute('title'), link.getAttribute('aria-label')];
  return said.some(
    (text) => text && text.length <= 60 && SAID.has(plain(text).replace(/[.…]+$|[()（）:：'’]/g, '')),
  );
}

const isAddressed = (link: Element): boolean =>
  ADDRESS.test(hrefOf(link) ?? '') && !/\.eml$/i.test((link.textContent ?? '').trim());

const hrefOf = (link: Element): string | null =>
  ['href', 'data-href', 'data-url', 'formaction']
    .map((name) => link.getAttribute(name))
    .find((value) => value) ?? null;

/** On the page's own origin, asked for by GET, and by its address nothing that changes anything. */
function targetOf(link: Element, base: URL): URL[] {
  const href = hrefOf(link);
  const root = URL.parse(link.ownerDocument.querySelector('base[href]')?.getAttribute('href') ?? '', base);
  const target = href && root && !href.startsWith('#') ? URL.parse(href, root) : null;
  if (!target || target.origin !== base.origin || HARMFUL.test(`${target.pathname}${target.search}`))
    return [];
  const isPost = link.hasAttribute('formaction') && !/^get$/i.test(link.closest('form')?.method ?? 'get');
  target.hash = '';
  const here = new URL(base);
  here.hash = '';
  return isPost || target.href === here.href ? [] : [target];
}
