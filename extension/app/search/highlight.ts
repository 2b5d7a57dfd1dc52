export type Stretch = { text: string; isHit: boolean };

/** `text` cut where words of `query` stand in it, whatever their case. */
export function highlight(text: string, query: string): Stretch[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  // A letter that grows when lowercased (İ) would shift every place after it.
  if (words.length === 0 || lower.length !== text.length) return [{ text, isHit: false }];
  const isHit = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      isHit.fill(true, at, at + word.length);
    }
  }
  return stretches(text, isHit);
}

function stretches(text: string, isHit: readonly boolean[]): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const last = found.at(-1);
    const hit = isHit[i] ?? false;
    if (last?.isHit === hit) last.text += text.charAt(i);
    else found.push({ text: text.charAt(i), isHit: hit });
  }
  return found;
}

const LEAD = 16;

/** `text` from shortly before its first hit, so that a line cut at its end still shows why it was found. */
export function aroundHit(text: string, query: string): string {
  const [before, hit] = highlight(text, query);
  if (!hit || before?.isHit !== false || before.text.length <= LEAD * 2) return text;
  return `…${[...before.text].slice(-LEAD).join('').trimStart()}${text.slice(before.text.length)}`;
}
