import { plain } from './fields.ts';
import { type Anchor, anchorsOf, headsOf, isTitle, lengthOf } from './heads.ts';
import { distinct, mentionsIn } from './mentions.ts';
import {
  ancestors,
  commonOf,
  isElement,
  isWithin,
  type Outline,
  type Spot,
  type Stretch,
  tokensOf,
  wordsOf,
} from './outline.ts';
import { isToday } from './printed-date.ts';
import { makeOf, type Scene } from './scene.ts';
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
  const doubts: Anchor[] = [];
  const strays: Message[] = [];
  let isStrong = false;
  const anchors = anchorsOf(scene);
  for (const anchor of anchors) {
    if (messages.some(({ box }) => isWithin(anchor.spot, box))) continue;
    const message = messageAt(scene, anchor);
    if (message && isFolded(scene, { anchor, message, anchors })) continue;
    if (!message) {
      if (anchor.isStrong || isNearSubject(scene, anchor.spot, 'below')) doubts.push(anchor);
    } else if (!isMail(scene, message) || isQuotation(scene, message)) {
      doubts.push(anchor);
    } else if (messages.every((first) => isInSibling(first.anchor, message.anchor))) {
      messages.push(message);
      isStrong = isStrong || anchor.isStrong;
    } else if (!messages.some(({ box }) => isWithin(box, message.box))) {
      strays.push(message);
    }
  }
  // What stands elsewhere is no part of the conversation; where no word says so, either may be the open message.
  if (!isStrong && strays.length > 0) return { messages: [], isDoubtful: true };
  const [first] = messages;
  // A head without words above another one: then the other may be part of its words.
  const isShown = doubts.some(({ spot, isStrong: isHead }) => !isHead && isNamedIn(scene, messages, spot));
  const isOpen = doubts.every(
    ({ spot, isStrong: isHead }) =>
      first && (spot.at > first.anchor.at || isInSibling(first.anchor, spot) || (!isHead && isShown)),
  );
  return { messages: isOpen ? messages : [], isDoubtful: doubts.length > 0 };
}

/** The people of a conversation may be shown above it. */
function isNamedIn({ outline }: Scene, messages: readonly Message[], spot: Spot): boolean {
  const emails = distinct(mentionsIn(outline, spot));
  return messages.some(({ box, before }) =>
    distinct(mentionsIn(outline, { at: box.at, end: before.end })).some((email) => emails.includes(email)),
  );
}

/** A message that is folded shows its head alone: the words below are those of the next one, or are the next one. */
function isFolded({ outline }: Scene, { anchor, message, anchors }: Opened): boolean {
  const { head, before, words } = message;
  return anchors.some(
    ({ spot }) =>
      spot.at >= head.end &&
      isInSibling(anchor.spot, spot) &&
      (spot.at < before.end || (!anchor.label && words.spots.some((one) => isHeadOf(outline, one, spot)))),
  );
}

type Opened = { anchor: Anchor; message: Message; anchors: readonly Anchor[] };

const isHeadOf = (outline: Outline, box: Spot, spot: Spot): boolean =>
  isWithin(spot, box) && proseIn(outline, { at: box.at, end: spot.at }).length <= 60;

function messageAt(scene: Scene, anchor: Anchor): Message | undefined {
  for (const head of headsOf(scene, anchor)) {
    const message = messageBelow(scene, anchor.spot, head);
    if (message && (anchor.isStrong || !holdsSubject(scene, message.words))) return message;
  }
  return undefined;
}

/** What has the subject of the page in it is a whole message, beside a row of a list. */
const holdsSubject = ({ outline }: Scene, { spots }: Words): boolean =>
  outline.spots.some(
    (spot) =>
      isElement(spot) &&
      isTitle(spot.element) &&
      spots.some((words) => words !== spot && isWithin(spot, words)) &&
      isRepeated(outline, spot),
  );

/** What is made to hold the words wins over whatever else stands below the head. */
function messageBelow(scene: Scene, anchor: Spot, head: Stretch): Message | undefined {
  const boxes = [...ancestors(anchor)].filter((box) => isElement(box) && box.end > head.end);
  for (const wordsIn of [hostAfter(scene.hosts), hostAfter(scene.blocks), proseAfter]) {
    for (const box of boxes) {
      const words = wordsIn(scene, box, head);
      if (words && !isOfHead(words))
        return { anchor, head, box, before: { at: box.at, end: words.start }, words };
      if (holdsList(scene.outline, box, head)) break;
    }
  }
  return undefined;
}

/** A subject in an element of its own is a piece of a head. */
const isOfHead = ({ spots }: Words): boolean =>
  spots.some(({ element }) => tokensOf(element).includes('subject'));

/** Every mail has a time or a receiver; a rule for mails has a sender and a subject alone. */
function isMail({ dates, labels }: Scene, { box, before, head }: Message): boolean {
  const area = { at: box.at, end: Math.max(before.end, head.end) };
  return (
    dates.some(({ spot }) => isWithin(spot, area)) ||
    labels.some(({ field, spot }) => (field === 'to' || field === 'cc') && isWithin(spot, area))
  );
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
    const isSaid = proseIn(outline, between).length > 0 || dates.some((date) => isWithin(date.spot, head));
    return isAround || (isSaid && isNearSubject(scene, spot));
  });
}

const MAX_TO_SUBJECT = 250;

/** A program shows the day of today as well, and when one was here last; the head of a message has its subject near. */
function isNearSubject({ outline }: Scene, { at, end }: Spot, where?: 'below'): boolean {
  return outline.spots.some((spot) => {
    if (where && spot.end > at) return false;
    const gap = spot.at > at ? { at: end, end: spot.at } : { at: spot.end, end: at };
    if (!isElement(spot) || spot.zone !== 'page' || gap.end - gap.at > MAX_TO_SUBJECT) return false;
    const isSubject = isTitle(spot.element) || (!where && isRepeated(outline, spot));
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
