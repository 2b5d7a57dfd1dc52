import { plain } from './fields.ts';
import type { Message } from './message.ts';
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
  tokensOf,
  wordsOf,
} from './outline.ts';
import type { Scene } from './scene.ts';

/** Shown by the site where a message has no subject. */
const NOTHING = new Set(
  'nosubject (nosubject) <nosubject> [nosubject] (keinbetreff) keinbetreff (sansobjet) (aucunobjet) (sinasunto) (semassunto) (nessunoggetto) (безтемы) 无主题 (无主题) （无主题） 無主旨 (無主旨) (無主題) (件名なし) 件名なし (제목없음) 제목없음'.split(
    ' ',
  ),
);

/** Labelled, or named in the markup, or the heading above: best the one that the page's title repeats. */
export function subjectOf(scene: Scene, message: Message): string | undefined {
  const { outline } = scene;
  const labelled = labelledSubject(scene, message);
  if (labelled !== undefined) return real(labelled);
  const areas = [message.before, ...paneBefore(outline, message)];
  for (const area of areas) {
    const heads = [...elementsIn(outline, area)].filter(
      (spot) => spot.zone === 'page' && spot.end <= area.end,
    );
    const named = heads.filter(({ element }) => isNamed(element));
    const headings = heads.filter(({ element }) => element.matches('h1, h2, h3, h4, h5, h6, [role=heading]'));
    const texts = [...named, ...headings]
      .map((spot) => headingText(outline, spot))
      .filter((text) => text !== '');
    const titled = texts.filter((text) => isTitled(outline, text)).sort((a, b) => b.length - a.length)[0];
    const said =
      titled ?? one(named.map((spot) => headingText(outline, spot))) ?? headingText(outline, headings.at(-1));
    if (said) return real(said);
  }
  return repeatedInTitle(scene, message);
}

/** Without a name or a rank: the longest words before the message that the page's title repeats. */
function repeatedInTitle({ outline, labels }: Scene, { before }: Message): string | undefined {
  const texts = [...elementsIn(outline, before)]
    .filter(
      (spot) =>
        spot.zone === 'page' && !isControl(spot) && !labels.some(({ value }) => isWithin(spot, value)),
    )
    .map((spot) => wordsOf(outline, spot))
    .filter((text) => text.length > 2 && isEndOf(plain(outline.title), plain(text)));
  const longest = texts.sort((a, b) => b.length - a.length)[0];
  return longest ? real(longest) : undefined;
}

const isEndOf = (title: string, text: string): boolean => title.startsWith(text) || title.endsWith(text);

const one = (texts: string[]): string | undefined =>
  new Set(texts.filter(Boolean)).size === 1 ? texts.find(Boolean) : undefined;

export const isNoSubject = (text: string): boolean => NOTHING.has(plain(text));

const real = (text: string): string | undefined => (isNoSubject(text) || text === '' ? undefined : text);

function isNamed(element: Element): boolean {
  const tokens = tokensOf(element);
  const isOfAll = tokens.includes('sender') || tokens.includes('from');
  return tokens.includes('subject') && !isOfAll && !element.matches('input, button, a[role=button]');
}

function labelledSubject({ outline, labels }: Scene, message: Message): string | undefined {
  const own = labels.filter(({ field, spot }) => field === 'subject' && isWithin(spot, message.before));
  const said = own.map(({ written, spoken, value }) => spoken ?? (written || headingWords(outline, value)));
  return said.length > 0 ? (one(said.map((text) => text.replace(/\s+/g, ' ').trim())) ?? '') : undefined;
}

/** What stands above the message in the same pane, the nearest first. */
function paneBefore(outline: Outline, { box }: Message): Stretch[] {
  const areas: Stretch[] = [];
  for (const above of ancestors(box)) {
    if (!isElement(above)) continue;
    const area = { at: above.at, end: box.at };
    if (outline.spots.slice(area.at, area.end).some(({ zone }) => zone === 'list' || zone === 'aside')) break;
    areas.push(area);
  }
  return areas;
}

function headingText(outline: Outline, spot: Spot | undefined): string {
  if (!spot) return '';
  const whole = wordsOf(outline, spot);
  const full = spot.element.getAttribute('title')?.trim() ?? '';
  if (isCutShort(whole, full)) return full;
  return isTitled(outline, whole) ? whole : headingWords(outline, spot);
}

const isCutShort = (shown: string, full: string): boolean =>
  full.length > shown.length &&
  /(?:…|\.\.\.)$/.test(shown) &&
  full.startsWith(shown.replace(/(?:…|\.\.\.)$/, '').trim());

/** Without buttons, badges and what is only read out. */
function headingWords(outline: Outline, stretch: Stretch): string {
  const spots = outline.spots.slice(stretch.at, stretch.end);
  const extra = spots.filter(
    (spot) =>
      isElement(spot) &&
      spot.at > stretch.at &&
      (isButton(spot) ||
        /badge|tag|chip|count|label|voice|sr-only|folder/i.test(spot.element.className?.toString() ?? '')),
  );
  return [...textsIn(outline, stretch)]
    .filter((text) => !text.isSpoken && text.zone === 'page' && !extra.some((other) => isWithin(text, other)))
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const isTitled = ({ title }: Outline, text: string): boolean =>
  text.length > 1 && plain(title).includes(plain(text));
