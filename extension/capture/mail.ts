import type { CaptureArgs, CapturedMail } from '../../shared/capture.ts';
import type { DomMail, MailCandidate } from './adapter.ts';
import { isAnswerSubject } from './quoted-text/answers.ts';
import { quoteMarks } from './quoted-text/html-quotes.ts';
import type { Piece } from './raw-source/body.ts';
import { codeOf, fetchSource, SourceUnavailable } from './raw-source/fetch-source.ts';
import { readSource, type SourceMail } from './raw-source/read-source.ts';
import { markSignatures } from './signature/html-marks.ts';
import { hiddenByMarkup, type IsHidden } from './text/hidden.ts';
import { hiddenInLayout } from './text/hidden-in-layout.ts';
import { type Line, linesOf, plainLines, textOf } from './text/lines.ts';
import { wordsOf } from './words.ts';

type Content = Omit<CapturedMail, 'kind' | 'adapter' | 'pageKey'>;
/** Whoever reads the mail: a number without a country is taken to be from there where nothing else tells. */
type Reader = Pick<CaptureArgs, 'region'>;

/** The open message: from its source where there is one and it is the message that the page shows, else from the DOM. */
export async function readMail(candidate: MailCandidate, reader: Reader): Promise<Content> {
  const { dom: readDom, rawSource, isSourceFound = false } = candidate;
  const dom = readDom?.();
  if (!rawSource) return dom ? fromDom(dom, reader) : unavailable('no_source');
  try {
    const source = await readSource(await fetchSource(rawSource));
    if (dom && isOtherMessage(source, dom)) throw new SourceUnavailable('other_message');
    if (dom && isSourceFound && !isProven(source, dom)) throw new SourceUnavailable('not_proven');
    return fromSource(source, reader);
  } catch (error) {
    // What the page says of itself, that it shows only a part, counts for more.
    return dom ? { sourceError: codeOf(error), ...fromDom(dom, reader) } : unavailable(codeOf(error));
  }
}

function unavailable(code: string): never {
  throw new SourceUnavailable(code);
}

export function fromSource({ pieces, ...mail }: SourceMail, { region }: Reader): Content {
  const answers = Boolean(mail.inReplyTo) || mail.references.length > 0 || isAnswerSubject(mail.subject);
  const lines = pieces.flatMap((piece, index) => [
    ...(index > 0 ? plainLines('') : []),
    ...linesOfPiece(piece),
  ]);
  return { readFrom: 'source', ...mail, ...wordsOf(lines, { answers, author: { ...mail.from, region } }) };
}

/** The HTML form keeps paragraphs and the marks of history; where it says next to nothing, the plain form is the real one. */
function linesOfPiece({ html, plain }: Piece): Line[] {
  const fromPlain = plainLines(plain ?? '');
  if (html === undefined) return fromPlain;
  const body = new DOMParser().parseFromString(html, 'text/html');
  const fromHtml = markedLines(body.documentElement, hiddenByMarkup(body.documentElement));
  return lengthOf(fromHtml) * 10 < lengthOf(fromPlain) ? fromPlain : fromHtml;
}

const lengthOf = (lines: readonly Line[]): number => textOf(lines).replace(/\s+/g, '').length;

function fromDom({ body, notes, isClipped, head: _, ...mail }: DomMail, { region }: Reader): Content {
  const isHidden: IsHidden = (element) => notes?.includes(element) || hiddenInLayout(element);
  const lines = body.flatMap((element) => markedLines(element, isHidden));
  const answers = isAnswerSubject(mail.subject);
  const words = wordsOf(lines, { answers, author: { ...mail.from, region } });
  return {
    readFrom: 'dom',
    ...(isClipped && { sourceError: 'clipped' }),
    ...mail,
    bcc: [],
    replyTo: [],
    references: [],
    ...words,
  };
}

const markedLines = (root: Element, isHidden: IsHidden): Line[] =>
  linesOf(root, { isHidden, marks: markSignatures(root, quoteMarks(root)) });

/** The page and the source must agree on the sender; where one of them names none, on the subject. */
function isOtherMessage(source: SourceMail, dom: DomMail): boolean {
  const [told, shown] = [source.from?.email, dom.from?.email].map(comparableAddress);
  if (told && shown) return told !== shown;
  const [subject, heading] = [source.subject, dom.subject].map(comparableText);
  return Boolean(subject && heading) && subject !== heading;
}

/**
 * A link that was merely found may lead to an attached or an older message of the same sender. Subject and time must not
 * differ where the page shows them, and two things of the three have to be shown.
 */
function isProven(source: SourceMail, dom: DomMail): boolean {
  const isSame = [
    same(comparableAddress(source.from?.email), comparableAddress(dom.from?.email)) ?? isNamed(source, dom),
    same(comparableText(source.subject), comparableText(dom.subject)),
    same(minuteOf(source.date), minuteOf(dom.date)),
  ];
  return !isSame.includes(false) && isSame.filter(Boolean).length > 1;
}

const isNamed = ({ from }: SourceMail, { head }: DomMail): boolean | undefined =>
  from?.name && head ? comparableText(head).includes(comparableText(from.name)) : undefined;

/** Undefined where one of the two is not known. */
const same = <T>(told: T | undefined, shown: T | undefined): boolean | undefined =>
  told && shown ? told === shown : undefined;

const minuteOf = (date: number | undefined): number | undefined =>
  date === undefined ? undefined : Math.floor(date / 60_000);

/** Webmails show international domains decoded, the source has them encoded. */
function comparableAddress(email: string | undefined): string | undefined {
  const [local, domain] = email?.toLowerCase().split(/@(?=[^@]*$)/) ?? [];
  if (!local || !domain) return undefined;
  try {
    return `${local}@${new URL(`http://${domain}`).hostname}`;
  } catch {
    return `${local}@${domain}`;
  }
}

const comparableText = (text: string | undefined): string =>
  (text ?? '').replace(/[\s\p{C}]+/gu, '').toLowerCase();
