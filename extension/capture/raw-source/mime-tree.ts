import PostalMime from 'postal-mime';
import { decodeWords } from './encoded-words.ts';
import { withUtf8Headers } from './header-bytes.ts';

/** One part of a message: its kind, its bytes with the transfer encoding undone, the parts within. */
export type MimePart = {
  type: string;
  charset?: string;
  params: Record<string, string>;
  disposition: string;
  /** Decoded; absent where the part carries none that can be read. */
  name?: string;
  contentId?: string;
  bytes: Uint8Array;
  parts: MimePart[];
};

export type Header = { key: string; value: string };
export type MimeTree = { root: MimePart; headers: Header[] };

type Structured = { value: string; params: Record<string, string> };
type Node = {
  headers: Header[];
  contentType: { parsed: Structured };
  contentDisposition: { parsed: Structured };
  contentId?: string;
  contentDescription?: string;
  content: ArrayBuffer | null;
  childNodes: Node[];
};

/** Takes a message apart. Attached messages stay one part: their headers and words are not this message's. */
export async function mimeTree(source: Uint8Array): Promise<MimeTree> {
  const parser = new PostalMime({ forceRfc822Attachments: true });
  await parser.parse(withUtf8Headers(source));
  const root = rootOf(parser);
  return { root: partOf(root), headers: root.headers };
}

/**
 * postal-mime keeps its tree, but its types hide it, and its result has lost what is needed here: the bytes of a text
 * part whose charset is absent or wrong, and which parts were alternatives. The version is pinned and a test reads a
 * tree through this cast.
 */
const rootOf = (parser: PostalMime): Node => (parser as unknown as { root: Node }).root;

function partOf(node: Node): MimePart {
  const { value: type, params } = node.contentType.parsed;
  const { value: disposition, params: more } = node.contentDisposition.parsed;
  const names = [more.filename, params.name, node.contentDescription].map(fileName);
  const name = names.find((candidate) => candidate && !candidate.includes('\ufffd')) ?? names.find(Boolean);
  return {
    type,
    params,
    disposition,
    ...(params.charset && { charset: params.charset }),
    ...(name && { name }),
    ...(node.contentId && { contentId: node.contentId }),
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    parts: node.childNodes.map(partOf),
  };
}

/** Line breaks and the like have no place in a file's name. */
const fileName = (value: string | undefined): string | undefined =>
  value &&
  decodeWords(value)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
