import { hiddenByMarkup } from '../../text/hidden.ts';

/** The words in a frame: readable here, in a frame of another origin, being written, or not there. */
export type Framed =
  | { state: 'readable'; body: Element; hidden: Element[] }
  | { state: 'foreign'; origin: string }
  | { state: 'editor' | 'unreadable' };

export function framed(frame: HTMLIFrameElement): Framed {
  const document = insideOf(frame);
  if (document?.body && isLoaded(frame, document)) {
    const isEditor = document.designMode === 'on' || document.body.isContentEditable;
    return isEditor ? { state: 'editor' } : { state: 'readable', body: innermost(document).body, hidden: [] };
  }
  const source = document ? null : frame.getAttribute('srcdoc');
  if (source !== null) return parsed(source);
  const url = URL.parse(frame.getAttribute('src') ?? '', frame.baseURI);
  const isForeign =
    url !== null && /^https?:$/.test(url.protocol) && url.origin !== new URL(frame.baseURI).origin;
  return isForeign ? { state: 'foreign', origin: url.origin } : { state: 'unreadable' };
}

/** Until the words arrive, an empty page stands in their place. */
const isLoaded = (frame: HTMLIFrameElement, document: Document): boolean =>
  document.URL !== 'about:blank' || !/^https?:/.test(frame.src) || frame.hasAttribute('srcdoc');

/** A sandbox keeps its document closed, and yet its source stands in the page. */
function parsed(source: string): Framed {
  const { body } = new DOMParser().parseFromString(source, 'text/html');
  const isHidden = hiddenByMarkup(body.ownerDocument.documentElement);
  return { state: 'readable', body, hidden: [...body.querySelectorAll('*')].filter(isHidden) };
}

function insideOf(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** Some put a frame into a frame, and nothing else. */
function innermost(document: Document): Document {
  const frames = document.querySelectorAll('iframe');
  const [frame] = frames;
  const inside =
    frames.length === 1 && (document.body.textContent ?? '').trim() === '' && frame
      ? insideOf(frame)
      : undefined;
  return inside?.body ? innermost(inside) : document;
}

/**
 * Whether this document is itself the words of a message, in a frame: such words can look like a whole webmail. A
 * program has scripts, which every webmail takes out of a mail, and is let to run them.
 */
export function isWordsOnly(document: Document): boolean {
  const frame = frameOf(document);
  if (frame === 'top' || frame?.nodeName === 'FRAME') return false;
  const sandbox = frame?.getAttribute('sandbox');
  const isClosed = typeof sandbox === 'string' && !sandbox.includes('allow-scripts');
  return isClosed || document.scripts.length === 0;
}

function frameOf(document: Document): Element | 'top' | undefined {
  const view = document.defaultView;
  if (!view || view === view.parent) return 'top';
  try {
    return view.frameElement ?? undefined;
  } catch {
    return undefined;
  }
}
