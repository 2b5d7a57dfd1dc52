import type { Fold, Signature } from '../../../shared/capture.ts';
import type { Line } from '../text/lines.ts';
import { findBlock } from './block.ts';
import { clean } from './clean.ts';
import { isFromDevice } from './closings.ts';
import { disclaimers, type Stretch } from './disclaimers.ts';
import type { Author, Found } from './fields.ts';

export type LineFold = Stretch & Pick<Fold, 'kind'>;
/** What of the own words is folded, as stretches of lines, and what the signature says of its author. */
export type Folded = { folds: LineFold[]; signature?: Signature };

export function foldedLines(own: readonly Line[], author: Author): Folded {
  const notices = disclaimers(own);
  const [top, bottom] = [notices.find(({ start }) => start === 0), notices.find(({ start }) => start > 0)];
  const end = endOfText(own, bottom?.start ?? own.length);
  const device = deviceLine(own, end);
  const block = isSpoof(author) ? undefined : findBlock(own, endOfText(own, device?.start ?? end), author);
  const signature = block && signatureOf(block.found);
  return {
    folds: [
      ...(top ? [asFold('disclaimer', top)] : []),
      ...signed(block, device),
      ...(bottom ? [asFold('disclaimer', bottom)] : []),
    ],
    ...(signature && { signature }),
  };
}

const asFold = (kind: Fold['kind'], { start, end }: Stretch): LineFold => ({ kind, start, end });

/** The line of the phone joins the signature above it. */
function signed(block: Stretch | undefined, device: Stretch | undefined): LineFold[] {
  if (block && device) return [asFold('signature', { start: block.start, end: device.end })];
  const one = block ?? device;
  return one ? [asFold('signature', one)] : [];
}

/** A signature in somebody else's name says nothing of the sender; one that says nothing is none. */
function signatureOf({ signature, isSender }: Found): Signature | undefined {
  const { name, title, company, phones } = signature;
  return isSender !== false && (name || title || company || phones.length > 0) ? signature : undefined;
}

/** A display name that is another address pretends to be somebody: what such a mail signs with proves nothing. */
function isSpoof({ name = '', email = '' }: Author): boolean {
  const claimed = /[^\s<>"'(]+@[^\s<>"')]+/.exec(name)?.[0];
  return claimed !== undefined && claimed.toLowerCase() !== email.toLowerCase();
}

function deviceLine(own: readonly Line[], end: number): Stretch | undefined {
  if (end === 0 || !isFromDevice(clean(own[end - 1]?.text ?? ''))) return undefined;
  let start = end - 1;
  while (start > 0 && /^[\s_—-]*$/.test(own[start - 1]?.text ?? '')) start -= 1;
  return { start: own[start]?.text === '' ? start + 1 : start, end };
}

function endOfText(own: readonly Line[], from: number): number {
  let end = from;
  while (end > 0 && own[end - 1]?.text.trim() === '') end -= 1;
  return end;
}
