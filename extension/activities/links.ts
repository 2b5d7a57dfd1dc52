const SAFE_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

/** `url` when following it cannot run anything; undefined for every scheme but web, mail and phone. */
export function safeHref(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  return SAFE_SCHEMES.includes(new URL(url).protocol) ? url : undefined;
}

export type TextPart = { text: string; href?: string };

// Chinese runs on without spaces, so an address ends at the first character that cannot stand in one unescaped.
const LINK = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|(?:mailto|tel):[\w.+\-@%?=&]+/gi;
const TRAILING = /[.,;:!?'"]+$/;

/** Plain text cut into stretches, the web, mail and phone addresses among them marked. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const url = trimmed(match[0]);
    const href = safeHref(url);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: url, href });
    end = match.index + url.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Without the punctuation of the sentence around it, a closing bracket only when it was opened inside. */
function trimmed(url: string): string {
  const bare = url.replace(TRAILING, '');
  return bare.endsWith(')') && !bare.includes('(') ? trimmed(bare.slice(0, -1)) : bare;
}
