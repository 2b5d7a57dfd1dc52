import { hiddenInLayout } from '../../text/hidden-in-layout.ts';

/**
 * The page's title without the site's name. A heading that the page also gives to other sites, or has in its tab, is
 * the title in the author's own spelling; otherwise the tail is cut off.
 */
export function titleOf(document: Document): string {
  const given = [meta(document, 'og:title'), meta(document, 'twitter:title'), document.title]
    .map(flat)
    .filter(Boolean);
  const headings = [...document.querySelectorAll('h1, h2, [itemprop~="headline"]')]
    .filter((element) => !hiddenInLayout(element))
    .map((element) => flat(element.textContent));
  const agreed = headings.filter((heading) => isTitle(heading, given)).sort((a, b) => b.length - a.length)[0];
  if (agreed) return agreed;
  const site = flat(meta(document, 'og:site_name'));
  return given.map((title) => withoutSite(title, site))[0] ?? headings.find(Boolean) ?? '';
}

const meta = (document: Document, name: string): string | null =>
  document.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)?.getAttribute('content') ??
  null;

const flat = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Letters and digits alone: quotes, dashes and spaces differ between heading and tab. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A short heading within a long title is the name of the site or of a section. */
function isTitle(heading: string, given: readonly string[]): boolean {
  const words = bare(heading);
  return given.some((title) => {
    const whole = bare(title);
    return words !== '' && whole.includes(words) && words.length * 2 >= whole.length;
  });
}

const TAIL =
  /^(.*\S)(?:\s+[-–—|·•»:]{1,2}\s+|\s*[|_]\s*|\s*-{2,}\s*|(?<=\p{Script=Han})[-–—](?=\p{Script=Han}))(\S.*)$/u;

/** Cuts site tails one by one, as long as what is left is the greater part, or the tail is the site's own name. */
function withoutSite(title: string, site: string): string {
  const [, head = '', tail = ''] = TAIL.exec(title) ?? [];
  if (!head) return title;
  const isSite = site !== '' && bare(tail) === bare(site);
  return isSite || bare(head).length >= bare(tail).length ? withoutSite(head, site) : title;
}
