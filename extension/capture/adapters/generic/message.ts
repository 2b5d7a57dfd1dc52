import type { Label } from './fields.ts';
import { isFileOrSize } from './file-names.ts';
import { type Framed, framed } from './frames.ts';
import { mentionsIn } from './mentions.ts';
import {
  ancestors,
  commonOf,
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
import { type DateMark, makeOf, type Scene } from './scene.ts';

/** One open message: where its head and its words stand, and the smallest box that holds both. */
export type Message = {
  anchor: Spot;
  /** From the first field of the head to the end of the last. */
  head: Stretch;
  box: Spot;
  /** All of the box that stands before the words. */
  before: Stretch;
  words: Words;
};

export type Words =
  | { state: 'found'; spots: Spot[]; elements: Element[]; notes: Element[] }
  | { state: 'blocked'; spots: Spot[]; origin: string };

/** The messages that stand open, in the order of the page; `isDoubtful`: there is one, and which one cannot be told. */
export type Found = { messages: Message[]; isDoubtful: boolean };

export function messagesIn(scene: Scene): Found {
  const messages: Message[] = [];
  let isDoubtful = false;
  for (const anchor of anchorsOf(scene)) {
    if (messages.some(({ box }) => isWithin(anchor.spot, box))) continue;
    const message = messageAt(scene, anchor);
    if (message === undefined) {
      isDoubtful ||= anchor.isStrong;
      continue;
    }
    if (isQuotation(scene, message)) {
      isDoubtful = true;
      continue;
    }
    const [first] = messages;
    // What stands elsewhere on the page and is not made as the first message is, is no part of the conversation.
    if (!first || isSibling(first, message)) messages.push(message);
  }
  return { messages, isDoubtful };
}

type Anchor = { spot: Spot; isStrong: boolean; label?: Label };

/** Where a head could begin, in the order of the page: a labelled sender, one named so in the markup, an address beside a time. */
function anchorsOf({ outline, labels, senders, dates }: Scene): Anchor[] {
  const whole = { at: 0, end: outline.spots.length };
  const labelled = labels
    .filter(({ field, spot }) => field === 'from' && !spot.element.closest('blockquote, pre'))
    .map((label): Anchor => ({ spot: label.spot, isStrong: true, label }));
  const named = senders
    .filter((spot) => mentionsIn(outline, spot).length > 0)
    .map((spot): Anchor => ({ spot, isStrong: true }));
  const beside = mentionsIn(outline, whole)
    .filter(
      ({ spot }) => !recipientLabel(labels, spot) && dates.some((date) => isBeside(outline, spot, date)),
    )
    .map(({ spot }): Anchor => ({ spot, isStrong: false }));
  return [...labelled, ...named, ...beside].sort((a, b) => a.spot.at - b.spot.at);
}

export const recipientLabel = (labels: readonly Label[], spot: Stretch): Label | undefined =>
  labels.find(
    ({ field, value, spot: own }) => field !== 'from' && (isWithin(spot, value) || spot.at === own.at),
  );

const MAX_HEAD = 1500;

function isBeside(outline: Outline, spot: Spot, date: DateMark): boolean {
  const box = commonOf(spot, date.spot);
  return box !== undefined && box.zone === 'page' && lengthOf(outline, box) < 300;
}

const lengthOf = (outline: Outline, stretch: Stretch): number => {
  let length = 0;
  for (const { text } of textsIn(outline, stretch)) length += text.length;
  return length;
};

/** What is made to hold the words wins over whatever else stands below the head. */
function messageAt(scene: Scene, anchor: Anchor): Message | undefined {
  const head = headOf(scene, anchor);
  if (!anchor.isStrong && !marksOf(scene).some((mark) => isWithin(mark, head))) return undefined;
  const boxes = [...ancestors(anchor.spot)].filter((box) => isElement(box) && box.end > head.end);
  for (const wordsIn of [hostAfter(scene.hosts), hostAfter(scene.blocks), proseAfter]) {
    for (const box of boxes) {
      const words = wordsIn(scene, box, head);
      const [start] = words?.spots ?? [];
      if (words && start)
        return { anchor: anchor.spot, head, box, before: { at: box.at, end: start.at }, words };
      if (holdsList(scene.outline, box, head)) break;
    }
  }
  return undefined;
}

/** Beyond such a box lies the rest of the program; what stands in the words themselves is no list. */
export function holdsList({ spots }: Outline, box: Stretch, { end }: Stretch): boolean {
  const inside = spots.slice(box.at, end);
  const below = spots
    .slice(end, box.end)
    .filter(({ element }) =>
      element.closest?.('[role=listbox], [role=grid], nav, [role=navigation], [role=tree]'),
    );
  return [...inside, ...below].some(({ zone }) => zone === 'list' || zone === 'aside');
}

/** Labelled: the run of fields. Else the smallest box that holds the sender and a time. */
function headOf(scene: Scene, { spot, label }: Anchor): Stretch {
  const { outline, labels, hosts } = scene;
  const run = label ? runOf({ outline, labels, hosts }, label) : undefined;
  const marks = marksOf(scene);
  if (run && run.count > 1) return run;
  for (const box of ancestors(spot)) {
    if (!isElement(box)) continue;
    if (hosts.some((host) => isWithin(host, box) && !isWithin(spot, host))) break;
    if (lengthOf(outline, box) > MAX_HEAD) break;
    if (marks.some((mark) => isWithin(mark, box) && mark !== spot)) return { at: box.at, end: box.end };
  }
  return run ?? { at: spot.at, end: spot.end };
}

/** What else belongs into a head. */
const marksOf = ({ dates, labels }: Scene): Spot[] => [
  ...dates.map((date) => date.spot),
  ...labels.filter(({ field }) => field !== 'other').map((label) => label.spot),
];

type Run = Stretch & { count: number };

/** The fields before and after, as long as nothing but controls stands between. */
function runOf({ outline, labels, hosts }: Pick<Scene, 'outline' | 'labels' | 'hosts'>, label: Label): Run {
  const index = labels.indexOf(label);
  let [first, last] = [index, index];
  const gap = (a: Label | undefined, b: Label | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.field !== 'files' &&
    !hosts.some((host) => isWithin(a.spot, host) !== isWithin(b.spot, host)) &&
    proseIn(outline, { at: a.value.end, end: b.spot.at }).length <= 60;
  while (gap(labels[first - 1], labels[first])) first -= 1;
  while (gap(labels[last], labels[last + 1]) && labels[last + 1]?.field !== 'from') last += 1;
  const [from, to] = [labels[first], labels[last]];
  if (!from || !to) return { at: label.spot.at, end: label.value.end, count: 1 };
  return { at: from.spot.at, end: Math.max(to.value.end, to.spot.end), count: last - first + 1 };
}

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
const hostAfter =
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
    return wordsIn(outline, spots);
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
        (isButton(spot) || /attach/i.test(spot.element.className)),
    );
  const isOnlyFrame = inner.element.nodeName === 'IFRAME' && proseIn(outline, host) === '';
  return isAround || isOnlyFrame ? narrowed(outline, within, inner) : host;
}

function wordsIn(outline: Outline, spots: Spot[]): Words | undefined {
  const parts = spots.map((spot) => partOf(outline, spot));
  const foreign = parts.find((part) => part.state === 'foreign');
  if (foreign?.state === 'foreign') return { state: 'blocked', spots, origin: foreign.origin };
  const readable = parts.filter((part) => part.state === 'readable');
  if (readable.length < parts.length || readable.length === 0) return undefined;
  const elements = readable.flatMap(({ body }) => bodyOf(body));
  return { state: 'found', spots, elements, notes: readable.flatMap(({ hidden }) => hidden) };
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
  const programs = [...elementsIn(outline, stretch)].filter(isProgram);
  return programs.flatMap((program) => {
    const line = [program, ...ancestors(program)].find(({ element }) => BLOCK.test(element.nodeName));
    if (line && line.at > stretch.at && wordsOf(outline, line).length <= MAX_BAR) {
      const rest = [...textsIn(outline, line)].filter((text) => !programs.some((one) => isWithin(text, one)));
      if (isFileOrSize(rest.map(({ text }) => text).join(' '))) return [line.element];
    }
    return isLink(program) ? [] : [program.element];
  });
}

const BLOCK = /^(?:DIV|P|LI|TR|TABLE|SECTION|HEADER|UL)$/;

/** No webmail leaves any of these in a mail, and no mail says of its words that they can be pressed. */
function isProgram({ element }: Spot): boolean {
  if (element.matches('button, [role=button], [onclick]')) return true;
  if (isFileLink(element)) return true;
  const isShort = /^(?:SPAN|DIV)$/.test(element.nodeName) && (element.textContent ?? '').length <= 40;
  if (!isShort || element.closest('a[href]') || element.getAttribute('style')?.includes('cursor'))
    return false;
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}

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
function proseAfter({ outline, labels }: Scene, box: Spot, head: Stretch): Words | undefined {
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
  const spoken = blocks.filter(
    (block) => proseIn(outline, block) !== '' && !(files && block.end > files.spot.at),
  );
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
  return isMixed ? undefined : wordsIn(outline, spoken);
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

/** A head that stands in the words of another message: an earlier time, and words, or the element made for them, around it. */
function isQuotation({ outline, dates, hosts }: Scene, { head, anchor }: Message): boolean {
  const earlier = dates.filter(
    ({ spot }) => spot.end <= head.at && !isInSibling(anchor, spot) && sharesPane(outline, anchor, spot),
  );
  const around = hosts.filter((host) => isWithin(anchor, host));
  return earlier.some(({ spot }) => {
    const between = { at: spot.end, end: head.at };
    return around.some((host) => !isWithin(spot, host)) || proseIn(outline, between).length > 0;
  });
}

/** Both in a part of the page that holds no list. */
function sharesPane(outline: Outline, spot: Spot, other: Spot): boolean {
  const box = commonOf(spot, other);
  return box !== undefined && !outline.spots.slice(box.at, spot.at).some(({ zone }) => zone === 'list');
}

/** In another message of the conversation: a box made like one that this message stands in. */
function isInSibling(spot: Spot, other: Spot): boolean {
  for (const box of ancestors(other)) {
    if (!isElement(box) || isWithin(spot, box)) continue;
    const twin = [...ancestors(spot)].find((above) => isElement(above) && above.parent === box.parent);
    if (twin && makeOf(twin.element) === makeOf(box.element)) return true;
  }
  return false;
}

const isSibling = (first: Message, message: Message): boolean => isInSibling(first.anchor, message.anchor);
