import type { Address, CapturedMail, CapturedPage, FrameResult } from '../../shared/capture.ts';

/** One frame to read. A bare Document is enough, so saved pages and tests are read by the very same code. */
export type Page = { document: Document; url: URL; isTop: boolean };

/** What the DOM says of the open message: the fallback of the raw source, and the check that it is the same message. */
export type DomMail = {
  subject?: string;
  from?: Address;
  to: Address[];
  cc: Address[];
  attachments: CapturedMail['attachments'];
  /** Elements that hold the words of this message, attached messages left out. */
  body: Element[];
};

export type NoneReason = Extract<FrameResult, { status: 'none' }>['reason'];

/**
 * What an adapter found. Reading is put off until it is wanted: a probe asks for `pageKey` alone.
 * `rawSource`: where the site serves the message's RFC 822 source to the signed-in user, on its own origin.
 */
export type Candidate =
  | { kind: 'mail'; pageKey: string; dom: () => DomMail; rawSource?: URL }
  | { kind: 'page'; pageKey: string; read: () => Omit<CapturedPage, 'kind' | 'adapter' | 'pageKey'> }
  | { kind: 'none'; reason: NoneReason; origin?: string };

/**
 * One site, or one family of sites. `matches` looks at the address only and is cheap; `find` looks at the structure of
 * the page and answers undefined where the page is not this site after all. See docs/adapters.md.
 */
export type PageAdapter = {
  id: string;
  matches: (url: URL) => boolean;
  find: (page: Page) => Candidate | undefined;
};
