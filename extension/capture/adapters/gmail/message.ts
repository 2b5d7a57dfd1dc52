import type { Address } from '../../../../shared/capture.ts';
import type { DomMail } from '../../adapter.ts';
import { isShown } from '../../text/shown.ts';
import { printedDate } from '../generic/printed-date.ts';

import { NAMES } from './names.ts';

/** The words of an open message; a folded one has none. */
export const bodyOf = (message: Element): Element | undefined =>
  [...message.querySelectorAll(NAMES.body)].find(isShown);

/** A mail can hold any markup, heads of Gmail's own kind included: its body is left out wherever something is looked up. */
const outsideBody = (root: ParentNode, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].filter((element) => !element.closest(NAMES.anyBody));

export function domMail(message: Element): DomMail {
  const body = bodyOf(message);
  const [from, subject, date] = [senderOf(message), subjectOf(message), dateOf(message)];
  const rest = body && restLink(body);
  const note = rest?.parentElement;
  return {
    ...(subject && { subject }),
    ...(from && { from }),
    ...(date !== undefined && { date }),
    to: recipientsOf(message),
    cc: [],
    attachments: outsideBody(message, NAMES.attachment).flatMap(attachment),
    body: body ? [body] : [],
    ...(rest && { isClipped: true }),
    ...(note && note !== body && { notes: [note] }),
  };
}

export function senderOf(message: Element): Address | undefined {
  const shown = NAMES.sender.flatMap((selector) => outsideBody(message, selector).filter(isShown));
  return shown.flatMap((element) => person(element))[0];
}

export function dateOf(message: Element): number | undefined {
  const [date] = outsideBody(message, NAMES.date);
  return printedDate(date?.getAttribute('title') ?? '');
}

/**
 * One flat list names all recipients; only words in the user's language between them tell where those begin that got a
 * copy. So the first group counts, and only where its heading is not one of those that end in a colon.
 */
function recipientsOf(message: Element): Address[] {
  const [list] = outsideBody(message, NAMES.recipients);
  const account = accountIn(message.ownerDocument);
  const first: Address[] = [];
  for (const node of list?.childNodes ?? []) {
    const people = 'getAttribute' in node ? personIn(node as Element, account) : undefined;
    if (!people && isHeading(node.textContent ?? '', first.length > 0)) break;
    first.push(...(people ?? []));
  }
  return first;
}

const isHeading = (words: string, isLater: boolean): boolean =>
  isLater ? /[\p{L}\p{N}]/u.test(words) : /[:：]/.test(words);

function personIn(node: Element, account: string | undefined): Address[] {
  const element = node.matches(NAMES.recipient) ? node : node.querySelector(NAMES.recipient);
  return element ? person(element, account) : [];
}

/** Gmail calls the user "me", in the language of the page. */
function person(element: Element, account?: string): Address[] {
  const email = element.getAttribute('email')?.trim() ?? '';
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return [];
  const name = (element.getAttribute('name') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const isName = name !== email && name !== 'me' && email.toLowerCase() !== account;
  return [{ ...(name && isName && { name }), email }];
}

/** The title of the page ends in ` - address - Gmail`, or with the name of the user's firm. */
const accountIn = ({ title }: Document): string | undefined =>
  / - (\S+@\S+) - [^@]*$/.exec(title)?.[1]?.toLowerCase();

/** The heading nearest above. Gmail prints words in parentheses where there is no subject. */
function subjectOf(message: Element): string | undefined {
  const headings = outsideBody(message.ownerDocument, NAMES.subject).filter(
    (heading) =>
      isShown(heading) && message.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  const text = headings.at(-1)?.textContent?.replace(/\s+/g, ' ').trim();
  return text && !/^[(（][^()（）]+[)）]$/.test(text) ? text : undefined;
}

function attachment(element: Element): DomMail['attachments'] {
  const [, type, encoded] = /^([^:]*):([^:]*):/.exec(element.getAttribute('download_url') ?? '') ?? [];
  const name = decoded(encoded ?? '') || element.querySelector(NAMES.attachmentName)?.textContent?.trim();
  return name ? [{ name, ...(type && { type }) }] : [];
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A mail may link to such an address, too; then the note says too much, and nothing is lost. */
const restLink = (body: Element): Element | undefined =>
  [...body.querySelectorAll(NAMES.rest)].find(({ textContent }) => textContent?.trim());
