import type { DomMail } from '../../adapter.ts';
import { fileName } from './file-names.ts';
import type { Message } from './message.ts';
import {
  elementsIn,
  isElement,
  isWithin,
  type Outline,
  type Spot,
  type Stretch,
  textsIn,
  tokensOf,
} from './outline.ts';
import type { Scene } from './scene.ts';

const CUT = /…|\.\.\./;

/** Files that the page plainly lists beside the words: links to fetch them, or boxes named for them. All of them, or none. */
export function filesOf({ outline, labels }: Scene, message: Message, pane: Stretch): DomMail['attachments'] {
  const isOutside = (spot: Stretch): boolean => !message.words.spots.some((host) => isWithin(spot, host));
  const rows = labels
    .filter(({ field, spot, value }) => field === 'files' && isWithin(spot, pane) && isOutside(value))
    .map(({ value }) => value);
  const boxes = [...elementsIn(outline, pane)].filter(
    (spot) => isOutside(spot) && (isLink(spot) || isBox(spot) || rows.some((row) => isWithin(spot, row))),
  );
  const names = [...new Set(boxes.flatMap((box) => namesIn(outline, box)))];
  // Links say what they do with a file: "Download plan.pdf".
  const files = names.filter((name) => !names.some((other) => other !== name && name.endsWith(` ${other}`)));
  return files.some((name) => CUT.test(name)) ? [] : files.map((name) => ({ name }));
}

const isLink = ({ element }: Spot): boolean =>
  element.nodeName === 'A' &&
  (element.hasAttribute('download') ||
    /attach|download|part=|getfile|\/att/i.test(element.getAttribute('href') ?? ''));

const isBox = ({ element }: Spot): boolean =>
  tokensOf(element).some((token) =>
    /^(?:attach(?:ment|ments|es|ed)?|att|readattachitem|attachmentitem|file(?:name)?)$/.test(token),
  );

/** The innermost elements that say a whole name; its stem and its ending may stand in elements of their own. */
function namesIn(outline: Outline, spot: Spot): string[] {
  const inner = outline.spots
    .slice(spot.at + 1, spot.end)
    .filter((child) => isElement(child) && child.parent === spot)
    .flatMap((child) => namesIn(outline, child));
  const full =
    fileName(spot.element.getAttribute('title')) ?? fileName(spot.element.getAttribute('download'));
  if (inner.length > 0) return inner.length === 1 && CUT.test(inner[0] ?? '') && full ? [full] : inner;
  const shown = fileName([...textsIn(outline, spot)].map(({ text }) => text).join(''));
  const name = shown && !CUT.test(shown) ? shown : (full ?? shown);
  return name ? [name] : [];
}
