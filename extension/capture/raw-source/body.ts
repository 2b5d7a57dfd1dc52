import { decodeText, isRealClaim } from './charset.ts';
import { unfold } from './flowed.ts';
import type { MimePart } from './mime-tree.ts';

/** The body in pieces that follow each other. Where both forms are there, they say the same. */
export type Piece = { html?: string; plain?: string };
export type Contents = { pieces: Piece[]; attached: MimePart[]; invites: MimePart[] };

/** Parts of a delivery report that are evidence of the machine, no attachments that a person put there. */
const REPORT_EVIDENCE = /^(?:message\/|text\/rfc822-headers)/;

/** Sorts the leaves of a message into its words, what is attached, and calendar parts that render it once more. */
export function contentsOf(part: MimePart): Contents {
  const contents: Contents = { pieces: [], attached: [], invites: [] };
  sort(part, contents);
  return contents;
}

function sort(part: MimePart, into: Contents): void {
  if (!part.type.startsWith('multipart/') || part.parts.length === 0) leaf(part, into);
  else if (part.type === 'multipart/alternative') alternative(part, into);
  else if (part.type === 'multipart/report') {
    for (const [index, child] of part.parts.entries()) {
      if (index === 0 || !REPORT_EVIDENCE.test(child.type)) sort(child, into);
    }
  } else for (const child of part.parts) sort(child, into);
}

function leaf(part: MimePart, into: Contents): void {
  const isBody =
    isText(part) && part.disposition !== 'attachment' && (!part.name || into.pieces.length === 0);
  if (isBody) into.pieces.push(pieceOf(part));
  else if (part.type === 'text/calendar' && !part.name && part.disposition !== 'attachment')
    into.invites.push(part);
  else into.attached.push(part);
}

const isText = (part: MimePart): boolean =>
  part.type === 'text/plain' || part.type === 'text/html' || part.type.startsWith('multipart/');

/** One message in several forms: the words are taken once, everything that only one form carries is kept. */
function alternative(part: MimePart, into: Contents): void {
  const piece: Piece = {};
  for (const child of part.parts) {
    const form = contentsOf(child);
    piece.html ??= joined(form.pieces, 'html');
    piece.plain ??= joined(form.pieces, 'plain');
    into.attached.push(...form.attached.filter((attached) => !isInvite(attached)));
    into.invites.push(...form.invites, ...form.attached.filter(isInvite));
  }
  if (piece.html !== undefined || piece.plain !== undefined) into.pieces.push(piece);
}

const isInvite = (part: MimePart): boolean =>
  part.type === 'text/calendar' && part.disposition !== 'attachment';

function joined(pieces: readonly Piece[], form: keyof Piece): string | undefined {
  const texts = pieces.flatMap((piece) => piece[form] ?? []);
  return texts.length > 0 ? texts.join('\n') : undefined;
}

function pieceOf(part: MimePart): Piece {
  if (part.type === 'text/html') return { html: decodeText(part.bytes, charsetOfHtml(part)) };
  const text = decodeText(part.bytes, part.charset).replace(/\r\n?/g, '\n');
  const isFlowed = part.params.format?.toLowerCase() === 'flowed';
  return { plain: isFlowed ? unfold(text, { delSp: part.params.delsp?.toLowerCase() === 'yes' }) : text };
}

function charsetOfHtml(part: MimePart): string | undefined {
  if (isRealClaim(part.charset)) return part.charset;
  const head = new TextDecoder('latin1').decode(part.bytes.subarray(0, 4096));
  const meta = /<meta[^>]+charset\s*=\s*["']?([\w.:+-]+)/i.exec(head)?.[1];
  return isRealClaim(meta) ? meta : part.charset;
}
