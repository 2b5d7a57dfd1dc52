import type { Address } from '../../../../shared/capture.ts';
import { isFieldName, type Label } from './fields.ts';
import { recipientLabel } from './heads.ts';
import { asAddress, distinct, type Mention, mentionsIn, sameAddress, writtenIn } from './mentions.ts';
import type { Message } from './message.ts';
import {
  ancestors,
  isElement,
  isWithin,
  namesOf,
  type Outline,
  type Spot,
  type Stretch,
  textsIn,
  wordsOf,
} from './outline.ts';
import { looksLikeDate } from './printed-date.ts';
import { roleOf, type Scene } from './scene.ts';
import { proseIn } from './words.ts';

/** `from` only where exactly one address can be the sender; else all that could be. */
export type Sender = { from: Address; candidates?: undefined } | { from?: undefined; candidates: Address[] };

export function senderOf(scene: Scene, message: Message, subject?: string): Sender {
  const { outline, labels } = scene;
  const area = headArea(message);
  const mentions = mentionsIn(outline, area);
  const own = labels.filter(({ field, spot }) => field === 'from' && isWithin(spot, area));
  const told = own.length > 0 ? labelled(outline, own, message.anchor) : named(scene, message);
  const sure = told.map(certain);
  const [first] = sure;
  const isAgreed =
    first !== undefined && sure.every((one) => one && sameAddress(one.email) === sameAddress(first.email));
  if (isAgreed && isTrusted(scene, message, first))
    return { from: asAddress(first.email, nameOf(outline, first, area)) };
  const alone = told.length === 0 ? unlabelled(scene, message, mentions) : undefined;
  const isNamed = alone && nameOf(outline, alone, area) !== subject;
  if (alone && isNamed) return { from: asAddress(alone.email, nameOf(outline, alone, area)) };
  const possible =
    told.flat().length > 0 ? told.flat() : mentions.filter(({ spot }) => !recipientLabel(labels, spot));
  return { candidates: listed(possible) };
}

/** A head that began without a label and has one further down has to say the same in both places. */
function labelled(outline: Outline, own: readonly Label[], anchor: Spot): Mention[][] {
  const told = own.map((label) => mentionsOf(outline, label));
  return own.some(({ spot }) => spot === anchor) ? told : [...told, mentionsIn(outline, anchor)];
}

const headArea = ({ before, box }: Message): Stretch => ({ at: box.at, end: before.end });

const listed = (mentions: readonly Mention[]): Address[] =>
  distinct(mentions).flatMap((email) => {
    const mention = mentions.find((one) => sameAddress(one.email) === email);
    return mention ? [asAddress(mention.email)] : [];
  });

export const mentionsOf = (outline: Outline, { spot, value, written, spoken }: Label): Mention[] => [
  ...(written ? writtenIn(written, spot) : []),
  ...(spoken ? writtenIn(spoken, spot) : []),
  ...mentionsIn(outline, value),
];

/** Addresses in elements whose name says that they hold the sender. */
function named({ outline, senders, labels }: Scene, message: Message): Mention[][] {
  const area = headArea(message);
  return senders
    .filter((spot) => isWithin(spot, area) && !recipientLabel(labels, spot))
    .map((spot) => mentionsIn(outline, spot).filter(({ spot: at }) => roleAbove(at, area) === 'from'))
    .filter((mentions) => mentions.length > 0);
}

/** The nearest name that tells a role. */
export function roleAbove(spot: Spot, area: Stretch): ReturnType<typeof roleOf> {
  for (const above of [spot, ...ancestors(spot)]) {
    if (!isElement(above)) continue;
    if (above.at < area.at) return undefined;
    const role = roleOf(above);
    if (role) return role;
  }
  return undefined;
}

/**
 * The one address among those of a field. What the site wrote for machines wins; then what stands in angle brackets
 * behind a name, because the name itself may look like an address. Two of the better kind make it uncertain, and so does
 * another one that follows: the brackets may be the name's.
 */
function certain(mentions: readonly Mention[]): Mention | undefined {
  const of = (kind: Mention['kind']): Mention[] => mentions.filter((mention) => mention.kind === kind);
  const [made, framed, bare] = [of('made'), of('framed'), of('bare')];
  const [best] = [made, framed, bare].filter((kind) => kind.length > 0);
  const [first] = best ?? [];
  if (!best || !first || distinct(best).length > 1) return undefined;
  const isSame = ({ email }: Mention): boolean => sameAddress(email) === sameAddress(first.email);
  const others = best === made ? framed : mentions.slice(mentions.lastIndexOf(first) + 1);
  if (!others.every(isSame)) return undefined;
  const written = framed[0] ?? bare.find(isSame) ?? first;
  return { ...first, ...(!first.name && written.name && { name: written.name }) };
}

/**
 * A bare address may be a display name. Where the other people of the same head are shown by their names alone, it may
 * well be one, unless a name stands beside it.
 */
function isTrusted({ outline, labels }: Scene, message: Message, { kind, email, spot }: Mention): boolean {
  if (kind !== 'bare') return true;
  const area = headArea(message);
  const others = labels.filter(
    ({ field, spot: at }) => (field === 'to' || field === 'cc') && isWithin(at, area),
  );
  const isNameOnly = others.some((label) => mentionsOf(outline, label).length === 0);
  const own = labels.find(({ field, value }) => field === 'from' && isWithin(spot, value));
  const beside = own
    ? `${own.written} ${wordsOf(outline, own.value)}`
    : wordsOf(outline, spot.parent?.parent ?? spot);
  return !isNameOnly || /\p{L}{2}/u.test(beside.replaceAll(email, ''));
}

/** Without a word that says so, a sender is the only address of the head, with a name before it. */
function unlabelled(
  { outline, labels }: Scene,
  message: Message,
  mentions: readonly Mention[],
): Mention | undefined {
  const area = headArea(message);
  const left = mentions.filter(
    ({ spot }) => !recipientLabel(labels, spot) && !['to', 'cc', 'bcc'].includes(roleAbove(spot, area) ?? ''),
  );
  const one = certain(left);
  if (!one || distinct(left.filter(({ kind }) => kind !== 'bare' || one.kind === 'bare')).length !== 1)
    return undefined;
  const name = nameOf(outline, one, area);
  const isSender = one.spot.at <= message.head.end && isFirst(outline, message, { ...one, name: name ?? '' });
  return name && isSender && !isOwn(outline, message, one) ? one : undefined;
}

/** Whoever stands before may be the sender, and this the receiver. Initials for a picture are nobody. */
function isFirst(
  outline: Outline,
  { head }: Message,
  { spot, email, name }: Mention & { name: string },
): boolean {
  const before = outline.spots.slice(head.at, spot.at).filter(({ text, zone, element, isSpoken }) => {
    const isWords =
      /\p{L}{3}|[\p{Script=Han}\p{Script=Hangul}]{2}/u.test(text) && zone === 'page' && !isSpoken;
    return (
      isWords &&
      !looksLikeDate(text) &&
      !element.closest('h1, h2, h3, h4, h5, h6, [role=heading], button, a[href]:not([href^=mailto])')
    );
  });
  return before.every(({ text }) => {
    const said = text.trim();
    return name.includes(said) || said.includes(email) || said.includes(name);
  });
}

/** The account itself, as the program around the message names it: then the head may name the receiver only. */
function isOwn({ spots, title }: Outline, { box }: Message, { email }: Mention): boolean {
  const own = sameAddress(email);
  const names = ({ text, element }: Spot): string => `${text} ${element.getAttribute('title') ?? ''}`;
  const isAccount = (spot: Spot): boolean =>
    (spot.zone === 'aside' || ACCOUNT.test(namesOf(spot.element))) &&
    (spot.at < box.at || spot.at >= box.end);
  const isNamed = (spot: Spot): boolean =>
    names(spot).includes('@') &&
    isAccount(spot) &&
    writtenIn(names(spot), spot).some((one) => sameAddress(one.email) === own);
  return title.toLowerCase().includes(email.toLowerCase()) || spots.some(isNamed);
}

const ACCOUNT = /account|user|profile|login|identity|uid/i;

/**
 * What is shown of the person: the words of the element that carries the address, or those nearest before it. What only
 * a tooltip says may say more than the name.
 */
function nameOf(outline: Outline, mention: Mention, area: Stretch): string | undefined {
  const { name, spot, email, kind } = mention;
  const own = isElement(spot) ? wordsOf(outline, spot) : '';
  const [shown] = writtenIn(own, spot);
  if (own && kind !== 'made') return shown ? (cleanName(shown.name ?? '') ?? undefined) : personName(own);
  if (name) return cleanName(name);
  if (own) return personName(own.replace(email, ''));
  for (const text of outline.spots.slice(Math.max(area.at, spot.at - 12), spot.at).toReversed()) {
    if (!text.text) continue;
    if (text.zone !== 'page' || text.text === '\n' || isOtherButton(text, spot)) return undefined;
    if (cleanName(text.text)) return personName(text.text);
  }
  return undefined;
}

function personName(text: string): string | undefined {
  const said = cleanName(text);
  return !said || looksLikeDate(said) || /[:：]$/.test(text.trim()) || said.includes('@') ? undefined : said;
}

/** A person may be a button as a whole. */
function isOtherButton({ element }: Spot, person: Spot): boolean {
  const button = element.closest('button, [role=button]');
  return button !== null && !button.contains(person.element);
}

function cleanName(text: string): string | undefined {
  if (/<[a-z!/]/i.test(text) || isFieldName(text)) return undefined;
  const bare = text
    .replaceAll('\\"', '"')
    .replace(/^[\s"'“<>(（＜,;·]+|[\s"'”<>＞,;·:：(（]+$/g, '')
    .replace(/\s+/g, ' ');
  const name = /[(（]/.test(bare) ? bare : bare.replace(/[)）\s]+$/, '');
  return /\p{L}/u.test(name) && name.length > 1 && name.length <= 100 && !/[<>\\]/.test(name)
    ? name
    : undefined;
}

/** Only where all of them are there: a list that goes on elsewhere would be half a truth. */
export function recipientsOf({ outline, labels }: Scene, message: Message, field: 'to' | 'cc'): Address[] {
  const area = headArea(message);
  const own = labels.filter((label) => label.field === field && isWithin(label.spot, area));
  const lists = own.map((label) => complete(outline, mentionsOf(outline, label), label));
  const full = lists.filter((list) => list.length > 0);
  if (own.length > 0) return full.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const byRole = mentionsIn(outline, area).filter(({ spot }) => roleAbove(spot, area) === field);
  return people(outline, byRole, area);
}

function complete(outline: Outline, mentions: Mention[], { value, written, spoken }: Label): Address[] {
  const said = `${written} ${spoken ?? ''} ${proseIn(outline, value)}`;
  const all = `${said} ${[...textsIn(outline, value)].map(({ text }) => text).join(' ')}`;
  if (
    /…|\.\.\.|\+\s?\d|\d\s?(?:more|others|weitere|autres|más|mais|altri|ещё|更多|外\s?\d*|名)|等\s?\d+\s?人|还有\s?\d+/i.test(
      all,
    )
  )
    return [];
  return people(outline, mentions, value);
}

/** The better kind of mention stands for each person; a bare one beside it is what was shown. */
function people(outline: Outline, mentions: readonly Mention[], area: Stretch): Address[] {
  const made = mentions.filter(({ kind }) => kind === 'made');
  const framed = mentions.filter(({ kind }) => kind === 'framed');
  const best = [made, framed, [...mentions]].find((kind) => kind.length > 0) ?? [];
  const isMixed = best !== mentions && distinct(mentions).length > distinct(best).length;
  const all = isMixed && best === framed ? mentions : best;
  return distinct(all).flatMap((email) => {
    const same = mentions.filter((one) => sameAddress(one.email) === email);
    const [one] = same;
    const name = same.map((mention) => nameOf(outline, mention, area)).find((said) => said !== undefined);
    return one ? [asAddress(one.email, name)] : [];
  });
}
