/** Paragraphs of `format=flowed` text put together again (RFC 3676), the depth of quotes kept. */
export function unfold(text: string, { delSp }: { delSp: boolean }): string {
  const lines: { depth: number; text: string; isOpen: boolean }[] = [];
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(depth).replace(/^ /, '');
    const isSignature = content === '-- ';
    const flows = content.endsWith(' ') && !isSignature;
    const kept = flows && delSp ? content.slice(0, -1) : content;
    const last = lines.at(-1);
    if (last?.isOpen && last.depth === depth && !isSignature) {
      last.text += kept;
      last.isOpen = flows;
    } else {
      lines.push({ depth, text: kept, isOpen: flows });
    }
  }
  return lines.map(({ depth, text }) => (depth ? `${'>'.repeat(depth)} ${text}` : text)).join('\n');
}
