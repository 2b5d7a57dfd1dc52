import { Readability } from '@mozilla/readability';
import { hiddenInLayout } from '../../text/hidden-in-layout.ts';
import { linesOf, textOf } from '../../text/lines.ts';

/** Below this the page has no article, and what there is to read is the page itself. */
const ENOUGH = 140;

/** Readability weighs every element several times; a page with more of them is read as it stands. */
const MAX_ELEMENTS = 20_000;

/** The page's own text without what surrounds it. The page itself is not touched: Readability works on a copy. */
export function readable(document: Document): { text: string; byline?: string } {
  const article = articleOf(document);
  const text = article?.content ? textOf(linesOf(article.content, { isHidden: () => false })) : '';
  if (text.length >= ENOUGH) return { text, byline: article?.byline ?? undefined };
  const whole = document.querySelector('main, [role="main"]') ?? document.body;
  const all = whole ? textOf(linesOf(whole, { isHidden: hiddenInLayout })) : '';
  return { text: all.length > text.length ? all : text };
}

function articleOf(document: Document) {
  if (document.getElementsByTagName('*').length > MAX_ELEMENTS) return null;
  return new Readability<Element>(visibleCopy(document), { serializer: (node) => node as Element }).parse();
}

/** Boxes about the author stand within the article on many blogs, and Readability keeps them; the byline has the name. */
const AUTHOR_BOX =
  /\b(?:about-(?:the-)?author|author-?(?:box|bio|info|card|desc|description|profile)|entry-author|post-author)\b/i;
const MAX_BOX = 1500;

const isAuthorBox = (element: Element): boolean =>
  AUTHOR_BOX.test(`${element.id} ${element.getAttribute('class') ?? ''}`) &&
  (element.textContent?.length ?? 0) < MAX_BOX;

/** Only the drawn page knows what is seen, so what is not is taken out of the copy before it is read. */
function visibleCopy(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  const originals = document.body?.querySelectorAll('*') ?? [];
  const twins = [...(copy.body?.querySelectorAll('*') ?? [])];
  for (const [index, original] of [...originals].entries()) {
    if (hiddenInLayout(original) || isAuthorBox(original)) twins[index]?.remove();
  }
  return copy;
}
