import type {
  Address,
  CapturedMail,
  CapturedPage,
  Draft,
  FrameResult,
  ListedMessage,
  ThreadMessage,
} from '../../shared/capture.ts';

/** One frame to read. A bare Document is enough, so saved pages and tests are read by the very same code. */
export type Page = { document: Document; url: URL; isTop: boolean };

/** What the DOM says of the open message: the fallback of the raw source, and the check that it is the same message. */
export type DomMail = {
  /** All that stands above the words, where the sender's name may be all that the page shows of the sender. */
  head?: string;
  subject?: string;
  from?: Address;
  to: Address[];
  cc: Address[];
  /** As the page shows it, to the minute; only where it can be read in one way. */
  date?: number;
  attachments: CapturedMail['attachments'];
  /** Elements that hold the words of this message, attached messages left out. */
  body: Element[];
  /** Elements within `body` that the site put there and that are no words of the message. */
  notes?: Element[];
  /** The page shows only the beginning of a long message. */
  isClipped?: boolean;
};

type None = Extract<FrameResult, { status: 'none' }>;
export type NoneReason = None['reason'];

/**
 * What an adapter found. Reading is put off until it is wanted: a probe asks for `pageKey` alone.
 * `rawSource`: where the site serves the message's RFC 822 source to the signed-in user, on its own origin. A message
 * that is not on the screen has nothing else.
 */
export type Candidate =
  | MailCandidate
  | { kind: 'page'; pageKey: string; read: () => Omit<CapturedPage, 'kind' | 'adapter' | 'pageKey'> }
  | NoCandidate;

/**
 * `doubt`: what to answer unless the source is read, because the page alone does not say for certain who wrote.
 * `dispute`: what to answer where the source names another sender than the page. `isSourceFound`: the address was found
 * on the page and not made by an adapter that knows the site, so the source has to prove in full that it is this message's.
 */
export type MailCandidate = {
  kind: 'mail';
  pageKey: string;
  thread?: () => ThreadMessage[];
  doubt?: Omit<NoCandidate, 'kind' | 'draft'>;
  dispute?: Omit<NoCandidate, 'kind' | 'draft'>;
  isSourceFound?: boolean;
} & ({ dom: () => DomMail; rawSource?: URL } | { dom?: undefined; rawSource: URL });

export type NoCandidate = { kind: 'none'; draft?: () => Draft } & Omit<
  None,
  'status' | 'adapter' | 'failed' | 'draft'
>;

/**
 * One site, or one family of sites. `matches` looks at the address only and is cheap; all others look at the structure of
 * the page and answer undefined where the page is not this site after all. See docs/adapters.md.
 */
export type PageAdapter = {
  id: string;
  matches: (url: URL) => boolean;
  find: (page: Page) => Candidate | undefined;
  /** The messages ticked in the list that this page holds. */
  selected?: (page: Page) => ListedMessage[] | undefined;
  /** The message that `key` names, where this page can name it: a ticked one, or another of the conversation. */
  message?: (page: Page, key: string) => Candidate | undefined;
};
