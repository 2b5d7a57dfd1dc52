import { type Label, labelsIn } from './fields.ts';
import {
  ancestors,
  elementsIn,
  isElement,
  namesOf,
  type Outline,
  type Spot,
  type Stretch,
  textsIn,
  tokensOf,
  wordsOf,
} from './outline.ts';
import { looksLikeDate, printedDate } from './printed-date.ts';

/** A time as the page shows it; `value` only where it says one beyond doubt. */
export type DateMark = { spot: Spot; value?: number };

/** Everything on the page that could belong to a message. */
export type Scene = {
  outline: Outline;
  labels: Label[];
  dates: DateMark[];
  /** Elements that by their kind or name hold the words of a message, the outer one before what it holds. */
  hosts: Spot[];
  /** Those whose name only may say so. */
  blocks: Spot[];
  /** Elements whose name says that they hold the sender. */
  senders: Spot[];
};

export function sceneOf(outline: Outline): Scene {
  const whole = { at: 0, end: outline.spots.length };
  markLists(outline);
  markDrafts(outline);
  const elements = [...elementsIn(outline, whole)].filter(({ zone }) => zone === 'page');
  const ranks = new Map(elements.map((spot) => [spot, hostRank(spot)]));
  return {
    outline,
    labels: labelsIn(outline, whole),
    dates: [...datesIn(outline, whole)],
    hosts: elements.filter((spot) => (ranks.get(spot) ?? 0) > 1),
    blocks: elements.filter((spot) => ranks.get(spot) === 1),
    senders: elements.filter((spot) => roleOf(spot) === 'from'),
  };
}

const MAIL_BODY =
  /(?:e?mail|message|msg|letter|reading)[-_]*(?:detail|view|part|read|html|text)?[-_]*(?:body|content|contents|text|html|plain|iframe)|read-?html|read-?body|bodyclass|body-?text|text-?body|html-?body/i;
const BODY = /(?:body|content)(?:[-_ ]?(?:container|iframe|frame|area|part|div))?(?:\s|$)/i;
const NOT_BODY = /head|subject|title|attach|toolbar|editor|compose|wrapper|list|item|bubble|menu|button|app/i;

/** How surely an element holds the words of a message: 3 by its kind, 2 by a name that says so, 1 by one that may. */
export function hostRank({ element, zone }: Spot): 0 | 1 | 2 | 3 {
  if (zone === 'list' || zone === 'aside' || zone === 'edit') return 0;
  const name = element.nodeName;
  if (name === 'IFRAME') return isFrameOfWords(element as HTMLIFrameElement) ? 3 : 0;
  if (element.getAttribute('role') === 'document') return 3;
  const inside = [...(element.shadowRoot?.children ?? [])];
  if (inside.some((child) => /^(?:BODY|HTML)$/.test(child.nodeName))) return 3;
  const names = namesOf(element);
  if (!/^(?:DIV|SECTION|ARTICLE|TD|PRE|SPAN|UL)$/i.test(name)) return 0;
  if (MAIL_BODY.test(names) && !/header|subject|title|attach|toolbar|editor|compose/i.test(names)) return 2;
  return BODY.test(names) && !NOT_BODY.test(names) ? 1 : 0;
}

/** A frame of one pixel counts visits. */
function isFrameOfWords(frame: HTMLIFrameElement): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return (width === 0 && height === 0) || (width > 60 && height > 1);
}

const ROLES = {
  bcc: ['bcc'],
  cc: ['cc'],
  to: ['to', 'recipients', 'receiver', 'receivers', 'tos', 'rcpt'],
  from: ['from', 'sender', 'author', 'fromaddr', 'absender'],
};
export type Role = keyof typeof ROLES;
const NO_ROLE = ['reply', 'replyto', 'avatar', 'filter', 'search'];

/** By the names that programmers gave to the element. */
export function roleOf({ element }: Spot): Role | undefined {
  const tokens = new Set(tokensOf(element));
  const has = (names: readonly string[]): boolean => names.some((name) => tokens.has(name));
  if (has(NO_ROLE)) return undefined;
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => has(ROLES[role]));
  return roles.includes('from') && !tokens.has('to') ? 'from' : roles.length === 1 ? roles[0] : undefined;
}

/** A piece of a head is short; what is longer are words, however many numbers stand in them. */
const MAX_HEAD_TEXT = 400;

export function* datesIn(outline: Outline, stretch: Stretch): Generator<DateMark> {
  for (let i = stretch.at; i < stretch.end; i++) {
    const spot = outline.spots[i];
    if (spot?.zone !== 'page') continue;
    if (spot.text) {
      if (spot.text.length <= MAX_HEAD_TEXT && looksLikeDate(spot.text))
        yield { spot, ...valued(spot, spot.text) };
    } else if (spot.element.nodeName === 'TIME' && isElement(spot)) {
      yield { spot, ...valued(spot, wordsOf(outline, spot)) };
    }
  }
}

/** What stands for machines, or in full behind a short form, says more than what is shown. */
function valued({ element }: Spot, shown: string): { value?: number } {
  for (const near of [element, element.parentElement]) {
    if (!near || (near !== element && (near.textContent ?? '').trim() !== shown.trim())) continue;
    const machine = near.getAttribute('datetime');
    const value = (machine && machineDate(machine)) || printedDate(near.getAttribute('title') ?? '');
    if (value !== undefined) return { value };
  }
  const value = printedDate(shown);
  return value === undefined ? {} : { value };
}

/** Without a zone it is the reader's own, as the HTML standard has it; a day alone is no instant. */
function machineDate(text: string): number | undefined {
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const value = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)
    ? Date.parse(text.replace(' ', 'T'))
    : Number.NaN;
  return Number.isNaN(value) ? printedDate(text) : value;
}

const ROWS = 3;

/** Rows of a list, by what they have in common: same make, short, each with a time or a box to tick, no label in front. */
function markLists(outline: Outline): void {
  const groups = new Map<string, Spot[]>();
  for (const spot of elementsIn(outline, { at: 0, end: outline.spots.length })) {
    const key = `${spot.parent?.at} ${makeOf(spot.element)}`;
    const group = groups.get(key);
    if (group) group.push(spot);
    else groups.set(key, [spot]);
  }
  for (const rows of groups.values()) {
    if (rows.length < ROWS || rows.some((row) => row.element.querySelector('iframe, [role=document]')))
      continue;
    const listed = rows.filter((row) => isRow(outline, row));
    if (listed.length * 3 < rows.length * 2) continue;
    for (const row of rows) mark(outline, row, 'list');
  }
}

/** Rows that are read and unread, or chosen, differ in their later classes. */
export const makeOf = (element: Element): string =>
  `${element.nodeName} ${element.getAttribute('role') ?? ''} ${(element.getAttribute('class') ?? '').trim().split(/\s+/)[0]}`;

function isRow(outline: Outline, row: Spot): boolean {
  const texts = [...textsIn(outline, row)].map(({ text }) => text).filter((text) => text.trim());
  if (texts.length < 2 || texts.join(' ').length > 600) return false;
  const hasBox = row.element.querySelector('input[type=checkbox], [role=checkbox]') !== null;
  return (hasBox || texts.some(looksLikeDate)) && labelsIn(outline, row).length === 0;
}

function mark(outline: Outline, { at, end }: Stretch, zone: Spot['zone']): void {
  for (const spot of outline.spots.slice(at, end)) if (spot.zone === 'page') spot.zone = zone;
}

/** What stands around an editor together with its fields is being written; the message that it answers is not. */
function markDrafts(outline: Outline): void {
  const editors = outline.spots.filter((spot) => spot.zone === 'edit' && spot.parent?.zone !== 'edit');
  for (const editor of editors) {
    for (const box of ancestors(editor)) {
      if (isElement(box) && box.zone === 'page' && isForm(box.element)) mark(outline, box, 'edit');
    }
  }
}

function isForm(element: Element): boolean {
  const isClosed = /^(?:FORM|DIALOG)$/.test(element.nodeName) || element.getAttribute('role') === 'dialog';
  if (!isClosed || element.querySelector('iframe, [role=document]')) return false;
  return element.querySelectorAll('input, textarea, [contenteditable], [role=textbox]').length > 1;
}
