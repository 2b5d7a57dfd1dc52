import { fileName, isFileOrSize } from './file-names.ts';
import { type Framed, framed } from './frames.ts';
import {
  ancestors,
  elementsIn,
  isButton,
  isControl,
  isElement,
  isWithin,
  type Outline,
  type Spot,
  type Stretch,
  textsIn,
  wordsOf,
} from './outline.ts';
import { makeOf, type Scene } from './scene.ts';

/** Where the words of a message stand, or why they cannot be had. `start`: where the mail can first have its say. */
export type Words =
  | { state: 'found'; start: number; spots: Spot[]; elements: Element[]; notes: Element[] }
  | { state: 'blocked'; start: number; spots: Spot[]; origin: string };

/** Words that are no label of a control, no number and no name of a file. */
export function proseIn(outline: Outline, stretch: Stretch): string {
  return [...textsIn(outline, stretch)]
    .filter((spot) => spot.zone === 'page' && !spot.isSpoken && !isControl(spot) && /\p{L}/u.test(spot.text))
    .map(({ text }) => text)
    .join(' ')
    .trim();
}

/** Notes of the site, such as that pictures are not shown. */
const MAX_BETWEEN = 200;

/** The outermost element made to hold the words of a message. */
export const hostAfter =
  (hosts: readonly Spot[]) =>
  ({ outline }: Scene, box: Spot, head: Stretch): Words | undefined => {
    const region = { at: head.end, end: box.end };
    const inside = hosts.filter((host) => isWithin(host, region));
    const outer = inside.filter((host) => !inside.some((other) => other !== host && isWithin(host, other)));
    const [first] = outer;
    if (!first || proseIn(outline, { at: region.at, end: first.at }).length > MAX_BETWEEN) return undefined;
    const spots = outer
      .filter((host) => host.parent === first.parent && makeOf(host.element) === makeOf(first.element))
      .map((host) => narrowed(outline, inside, host));
    return wordsIn(outline, spots, first.at);
  };

/** Where a host also holds buttons, and within them another host, it is what surrounds the words. */
function narrowed(outline: Outline, hosts: readonly Spot[], host: Spot): Spot {
  const within = hosts.filter((other) => other !== host && isWithin(other, host));
  const [inner] = within;
  if (!inner) return host;
  const isAround = outline.spots
    .slice(host.at, host.end)
    .some(
      (spot) =>
        isElement(spot) &&
        !isWithin(spot, inner) &&
        !isWithin(inner, spot) &&
        (isButton(spot) || /attach/i.test(spot.element.className)),
    );
  const isOnlyFrame = inner.element.nodeName === 'IFRAME' && proseIn(outline, host) === '';
  return isAround || isOnlyFrame ? narrowed(outline, within, inner) : host;
}

function wordsIn(outline: Outline, spots: Spot[], start: number): Words | undefined {
  const parts = spots.map((spot) => partOf(outline, spot));
  const foreign = parts.find((part) => part.state === 'foreign');
  if (foreign?.state === 'foreign') return { state: 'blocked', start, spots, origin: foreign.origin };
  const readable = parts.filter((part) => part.state === 'readable');
  if (readable.length < parts.length || readable.length === 0) return undefined;
  const elements = readable.flatMap(({ body }) => bodyOf(body));
  return { state: 'found', start, spots, elements, notes: readable.flatMap(({ hidden }) => hidden) };
}

function partOf(outline: Outline, { element, at, end }: Spot): Framed {
  if (element.nodeName === 'IFRAME') return framed(element as HTMLIFrameElement);
  const frames = outline.spots
    .slice(at, end)
    .filter((spot) => isElement(spot) && spot.element.nodeName === 'IFRAME');
  const [only] = frames;
  if (only && frames.length === 1 && proseIn(outline, { at, end }) === '')
    return framed(only.element as HTMLIFrameElement);
  return { state: 'readable', body: element, hidden: barsIn(outline, { at, end }) };
}

const MAX_BAR = 200;

/** Lines that the site put among the words: all that they say is on something that runs its program, or names a file. */
function barsIn(outline: Outline, stretch: Stretch): Element[] {
  const programs = [...elementsIn(outline, stretch)].filter(
    (spot) => isProgram(spot) && isBrief(outline, spot),
  );
  return programs.flatMap((program) => {
    const bar = [program, ...ancestors(program)]
      .filter((line) => line.at > stretch.at && isWithin(line, stretch) && BLOCK.test(line.element.nodeName))
      .filter((line) => isBar(outline, line, programs))
      .at(-1);
    if (bar) return [bar.element];
    return isLink(program) ? [] : [program.element];
  });
}

/** Whole messages are made to be pressed as well. */
const isBrief = (outline: Outline, spot: Spot): boolean =>
  wordsOf(outline, spot).length <= 60 && spot.element.querySelector('br, p, div') === null;

function isBar(outline: Outline, line: Spot, programs: readonly Spot[]): boolean {
  if (wordsOf(outline, line).length > MAX_BAR) return false;
  const rest = [...textsIn(outline, line)].filter((text) => !programs.some((one) => isWithin(text, one)));
  const namesFile = rest.some(({ text }) => fileName(text) !== undefined);
  return rest.every(({ text }) => isFileOrSize(text) || (namesFile && /^\s*[a-z\d]{2,5}\s*$/i.test(text)));
}

const BLOCK = /^(?:DIV|P|LI|TR|TABLE|SECTION|HEADER|UL)$/;

/** No webmail leaves any of these in a mail, and no mail says of its words that they can be pressed. */
function isProgram({ element }: Spot): boolean {
  if (element.matches('button, [role=button], [onclick]')) return true;
  if (isFileLink(element)) return true;
  const isShort = /^(?:SPAN|DIV)$/.test(element.nodeName) && (element.textContent ?? '').length <= 40;
  if (!isShort || element.closest('a[href]') || element.getAttribute('style')?.includes('cursor'))
    return false;
  return isPressed(element) && !isPressed(element.parentElement);
}

/** Inherited: what stands in a box that can be pressed is no button of its own. */
const isPressed = (element: Element | null): boolean =>
  element?.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';

const isLink = ({ element }: Spot): boolean => element.nodeName === 'A';

/** A link of the site itself that fetches something. */
function isFileLink(element: Element): boolean {
  const href = element.nodeName === 'A' ? element.getAttribute('href') : undefined;
  const url = href && /download|attach/i.test(href) ? URL.parse(href, element.baseURI) : null;
  return url !== null && url.origin === URL.parse(element.baseURI)?.origin;
}

/** Text is read from the light tree only. */
function bodyOf(element: Element): Element[] {
  if (element.shadowRoot) return [...element.shadowRoot.children];
  const [root] = [...element.querySelectorAll('*')].filter((one) => one.shadowRoot);
  return root?.shadowRoot && (element.textContent ?? '').trim() === ''
    ? [...root.shadowRoot.children]
    : [element];
}

/** Where nothing is made for it, the words are the blocks between the head and the controls below. */
export function proseAfter({ outline, labels, dates }: Scene, box: Spot, head: Stretch): Words | undefined {
  const last = [...childrenOf(outline, box)].findLast((child) => child.at < head.end);
  const isRowOfHead = (block: Spot): boolean =>
    last !== undefined &&
    last.at > box.at &&
    makeOf(block.element) === makeOf(last.element) &&
    isTabular(box);
  const blocks = childrenOf(outline, box).filter(
    (child) => child.at >= head.end && isElement(child) && !isRowOfHead(child),
  );
  const files = labels.find(
    ({ field, spot }) => field === 'files' && isWithin(spot, box) && spot.at >= head.end,
  );
  const isTime = (block: Spot): boolean =>
    dates.some(({ spot }) => isWithin(spot, block) && wordsOf(outline, spot) === wordsOf(outline, block));
  const said = blocks.filter(
    (block) => proseIn(outline, block) !== '' && !(files && block.end > files.spot.at),
  );
  // A time in an element of its own ends the head.
  const spoken = said[0] && isTime(said[0]) ? said.slice(1) : said;
  if (spoken.length === 0) return undefined;
  if (
    outline.spots
      .slice(head.end, box.end)
      .some((spot) => spot.text && spot.parent === box && spot.at >= head.end)
  )
    return undefined;
  const isMixed = spoken.some((block) =>
    outline.spots
      .slice(block.at, block.end)
      .some((spot) => spot.zone === 'edit' || spot.zone === 'aside' || (isElement(spot) && isButton(spot))),
  );
  return isMixed ? undefined : wordsIn(outline, spoken, spoken[0]?.at ?? head.end);
}

/** Rows below the last known field are fields as well. */
const isTabular = ({ element }: Spot): boolean => /^(?:TABLE|TBODY|DL|UL|OL)$/.test(element.nodeName);

function childrenOf(outline: Outline, box: Spot): Spot[] {
  const children: Spot[] = [];
  for (let i = box.at + 1; i < box.end; ) {
    const child = outline.spots[i];
    if (!child) break;
    children.push(child);
    i = child.end;
  }
  return children;
}
