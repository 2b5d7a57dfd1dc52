import type { Address, ListedMessage } from '../../../shared/capture.ts';
import type { Candidate, DomMail, NoneReason, Page, PageAdapter } from '../adapter.ts';
import { isShown } from '../text/shown.ts';
import {
  addressOfKey,
  keyOf,
  type MessageAddress,
  messageAddress,
  urlOf,
} from './roundcube/message-address.ts';
import { listOf, tickedRows } from './roundcube/ticked-rows.ts';

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
    if (!isShown(document.defaultView?.frameElement)) return none('not_for_this_frame');
    if (task === 'mail' && action === 'compose') return none('composing');
    if (task === 'mail' && isMessage(document)) return message(page);
    return isTop ? shell(page) : none('not_for_this_frame');
  },
  selected: (page) => (holdsList(page) ? selected(page) : undefined),
  message(page, key) {
    const address = holdsList(page) ? addressOfKey(key, page.url) : undefined;
    return address && { kind: 'mail', pageKey: key, rawSource: urlOf(address, 'viewsource') };
  },
};

const none = (reason: NoneReason, more: { origin?: string; selected?: number } = {}): Candidate => ({
  kind: 'none',
  reason,
  ...more,
});

const holdsList = (page: Page): boolean => isRoundcube(page.document) && listOf(page) !== undefined;

const selected = (page: Page): ListedMessage[] =>
  tickedRows(page).map(({ address, listed }) => ({ pageKey: keyOf(address), ...listed }));

function list(page: Page): Candidate {
  const { length } = selected(page);
  return none('list', length > 0 ? { selected: length } : {});
}

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

/** The page around the messages: the open one lies in a frame and answers there. With several ticked, none is open. */
function shell(page: Page): Candidate {
  const { document } = page;
  const frame = document.querySelector<HTMLIFrameElement>('iframe#messagecontframe, iframe#messagepartframe');
  if (!frame || !isShown(frame) || selected(page).length > 1) return list(page);
  const inside = insideOf(frame);
  if (inside) return isMessage(inside) ? none('not_for_this_frame') : list(page);
  const origin = foreignOrigin(frame);
  return origin ? none('frame_blocked', { origin }) : list(page);
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

function message(page: Page): Candidate {
  const address = addressOf(page);
  const dom = () => domMail(page.document);
  if (!address) return { kind: 'mail', pageKey: `${page.url.href} ${dom().subject ?? ''}`, dom };
  return { kind: 'mail', pageKey: keyOf(address), dom, rawSource: urlOf(address, 'viewsource') };
}

/** From the frame's own address; where that is rewritten, from the link that opens the message in its own window. */
function addressOf({ document, url }: Page): MessageAddress | undefined {
  const link = headerOf(document)?.querySelector('a.extwin[href]')?.getAttribute('href');
  return [url, ...(link ? [new URL(link, url)] : [])]
    .filter((base) => base.origin === url.origin)
    .map(messageAddress)
    .find((address) => address !== undefined);
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
