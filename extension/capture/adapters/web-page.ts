import type { Page, PageAdapter } from '../adapter.ts';
import { bylineOf } from './web-page/byline.ts';
import { languageOf } from './web-page/language.ts';
import { readable } from './web-page/readable.ts';
import { titleOf } from './web-page/title.ts';

/** Any page that no other adapter knows: what a reader would call its title and its text. */
export const webPage: PageAdapter = {
  id: 'web-page',
  matches: (url) => /^https?:$/.test(url.protocol),
  find(page) {
    if (!page.isTop) return { kind: 'none', reason: 'not_for_this_frame' };
    return { kind: 'page', pageKey: keyOf(page.url), read: () => read(page) };
  },
};

function read({ document, url }: Page) {
  const { text, byline } = readable(document);
  const selection = document.getSelection()?.toString().trim();
  const author = bylineOf(document, byline);
  const language = languageOf(document, text);
  return {
    title: titleOf(document, url) || url.hostname,
    url: addressOf(document, url),
    ...(selection && { selection }),
    text,
    ...(author && { byline: author }),
    ...(language && { language }),
  };
}

/** A fragment is a place on the same page, unless the page keeps its route there. */
function keyOf(url: URL): string {
  const key = new URL(url);
  if (!/^#!?\//.test(key.hash)) key.hash = '';
  return key.href;
}

/** The canonical address where it names this page; some sites give their home page for all. */
function addressOf(document: Document, url: URL): string {
  const shown = new URL(keyOf(url));
  shown.username = '';
  shown.password = '';
  const href = document.querySelector('link[rel~="canonical"][href]')?.getAttribute('href');
  const canonical = href && URL.canParse(href, url) ? new URL(href, url) : undefined;
  const isHere =
    canonical &&
    /^https?:$/.test(canonical.protocol) &&
    hostOf(canonical) === hostOf(url) &&
    (canonical.pathname !== '/' || url.pathname === '/');
  return isHere ? canonical.href : shown.href;
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^(?:www|m)\./, '');
