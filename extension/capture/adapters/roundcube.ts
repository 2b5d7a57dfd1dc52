import type { Address } from '../../../shared/capture.ts';
import type { Candidate, DomMail, Page, PageAdapter } from '../adapter.ts';

/**
 * Roundcube stands on any host and under any path, so only its structure tells it. Names from its own templates
 * (elastic 1.4 to 1.6, larry 1.3), read 2026-11.
 */
export const roundcube: PageAdapter = {
  id: 'roundcube',
  matches: (url) => /^https?:$/.test(url.protocol),
  find(page) {
    const { document, isTop } = page;
    if (!isRoundcube(document)) return undefined;
    const { task, action } = viewOf(page);
    if (task === 'login' || task === 'logout') return undefined;
    if (!isShown(document.defaultView?.frameElement ?? undefined)) return none('not_for_this_frame');
    if (task === 'mail' && action === 'compose') return none('composing');
    if (task === 'mail' && isMessage(document)) return message(page);
    return isTop ? shell(document) : none('not_for_this_frame');
  },
};

const none = (reason: Extract<Candidate, { kind: 'none' }>['reason'], origin?: string): Candidate => ({
  kind: 'none',
  reason,
  ...(origin && { origin }),
});

/** The application starts itself in each of its pages; saved pages may have lost that script. */
function isRoundcube(document: Document): boolean {
  const starts = [...document.scripts].some((script) =>
    /\bnew\s+rcube_webmail\b/.test(script.textContent ?? ''),
  );
  return (
    starts || (/\btask-\w+/.test(document.body?.className ?? '') && document.querySelector(MARKS) !== null)
  );
}

const MARKS = '#messagecontframe, #message-header, #messageheader, #compose-content, #messagepartframe';

function viewOf({ document, url }: Page): { task: string; action: string } {
  const classes = document.body?.className ?? '';
  const task = /\btask-(\w+)/.exec(classes)?.[1] ?? url.searchParams.get('_task') ?? 'mail';
  const action = /\baction-(\w+)/.exec(classes)?.[1] ?? url.searchParams.get('_action') ?? '';
  return { task, action };
}

/** A mail can hold elements with any id; Roundcube's own come first, and the body is never inside itself. */
const bodyOf = (document: Document): Element | undefined =>
  document.querySelector('#messagebody') ?? undefined;

function headerOf(document: Document): Element | undefined {
  const body = bodyOf(document);
  return [...document.querySelectorAll('#message-header, #messageheader')].find(
    (header) => !body?.contains(header),
  );
}

const isMessage = (document: Document): boolean =>
  headerOf(document) !== undefined && bodyOf(document) !== undefined;

/** The page around the messages: the open one lies in a frame and answers there. */
function shell(document: Document): Candidate {
  const frame = document.querySelector<HTMLIFrameElement>('iframe#messagecontframe, iframe#messagepartframe');
  if (!frame || !isShown(frame)) return none('list');
  const inside = insideOf(frame);
  if (inside) return isMessage(inside) ? none('not_for_this_frame') : none('list');
  const origin = foreignOrigin(frame);
  return origin ? none('frame_blocked', origin) : none('list');
}

function insideOf(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

function foreignOrigin(frame: HTMLIFrameElement): string | undefined {
  const { origin, protocol } = new URL(frame.getAttribute('src') ?? '', frame.baseURI);
  return /^https?:$/.test(protocol) ? origin : undefined;
}

/** On a narrow screen the pane with the last message stays in the document, hidden behind the list. */
const isShown = (element: Element | undefined): boolean => element?.checkVisibility?.() ?? true;

function message(page: Page): Candidate {
  const address = addressOf(page);
  const dom = () => domMail(page.document);
  if (!address) return { kind: 'mail', pageKey: `${page.url.href} ${dom().subject ?? ''}`, dom };
  return { kind: 'mail', pageKey: urlOf(address, 'show').href, dom, rawSource: urlOf(address, 'viewsource') };
}

type MessageAddress = { base: URL; uid: string; folder: string };

/** From the frame's own address; where that is rewritten, from the link that opens the message in its own window. */
function addressOf({ document, url }: Page): MessageAddress | undefined {
  const link = headerOf(document)?.querySelector('a.extwin[href]')?.getAttribute('href');
  for (const base of [url, ...(link ? [new URL(link, url)] : [])]) {
    const [uid, folder] = [base.searchParams.get('_uid'), base.searchParams.get('_mbox')];
    if (uid && folder && base.origin === url.origin) return { base, uid, folder };
  }
  return undefined;
}

function urlOf({ base, uid, folder }: MessageAddress, action: string): URL {
  const query = new URLSearchParams({ _task: 'mail', _action: action, _uid: uid, _mbox: folder });
  return new URL(`${base.pathname}?${query}`, base.origin);
}

function domMail(document: Document): DomMail {
  const header = headerOf(document);
  const people = (field: string): Address[] =>
    [...(header?.querySelectorAll(`td.header.${field} a.rcmContactAddress`) ?? [])].flatMap(person);
  const summary = header?.querySelector('.header-summary a.rcmContactAddress');
  const [from] = [...people('from'), ...(summary ? person(summary) : [])];
  const subject = ownText(header?.querySelector('.subject'));
  return {
    ...(subject && { subject }),
    ...(from && { from }),
    to: people('to'),
    cc: people('cc'),
    attachments: attachmentsOf(document),
    body: ownParts(document),
  };
}

/** The address is the link's title, a name that differs from it is its text. International domains are shown decoded. */
function person(link: Element): Address[] {
  const shown = link.getAttribute('title') || link.getAttribute('href')?.replace(/^mailto:/, '');
  const [, local, domain] = /^(.+)@([^@]+)$/.exec(shown ?? '') ?? [];
  if (!local || !domain) return [];
  const name = link.textContent?.trim();
  const url = `http://${domain}`;
  const encoded = /[^ -~]/.test(domain) && URL.canParse(url) ? new URL(url).hostname : domain;
  return [{ ...(name && name !== shown && { name }), email: `${local}@${encoded}` }];
}

/** Attached messages are drawn below the own words, each under a head that only Roundcube can put at this level. */
function ownParts(document: Document): Element[] {
  const parts = [...(bodyOf(document)?.children ?? [])];
  const attached = parts.findIndex((part) => part.classList.contains('message-partheaders'));
  return attached < 0 ? parts : parts.slice(0, attached);
}

function attachmentsOf(document: Document): DomMail['attachments'] {
  const body = bodyOf(document);
  return [...document.querySelectorAll('#attachment-list li')]
    .filter((item) => !body?.contains(item))
    .flatMap((item) => {
      const name = (item.querySelector('.attachment-name') ?? item.querySelector('a'))?.textContent?.trim();
      return name ? [{ name }] : [];
    });
}

/** Text of the element itself: labels for screen readers and buttons stand in elements of their own. */
const ownText = (element: Element | null | undefined): string =>
  [...(element?.childNodes ?? [])]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
