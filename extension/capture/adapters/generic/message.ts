import { type Label, plain } from './fields.ts';
import { mentionsIn } from './mentions.ts';
import {
  ancestors,
  commonOf,
  isElement,
  isWithin,
  type Outline,
  type Spot,
  type Stretch,
  textsIn,
  tokensOf,
  wordsOf,
} from './outline.ts';
import { isToday } from './printed-date.ts';
import { type DateMark, makeOf, type Scene } from './scene.ts';
import { hostAfter, proseAfter, proseIn, type Words } from './words.ts';

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

/** The messages that stand open, in the order of the page; `isDoubtful`: there is one, and which one cannot be told. */
export type Found = { messages: Message[]; isDoubtful: boolean };

export function messagesIn(scene: Scene): Found {
  const messages: Message[] = [];
  const doubts: Spot[] = [];
  const anchors = anchorsOf(scene);
  for (const anchor of anchors) {
    if (messages.some(({ box }) => isWithin(anchor.spot, box))) continue;
    const message = messageAt(scene, anchor);
    if (message && isFolded(message, anchors)) continue;
    if (!message) {
      if (anchor.isStrong) doubts.push(anchor.spot);
    } else if (isQuotation(scene, message)) {
      doubts.push(anchor.spot);
    } else if (messages.every((first) => isInSibling(first.anchor, message.anchor))) {
      // What stands elsewhere and is not made as the first message is, is no part of the conversation.
      messages.push(message);
    }
  }
  const [first] = messages;
  // A head without words above another one: then the other may be part of its words.
  const isOpen = doubts.every(
    (doubt) => first && (doubt.at > first.anchor.at || isInSibling(first.anchor, doubt)),
  );
  return { messages: isOpen ? messages : [], isDoubtful: doubts.length > 0 };
}

/** A message of a conversation that is folded shows its head alone: the words below are those of the next one. */
const isFolded = ({ anchor, head, before }: Message, anchors: readonly Anchor[]): boolean =>
  anchors.some(({ spot }) => spot.at >= head.end && spot.at < before.end && isInSibling(anchor, spot));

type Anchor = { spot: Spot; isStrong: boolean; label?: Label };

/** Where a head could begin, in the order of the page: a labelled sender, one named so in the markup, an address beside a time. */
function anchorsOf(scene: Scene): Anchor[] {
  const { outline, labels, senders, dates } = scene;
  const whole = { at: 0, end: outline.spots.length };
  const labelled = labels
    .filter(({ field, spot }) => field === 'from' && !spot.element.closest('blockquote, pre'))
    .map((label): Anchor => ({ spot: label.spot, isStrong: true, label }));
  const named = senders
    .filter((spot) => mentionsIn(outline, spot).length > 0)
    .map((spot): Anchor => ({ spot, isStrong: true }));
  const beside = mentionsIn(outline, whole)
    .filter(({ spot }) => !recipientLabel(labels, spot) && dates.some((date) => isBeside(scene, spot, date)))
    .map(({ spot }): Anchor => ({ spot, isStrong: false }));
  return [...labelled, ...named, ...beside].sort((a, b) => a.spot.at - b.spot.at).slice(0, MAX_ANCHORS);
}

/** No webmail shows more open messages at once; a mail may well hold a list of thousands of people. */
const MAX_ANCHORS = 100;

export const recipientLabel = (labels: readonly Label[], spot: Stretch): Label | undefined =>
  labels.find(
    ({ field, value, spot: own }) => field !== 'from' && (isWithin(spot, value) || spot.at === own.at),
  );

const MAX_HEAD = 1500;

function isBeside({ outline, hosts }: Scene, spot: Spot, { spot: date }: DateMark): boolean {
  const between = { at: Math.min(spot.at, date.at), end: Math.max(spot.end, date.end) };
  if (between.end - between.at > MAX_BESIDE) return false;
  const isApart =
    hosts.some((host) => host.at > between.at && host.at < between.end) ||
    outline.spots.slice(between.at, between.end).some(({ zone }) => zone !== 'page') ||
    !/\d/.test(date.text || wordsOf(outline, date));
  return !isApart && lengthOf(outline, between) < MAX_BESIDE && commonOf(spot, date)?.zone === 'page';
}

const MAX_BESIDE = 300;

const lengthOf = (outline: Outline, stretch: Stretch): number => {
  let length = 0;
  for (const { text } of textsIn(outline, stretch)) length += text.length;
  return length;
};

function messageAt(scene: Scene, anchor: Anchor): Message | undefined {
  for (const head of headsOf(scene, anchor)) {
    const message = messageBelow(scene, anchor.spot, head);
    if (message) return message;
  }
  return undefined;
}

/** What is made to hold the words wins over whatever else stands below the head. */
function messageBelow(scene: Scene, anchor: Spot, head: Stretch): Message | undefined {
  const boxes = [...ancestors(anchor)].filter((box) => isElement(box) && box.end > head.end);
  for (const wordsIn of [hostAfter(scene.hosts), hostAfter(scene.blocks), proseAfter]) {
    for (const box of boxes) {
      const words = wordsIn(scene, box, head);
      if (words) return { anchor, head, box, before: { at: box.at, end: words.start }, words };
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

/** Labelled: the run of fields. Else the smallest box that holds the sender and more of a head, or a run below the sender. */
function headsOf(scene: Scene, { spot, label, isStrong }: Anchor): Stretch[] {
  const run = label && runOf(scene, scene.labels.indexOf(label), label.value.end);
  if (run && run.count > 1) return [run];
  const box = headBox(scene, spot);
  const next = scene.labels.findIndex((one) => one.spot.at >= spot.end);
  const below =
    !run && next >= 0 && isNear(scene, spot, scene.labels[next]) ? runOf(scene, next, spot.end) : undefined;
  const heads = [box, below && { at: spot.at, end: below.end }].filter((head) => head !== undefined);
  return isStrong ? [...heads, run ?? { at: spot.at, end: spot.end }] : heads;
}

function headBox({ outline, labels, dates, hosts }: Scene, spot: Spot): Stretch | undefined {
  const marks = [
    ...dates.map((date) => date.spot),
    ...labels.filter(({ field }) => field !== 'other').map((label) => label.spot),
  ];
  for (const box of ancestors(spot)) {
    if (!isElement(box)) continue;
    if (hosts.some((host) => isWithin(host, box) && !isWithin(spot, host))) return undefined;
    if (lengthOf(outline, box) > MAX_HEAD) return undefined;
    if (marks.some((mark) => isWithin(mark, box) && mark !== spot)) return { at: box.at, end: box.end };
  }
  return undefined;
}

type Run = Stretch & { count: number };

/** The fields before and after, as long as next to nothing but controls stands between. */
function runOf(scene: Scene, index: number, end: number): Run {
  const { labels } = scene;
  let [first, last] = [index, index];
  const isOne = (a: Label | undefined, b: Label | undefined): boolean =>
    a !== undefined && a.field !== 'files' && isNear(scene, { ...a.spot, end: a.value.end }, b);
  while (isOne(labels[first - 1], labels[first])) first -= 1;
  while (isOne(labels[last], labels[last + 1]) && labels[last + 1]?.field !== 'from') last += 1;
  const [from, to] = [labels[first], labels[last]];
  if (!from || !to) return { at: end, end, count: 0 };
  return { at: from.spot.at, end: Math.max(to.value.end, to.spot.end), count: last - first + 1 };
}

/** A label that follows in the same head, and not in the words below. */
function isNear({ outline, hosts }: Scene, above: Spot, label: Label | undefined): boolean {
  if (
    !label ||
    hosts.some((host) => isWithin({ at: above.at, end: above.at + 1 }, host) !== isWithin(label.spot, host))
  ) {
    return false;
  }
  return proseIn(outline, { at: above.end, end: label.spot.at }).length <= 60;
}

/** A head that stands in the words of another message: a time in the head of that, and words, or the element made for them, around it. */
function isQuotation(scene: Scene, { head, anchor }: Message): boolean {
  const { outline, dates, hosts } = scene;
  const earlier = dates.filter(
    ({ spot }) =>
      spot.end <= head.at &&
      !isInSibling(anchor, spot) &&
      !isToday(wordsOf(outline, spot)) &&
      sharesPane(outline, anchor, spot),
  );
  const around = hosts.filter((host) => isWithin(anchor, host));
  return earlier.some(({ spot }) => {
    const isAround = around.some((host) => !isWithin(spot, host));
    const between = { at: spot.end, end: head.at };
    return isAround || (isNearSubject(scene, spot) && proseIn(outline, between).length > 0);
  });
}

const MAX_TO_SUBJECT = 250;

/** A program shows the day of today as well, and when one was here last; the head of a message has its subject near. */
function isNearSubject({ outline }: Scene, { at, end }: Spot): boolean {
  return outline.spots.some((spot) => {
    const gap = spot.at > at ? { at: end, end: spot.at } : { at: spot.end, end: at };
    if (!isElement(spot) || spot.zone !== 'page' || gap.end - gap.at > MAX_TO_SUBJECT) return false;
    const isHeading = spot.element.matches('h1, h2, h3, h4, h5, h6, [role=heading]');
    const isSubject = isHeading || tokensOf(spot.element).includes('subject') || isRepeated(outline, spot);
    return isSubject && lengthOf(outline, gap) <= MAX_TO_SUBJECT;
  });
}

/** The page's title says the subject, and beside it no more than where this is. */
function isRepeated(outline: Outline, spot: Spot): boolean {
  if (spot.end - spot.at > 20) return false;
  const [text, title] = [plain(wordsOf(outline, spot)), plain(outline.title)];
  return text.length * 2 > title.length && title.includes(text);
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
    if (twin && isMade(box.element) && makeOf(twin.element) === makeOf(box.element)) return true;
  }
  return false;
}

/** Boxes without a name are all alike. */
const isMade = (element: Element): boolean =>
  element.hasAttribute('class') ||
  element.hasAttribute('role') ||
  /^(?:ARTICLE|LI)$|-/.test(element.nodeName);
