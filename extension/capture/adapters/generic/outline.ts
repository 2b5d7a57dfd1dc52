import { hiddenInLayout } from '../../text/hidden-in-layout.ts';

/**
 * Where a piece of the page stands. Only `page` can hold the open message: `list` are rows of a list, `aside` is what
 * surrounds the message (navigation, menus, side columns), `edit` is something being written.
 */
export type Zone = 'page' | 'list' | 'aside' | 'edit';

/** One element or one piece of text as a reader meets it; all that stands within it has the places from `at` to `end`. */
export type Spot = {
  at: number;
  end: number;
  parent: Spot | undefined;
  element: Element;
  zone: Zone;
  /** Of a piece of text what it says, of a line break `\n`, of any other element nothing. */
  text: string;
  /** It stands out of sight, for screen readers. */
  isSpoken: boolean;
};

export type Outline = { spots: Spot[]; title: string };

/** Start and end of a stretch of the outline, the end excluded. */
export type Stretch = { at: number; end: number };

/** Beyond this a page is no webmail that anybody could use. */
const MAX_SPOTS = 60_000;

const SKIPPED = new Set(
  'SCRIPT STYLE TEMPLATE HEAD NOSCRIPT OBJECT EMBED AUDIO VIDEO CANVAS SELECT DATALIST'.split(' '),
);

/** The visible page in reading order, open shadow roots pierced; frames are leaves. */
export function outlineOf(document: Document): Outline | undefined {
  const spots: Spot[] = [];
  const add = (element: Element, parent: Spot | undefined, text = ''): Spot => {
    const zone = parent?.zone ?? 'page';
    const spot = {
      at: spots.length,
      end: 0,
      parent,
      element,
      zone,
      text,
      isSpoken: parent?.isSpoken ?? false,
    };
    spots.push(spot);
    spot.end = spots.length;
    return spot;
  };
  const visit = (node: Node, parent: Spot | undefined): void => {
    if (spots.length > MAX_SPOTS) return;
    if (node.nodeType === Node.TEXT_NODE) visitText(node, parent);
    else if (node.nodeType === Node.ELEMENT_NODE) visitElement(node as Element, parent);
  };
  const visitElement = (element: Element, parent: Spot | undefined): void => {
    const name = element.nodeName.toUpperCase();
    const sight = SKIPPED.has(name) ? 'gone' : sightOf(element);
    if (sight === 'gone') return;
    const spot = add(element, parent, name === 'BR' ? '\n' : '');
    if (sight === 'spoken') spot.isSpoken = true;
    if (spot.zone === 'page') spot.zone = zoneOf(element, name);
    // Fonts of icons draw words: "person" is a face.
    const isDrawn = name === 'SVG' || element.getAttribute('role') === 'img';
    if (!isDrawn) for (const child of childrenOf(element, name)) visit(child, spot);
    spot.end = spots.length;
  };
  const visitText = (node: Node, parent: Spot | undefined): void => {
    const text = node.textContent ?? '';
    if (parent && text.trim() !== '') add(parent.element, parent, text.replace(/[\s\u00a0]+/g, ' '));
  };
  if (document.body) visit(document.body, undefined);
  return spots.length > MAX_SPOTS ? undefined : { spots, title: document.title };
}

/** What a reader sees below an element, slots filled. */
function childrenOf(element: Element, name: string): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (name === 'IFRAME' || name === 'FRAME') return [];
  const assigned = name === 'SLOT' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  return assigned.length > 0 ? assigned : element.childNodes;
}

/** More than this is no name for a field, but a pane that waits beside the screen. */
const MAX_SPOKEN = 60;

function sightOf(element: Element): 'seen' | 'spoken' | 'gone' {
  if (element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert')) return 'gone';
  if (!hiddenInLayout(element)) return isFolded(element) ? 'gone' : 'seen';
  const isDrawn = element.checkVisibility?.({ visibilityProperty: true }) === true;
  return isDrawn && (element.textContent ?? '').trim().length <= MAX_SPOKEN ? 'spoken' : 'gone';
}

/** Panes are put away by giving them no height and hiding what flows over. */
function isFolded(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (element.childElementCount === 0 || (width > 0 && height > 0) || (width === 0 && height === 0))
    return false;
  return element.ownerDocument.defaultView?.getComputedStyle(element).overflow === 'hidden';
}

/** Receivers are a list box too, but a short one. */
const MAX_PEOPLE = 300;

const ZONES: [Zone, string][] = [
  ['edit', 'textbox combobox searchbox'],
  ['list', 'listbox grid treegrid row columnheader'],
  [
    'aside',
    'navigation menu menubar tablist tree search contentinfo complementary banner status alert tooltip',
  ],
];
const TAGS: Record<string, Zone> = {
  NAV: 'aside',
  ASIDE: 'aside',
  TEXTAREA: 'edit',
  INPUT: 'edit',
};

function zoneOf(element: Element, name: string): Zone {
  const role = element.getAttribute('role');
  const isOfPeople = role === 'listbox' && (element.textContent ?? '').length < MAX_PEOPLE;
  const byRole =
    role && !isOfPeople ? ZONES.find(([, roles]) => roles.split(' ').includes(role))?.[0] : undefined;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return 'edit';
  return byRole ?? TAGS[name] ?? 'page';
}

/** Pieces of text of a stretch, in order. */
export function* textsIn({ spots }: Outline, { at, end }: Stretch): Generator<Spot> {
  for (let i = at; i < end; i++) {
    const spot = spots[i];
    if (spot?.text) yield spot;
  }
}

export function* elementsIn({ spots }: Outline, { at, end }: Stretch): Generator<Spot> {
  for (let i = at; i < end; i++) {
    const spot = spots[i];
    if (spot && isElement(spot)) yield spot;
  }
}

/** A piece of text has its parent's element. */
export const isElement = (spot: Spot): boolean => spot.element !== spot.parent?.element;

export const isWithin = (spot: Stretch, stretch: Stretch): boolean =>
  spot.at >= stretch.at && spot.end <= stretch.end;

export const wordsOf = (outline: Outline, stretch: Stretch): string =>
  [...textsIn(outline, stretch)]
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

export function* ancestors(spot: Spot): Generator<Spot> {
  for (let above = spot.parent; above; above = above.parent) yield above;
}

/** The smallest element that holds both. */
export function commonOf(spot: Spot, other: Stretch): Spot | undefined {
  for (const above of [spot, ...ancestors(spot)]) {
    if (isElement(above) && isWithin(other, above)) return above;
  }
  return undefined;
}

/** Names that programmers gave: `mailHeader-from__address` → mail, header, from, address. */
export function tokensOf(element: Element): string[] {
  return namesOf(element)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}

export const namesOf = (element: Element): string =>
  ['class', 'id', 'data-testid', 'data-test-id', 'data-test', 'itemprop', 'name']
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ');

const CONTROL = 'button, [role=button], [role=link], [role=menuitem], [role=toolbar], summary, label, input';

/** Something to press, or a word inside of it. */
export function isControl(spot: Spot): boolean {
  const element = spot.element.closest?.(`${CONTROL}, a[href]`);
  return element !== null && element !== undefined;
}

export const isButton = (spot: Spot): boolean => spot.element.matches(`${CONTROL}, textarea, select`);
