/** Who wrote the page, as it says itself; an address or a whole sentence is no name. */
export function bylineOf(document: Document, found: string | undefined): string | undefined {
  const meta = document.querySelector('meta[name="author" i], meta[property="article:author" i]');
  return [meta?.getAttribute('content'), found]
    .map((name) => name?.replace(/\s+/g, ' ').trim())
    .find((name) => name && name.length <= 120 && !/^https?:|[{}<>]/i.test(name));
}
