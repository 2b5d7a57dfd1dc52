import type { Address, ThreadMessage } from '../../../shared/capture.ts';
import type { Candidate, DomMail, MailCandidate, NoneReason, Page, PageAdapter } from '../adapter.ts';
import { withoutPrefixes } from '../quoted-text/answers.ts';
import { type Evidence, evidenceOf } from './generic/evidence.ts';
import { plain } from './generic/fields.ts';
import { filesOf } from './generic/files.ts';
import { isWordsOnly } from './generic/frames.ts';
import { holdsList, type Message, messagesIn } from './generic/message.ts';
import {
  ancestors,
  isElement,
  isWithin,
  type Outline,
  outlineOf,
  type Spot,
  wordsOf,
} from './generic/outline.ts';
import { recipientsOf, type Sender, senderOf } from './generic/people.ts';
import { type Scene, sceneOf } from './generic/scene.ts';
import { sourceLink } from './generic/source-link.ts';
import { isNoSubject, subjectOf } from './generic/subject.ts';
import { proseIn } from './generic/words.ts';

/**
 * Any webmail that no other adapter knows, read by what all of them have in common: a head of labelled fields or of a
 * sender beside a time, the words below, and what only a webmail has around it. What is not certain is not said.
 */
export const generic: PageAdapter = {
  id: 'generic',
  matches: (url) => /^https?:$/.test(url.protocol),
  find(page) {
    const view = viewOf(page);
    if (!view) return undefined;
    const open = newest(view.open);
    return open ? candidateOf(view, open) : withoutMessage(view);
  },
  message(page, key) {
    const view = viewOf(page);
    const open = view?.open.find((one) => keyOf(page, one) === key);
    return view && open && candidateOf(view, open);
  },
};

/** One message with what its head says. */
type Open = { message: Message; sender: Sender; date?: number; subject?: string };
type View = { page: Page; scene: Scene; evidence: Evidence; open: Open[]; isDoubtful: boolean };

function viewOf(page: Page): View | undefined {
  const { document, url } = page;
  if (!page.isTop && isWordsOnly(document)) return undefined;
  const outline = outlineOf(document);
  if (!outline) return undefined;
  const evidence = evidenceOf([outline, ...outlineAround(document)], url);
  if (evidence.all < 3) return undefined;
  const scene = sceneOf(outline);
  const { messages, isDoubtful } = messagesIn(scene);
  const open = messages.map((message) => openOf(scene, message));
  const isOne = isConversation(open);
  return { page, scene, evidence, open: isOne ? open : [], isDoubtful: isDoubtful || !isOne };
}

/** Messages on several subjects are what a search has found, each with its beginning. */
const isConversation = (open: readonly Open[]): boolean =>
  new Set(
    open.flatMap(({ subject, message }) => {
      const title = titleOf(message.words) ?? subject;
      return title ? [plain(withoutPrefixes(title))] : [];
    }),
  ).size < 2;

/** A heading right below the head, before any other words. */
function titleOf(words: Message['words']): string | undefined {
  const [first] = words.state === 'found' ? words.elements : [];
  return first?.matches('h1, h2, h3, h4, h5, h6') ? (first.textContent ?? '') : undefined;
}

/** The program around a frame has its folders and its buttons there. */
function outlineAround({ defaultView }: Document): Outline[] {
  if (!defaultView || defaultView === defaultView.parent) return [];
  try {
    const outline = outlineOf(defaultView.parent.document);
    return outline ? [outline] : [];
  } catch {
    return [];
  }
}

function openOf(scene: Scene, message: Message): Open {
  const subject = subjectOf(scene, message);
  const date = dateOf(scene, message, subject);
  return {
    message,
    sender: withoutSubject(senderOf(scene, message, subject), subject),
    ...(date !== undefined && { date }),
    ...(subject && { subject }),
  };
}

/** Words that stand before the sender's address are no name where they are the subject. */
function withoutSubject(sender: Sender, subject: string | undefined): Sender {
  const { from } = sender;
  return from?.name && (from.name === subject || isNoSubject(from.name))
    ? { from: { email: from.email } }
    : sender;
}

/** Only where all times of the head that can be read say the same; a subject may name another. */
function dateOf(
  { dates, labels, outline }: Scene,
  { before, head, box }: Message,
  subject = '',
): number | undefined {
  const area = { at: box.at, end: Math.max(before.end, head.end) };
  const labelled = labels.filter(({ field, spot }) => field === 'date' && isWithin(spot, area));
  const inHead = dates.filter(
    ({ spot }) => isWithin(spot, area) && !subject.includes(wordsOf(outline, spot)),
  );
  const told = inHead.filter(({ spot }) =>
    labelled.some(({ value, spot: own }) => isWithin(spot, value) || spot === own),
  );
  const values = (told.length > 0 ? told : inHead).flatMap(({ value }) =>
    value === undefined ? [] : [value],
  );
  const minutes = new Set(values.map((value) => Math.floor(value / 60_000)));
  return minutes.size === 1 ? Math.min(...values) : undefined;
}

/** Of a conversation the newest, where all its messages say when; else the last, which is the newest nearly everywhere. */
function newest(open: readonly Open[]): Open | undefined {
  const dated = open.filter(({ date }) => date !== undefined);
  if (dated.length < open.length) return open.at(-1);
  return [...open].sort((a, b) => (a.date ?? 0) - (b.date ?? 0)).at(-1);
}

function candidateOf(view: View, open: Open): Candidate {
  const { page, scene } = view;
  const { message, sender, subject } = open;
  if (message.words.state === 'blocked')
    return { kind: 'none', reason: 'frame_blocked', origin: message.words.origin };
  const pane = paneOf(view, message);
  const rawSource = sourceLink(message, { pane: pane.element, url: page.url });
  const candidate: MailCandidate = {
    kind: 'mail',
    pageKey: keyOf(page, open),
    dom: () => domMail(scene, open, pane),
    ...(rawSource && (sender.from || subject) && { rawSource, isSourceFound: true }),
    ...(view.open.length > 1 && { thread: () => threadOf(view, open) }),
  };
  return sender.from
    ? { ...candidate, dispute: doubtOf(view, [sender.from]) }
    : { ...candidate, doubt: doubtOf(view, sender.candidates) };
}

function domMail(scene: Scene, { message, sender, date, subject }: Open, pane: Spot): DomMail {
  const words = message.words.state === 'found' ? message.words : { elements: [], notes: [] };
  return {
    ...(subject && { subject }),
    ...(sender.from ? { from: sender.from } : { head: wordsOf(scene.outline, message.before) }),
    to: recipientsOf(scene, message, 'to'),
    cc: recipientsOf(scene, message, 'cc'),
    ...(date !== undefined && { date }),
    attachments: filesOf(scene, message, pane),
    body: words.elements,
    notes: words.notes,
  };
}

/** The largest box around the message that holds no list, no navigation and no other message. */
function paneOf({ scene, open }: View, message: Message): Spot {
  let pane = message.box;
  for (const above of ancestors(message.box)) {
    if (!isElement(above)) continue;
    const isShared =
      open.some((other) => other.message !== message && isWithin(other.message.box, above)) ||
      holdsList(scene.outline, above, message.before);
    if (isShared) break;
    pane = above;
  }
  return pane;
}

/** What the page calls the message; where it keeps its address for all of them, what their heads say. */
function keyOf({ url }: Page, { message, sender, date, subject }: Open): string {
  const id = ['data-message-id', 'data-id', 'data-uid', 'id']
    .map((name) => message.box.element.getAttribute(name))
    .find((value) => value);
  const said = [
    id,
    sender.from?.email,
    subject,
    date === undefined ? undefined : new Date(date).toISOString(),
  ];
  return [url.href, ...said.filter((one) => one)].join(' ');
}

function threadOf({ page, open }: View, shown: Open): ThreadMessage[] {
  const ordered = open.every(({ date }) => date !== undefined)
    ? open.toSorted((a, b) => (a.date ?? 0) - (b.date ?? 0))
    : open;
  return ordered.map((one) => ({
    pageKey: keyOf(page, one),
    ...(one.sender.from && { from: one.sender.from }),
    ...(one.date !== undefined && { date: one.date }),
    isExpanded: true,
    isOpen: one === shown,
  }));
}

type Doubt = NonNullable<MailCandidate['doubt']>;

function doubtOf({ page }: Pick<View, 'page'>, candidates: readonly Address[]): Doubt {
  const selection = page.document.getSelection()?.toString().trim();
  return {
    reason: 'cannot_tell',
    title: page.document.title,
    ...(selection && { selection }),
    ...(candidates.length > 0 && { candidates: [...candidates] }),
  };
}

/** A webmail for certain, and no message that could be told: a list, something being written, or what is not known. */
function withoutMessage(view: View): Candidate | undefined {
  const { page, scene, evidence, isDoubtful } = view;
  // Host and path of a webmail, and an element made for the words of a message, are as good as its buttons.
  const isByAddress = evidence.all - evidence.ui > 2 && scene.hosts.length > 0;
  if (evidence.ui < 2 && !isByAddress) return undefined;
  const { spots } = scene.outline;
  const shows = (zone: Spot['zone']): boolean =>
    spots.some(
      (spot) =>
        spot.zone === zone && (zone !== 'edit' || spot.element.matches('textarea, [contenteditable]')),
    );
  const hasWords =
    scene.dates.some(({ spot }) => spot.zone === 'page') ||
    scene.hosts.some((host) => proseIn(scene.outline, host).length > 0 || host.element.nodeName === 'IFRAME');
  const reason: NoneReason =
    isDoubtful || !(shows('edit') || shows('list')) || (hasWords && !shows('edit'))
      ? 'cannot_tell'
      : shows('edit')
        ? 'composing'
        : 'list';
  if (reason !== 'cannot_tell') return { kind: 'none', reason };
  return { kind: 'none', ...doubtOf({ page }, []) };
}
