import type { Address, CapturedMail } from '../../../shared/capture.ts';
import { addresses } from './addresses.ts';
import { attachments } from './attachments.ts';
import { automatic } from './automatic.ts';
import { contentsOf, type Piece } from './body.ts';
import { decodeWords } from './encoded-words.ts';
import { mailDate } from './mail-date.ts';
import { type Header, mimeTree } from './mime-tree.ts';

/** A message as its RFC 822 source gives it; the words are still to be parted from quoted history. */
export type SourceMail = Omit<
  CapturedMail,
  'kind' | 'adapter' | 'readFrom' | 'sourceError' | 'pageKey' | 'text' | 'quoted'
> & { pieces: Piece[] };

export async function readSource(source: Uint8Array): Promise<SourceMail> {
  const tree = await mimeTree(source);
  const contents = contentsOf(tree.root);
  const { headers } = tree;
  const from = senderOf(headers);
  const subject = decodeWords(first(headers, 'subject')).trim();
  return {
    ...(subject && { subject }),
    ...(from && { from }),
    to: people(headers, 'to'),
    cc: people(headers, 'cc'),
    bcc: people(headers, 'bcc'),
    replyTo: people(headers, 'reply-to'),
    date: mailDate(first(headers, 'date')),
    messageId: ids(first(headers, 'message-id'))[0],
    inReplyTo: ids(first(headers, 'in-reply-to'))[0],
    references: ids(first(headers, 'references')),
    attachments: attachments(contents.attached),
    automatic: automatic(tree, contents),
    pieces: contents.pieces,
  };
}

/** A repeated header is a forgery or an accident; the first one stands, as in every mail program. */
const first = (headers: readonly Header[], key: string): string =>
  headers.find((header) => header.key === key)?.value ?? '';

const people = (headers: readonly Header[], key: string): Address[] =>
  headers.filter((header) => header.key === key).flatMap((header) => addresses(header.value));

/** Several authors are allowed by the RFC, and then the Sender is one of them by law; the first author is taken. */
const senderOf = (headers: readonly Header[]): Address | undefined => addresses(first(headers, 'from'))[0];

/** Ids in angle brackets; one that a careless program wrote bare is kept as it stands. */
function ids(value: string): string[] {
  const bracketed = [...value.matchAll(/<([^<>]+)>/g)].map(([, id = '']) => `<${id.replace(/\s+/g, '')}>`);
  const bare = value.trim();
  return bracketed.length > 0 || !bare ? bracketed : [bare.split(/\s+/)[0] ?? bare];
}
