import { hiddenInLayout } from '../../text/hidden-in-layout.ts';

/**
 * The page's title without the site's name. A heading that the page also gives to other sites, or has in its tab, is
 * the title in the author's own spelling; otherwise the tail is cut off.
 */
export function titleOf(document: Document, { hostname }: Pick<URL, 'hostname'>): string {
  const given = [meta(document, 'og:title'), meta(document, 'twitter:title'), document.title]
    .map(flat)
    .filter(Boolean);
  const site = flat(meta(document, 'og:site_name'));
  const headings = [...document.querySelectorAll('h1, h2, [itemprop~="headline"]')]
    .filter((element) => !hiddenInLayout(element))
    .map((element) => ({ text: flat(element.textContent), isMain: element.nodeName === 'H1' }));
  const [agreed] = headings
    .filter(({ text, isMain }) => agrees(text, given, isMain && !isSiteName(text, `${site} ${hostname}`)))
    .sort((a, b) => b.text.length - a.text.length);
  if (agreed) return agreed.text;
  return given.map((title) => withoutSite(title, site))[0] ?? headings.find(({ text }) => text)?.text ?? '';
}

const meta = (document: Document, name: string): string | null =>
  document.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)?.getAttribute('content') ??
  null;

const flat = (text: string | null | undefined): string =>
  (text ?? '').slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, 500);

/** Letters and digits alone: quotes, dashes and spaces differ between heading and tab. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A short heading somewhere within a long title is the name of the site or of a section; a main one leads it. */
function agrees(heading: string, given: readonly string[], mayLead: boolean): boolean {
  const words = bare(heading);
  return given.some((title) => {
    const whole = bare(title);
    const isMost = whole.includes(words) && words.length * 2 >= whole.length;
    return words !== '' && (isMost || (mayLead && whole.startsWith(words)));
  });
}

const isSiteName = (heading: string, site: string): boolean => bare(site).includes(bare(heading));

const TAIL =
  /^(.*\S)(?:\s+[-–—|·•»:]{1,2}\s+|\s*[|_]\s*|\s*-{2,}\s*|(?<=\p{Script=Han})[-–—](?=\p{Script=Han}))(\S.*)$/u;

/** Cuts site tails one by one, as long as what is left is the greater part, or the tail is the site's own name. */
function withoutSite(title: string, site: string): string {
  const [, head = '', tail = ''] = TAIL.exec(title) ?? [];
  if (!head) return title;
  const isSite = site !== '' && bare(tail) === bare(site);
  return isSite || bare(head).length >= bare(tail).length ? withoutSite(head, site) : title;
}
