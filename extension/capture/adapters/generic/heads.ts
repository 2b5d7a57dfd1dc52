import type { Label } from './fields.ts';
import { mentionsIn } from './mentions.ts';
import {
  ancestors,
  commonOf,
  isButton,
  isElement,
  isWithin,
  type Outline,
  type Spot,
  type Stretch,
  textsIn,
  tokensOf,
  wordsOf,
} from './outline.ts';
import type { DateMark, Scene } from './scene.ts';
import { proseIn } from './words.ts';

export type Anchor = { spot: Spot; isStrong: boolean; label?: Label };

/** Where a head could begin, in the order of the page: a labelled sender, one named so in the markup, an address beside a time. */
export function anchorsOf(scene: Scene): Anchor[] {
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
  const anchors = [...labelled, ...named, ...beside]
    .sort((a, b) => a.spot.at - b.spot.at)
    .slice(0, MAX_ANCHORS);
  const around = new Set(anchors.filter((anchor) => isOfProgram(scene, anchor, anchors)));
  return [...anchors.filter((anchor) => !around.has(anchor)), ...around];
}

/**
 * An address of the program around the message, such as the account's own, has no time of its own: the nearest is that
 * of a head further down, beyond a piece of the program. It is the last to be believed.
 */
function isOfProgram(scene: Scene, { spot, isStrong }: Anchor, anchors: readonly Anchor[]): boolean {
  const box = isStrong ? undefined : headBox(scene, spot);
  return (
    box !== undefined &&
    anchors.some((other) => {
      const [own] = other.spot.at > spot.end && isWithin(other.spot, box) ? headsOf(scene, other) : [];
      return own && own.at > spot.end && own.end <= box.end && isParted(scene, spot, own);
    })
  );
}

/** A piece of the program stands between; what stands in the words of the message is no head. */
const isParted = ({ outline, hosts }: Scene, spot: Spot, head: Stretch): boolean =>
  !hosts.some((host) => isWithin(head, host) && !isWithin(spot, host)) &&
  (isSplit(outline, spot, head) ||
    between(outline, spot, head).some((one) => isElement(one) && isButton(one)));

/** In another part of the page, or beyond the subject. */
const isSplit = (outline: Outline, above: Stretch, below: Stretch): boolean =>
  between(outline, above, below).some(
    (one) => one.zone !== 'page' || (isElement(one) && isTitle(one.element)),
  );

const between = ({ spots }: Outline, above: Stretch, below: Stretch): Spot[] =>
  spots.slice(above.end, below.at);

/** By its rank or by its name the subject of a message. */
export const isTitle = (element: Element): boolean =>
  element.matches('h1, h2, h3, h4, h5, h6, [role=heading]') || tokensOf(element).includes('subject');

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

export const lengthOf = (outline: Outline, stretch: Stretch): number => {
  let length = 0;
  for (const { text } of textsIn(outline, stretch)) length += text.length;
  return length;
};

/** Labelled: the run of fields. Else the smallest box that holds the sender and more of a head, or a run below the sender. */
export function headsOf(scene: Scene, { spot, label, isStrong }: Anchor): Stretch[] {
  const run = label && runOf(scene, scene.labels.indexOf(label), label.value.end);
  if (run && run.count > 1) return [run];
  const box = headBox(scene, spot);
  const next = scene.labels.findIndex((one) => one.spot.at >= spot.end);
  const below =
    run || !isBelow(scene, { spot, isStrong }, scene.labels[next]) ? undefined : runOf(scene, next, spot.end);
  const heads = [box, below && { at: spot.at, end: below.end }].filter((head) => head !== undefined);
  return isStrong ? [...heads, run ?? { at: spot.at, end: spot.end }] : heads;
}

/** Fields right below a sender without a label; those of one with a label are his. */
function isBelow(scene: Scene, { spot, isStrong }: Anchor, label: Label | undefined): boolean {
  if (!label || !isNear(scene, spot, label) || isSplit(scene.outline, spot, label.spot)) return false;
  const isOfOther = scene.labels.some(
    ({ field, value }, index) => field === 'from' && isWithin(label.spot, runOf(scene, index, value.end)),
  );
  return isStrong || !isOfOther;
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
