import * as z from 'zod';

/** Bounds of what a page may hand over; a page is never trusted. */
export const MAX_CAPTURE_TEXT = 2_000_000;
const line = (max: number) => z.string().max(max);

export const Address = z.object({ name: line(1000).optional(), email: line(320).optional() });
export type Address = z.infer<typeof Address>;

/** A stretch of a mail's `text` that is shown folded and stays behind unless it is asked for; UTF-16 places, end excluded. */
export const Fold = z.object({
  kind: z.enum(['signature', 'disclaimer']),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type Fold = z.infer<typeof Fold>;

/** A field that was read, with the words that it was read from. */
const Read = z.object({ value: line(500), proof: line(500) });
export type Read = z.infer<typeof Read>;

/** What a signature says of its author. Unknown is absent. */
export const Signature = z.object({
  name: Read.optional(),
  title: Read.optional(),
  company: Read.optional(),
  /** `value` in E.164; `printed` as it stands in the mail. */
  phones: z.array(Read.extend({ printed: line(100), kind: z.enum(['phone', 'mobile', 'fax']) })).max(10),
});
export type Signature = z.infer<typeof Signature>;

/** One message of the conversation on the page; `isOpen`: the one that was read. */
export const ThreadMessage = z.object({
  pageKey: line(2000),
  from: Address.optional(),
  date: z.number().optional(),
  isExpanded: z.boolean(),
  isOpen: z.boolean(),
  snippet: line(500).optional(),
});
export type ThreadMessage = z.infer<typeof ThreadMessage>;

/** One mail as read: a field that is not known is absent, never guessed. */
export const CapturedMail = z.object({
  kind: z.literal('mail'),
  adapter: line(40),
  /** `source` = from the RFC 822 source, `dom` = from the page. */
  readFrom: z.enum(['source', 'dom']),
  /** Why the source could not be used, where there should have been one. */
  sourceError: line(200).optional(),
  /** What the page itself calls this message: probes compare it to notice that another mail was opened. */
  pageKey: line(2000),
  subject: line(10_000).optional(),
  from: Address.optional(),
  to: z.array(Address).max(2000),
  cc: z.array(Address).max(2000),
  bcc: z.array(Address).max(2000),
  replyTo: z.array(Address).max(50),
  /** Sent at, ms. */
  date: z.number().optional(),
  messageId: line(998).optional(),
  inReplyTo: line(998).optional(),
  references: z.array(line(998)).max(200),
  /** The message's own words, its signature included; quoted history apart. */
  text: line(MAX_CAPTURE_TEXT),
  quoted: line(MAX_CAPTURE_TEXT).optional(),
  /** How many earlier messages `quoted` holds, as far as their heads tell. */
  quotedMessages: z.int().min(0).optional(),
  folds: z.array(Fold).max(20).optional(),
  signature: Signature.optional(),
  /** The conversation that it stands in, oldest first, where the page shows one. */
  thread: z.array(ThreadMessage).max(200).optional(),
  attachments: z
    .array(z.object({ name: line(1000), type: line(200).optional(), size: z.number().optional() }))
    .max(500),
  /** Header facts that change what is offered: automatic replies, lists, bounces. */
  automatic: z.enum(['auto_reply', 'bounce', 'list', 'calendar']).optional(),
});
export type CapturedMail = z.infer<typeof CapturedMail>;

export const CapturedPage = z.object({
  kind: z.literal('page'),
  adapter: line(40),
  pageKey: line(2000),
  title: line(2000),
  url: line(8000),
  selection: line(MAX_CAPTURE_TEXT).optional(),
  text: line(MAX_CAPTURE_TEXT),
  byline: line(500).optional(),
  language: line(35).optional(),
});
export type CapturedPage = z.infer<typeof CapturedPage>;

/** A message being written, as far as it stands. */
export const Draft = z.object({
  subject: line(10_000).optional(),
  to: z.array(Address).max(2000),
  cc: z.array(Address).max(2000),
  bcc: z.array(Address).max(2000),
  text: line(MAX_CAPTURE_TEXT),
});
export type Draft = z.infer<typeof Draft>;

/** A message that is ticked in a list. `pageKey` names it when it is to be read (`mode: 'message'`). */
export const ListedMessage = z.object({
  pageKey: line(2000),
  subject: line(10_000).optional(),
  from: line(1000).optional(),
  /** As the list prints it. */
  date: line(200).optional(),
});
export type ListedMessage = z.infer<typeof ListedMessage>;

/** Adapters that broke on the page before another one answered, for the diagnosis. */
const failed = z.array(z.object({ adapter: line(40), message: line(500) })).max(20);

/**
 * What a frame of the page answered. `none` with a reason: a webmail was recognised, but no single message is open
 * (`list`), one is being written (`composing`), or it lies in a frame that may not be read (`frame_blocked`).
 */
export const FrameResult = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('item'),
    item: z.discriminatedUnion('kind', [CapturedMail, CapturedPage]),
    failed: failed.optional(),
  }),
  z.object({
    status: z.literal('none'),
    adapter: line(40).optional(),
    reason: z.enum(['list', 'composing', 'frame_blocked', 'not_for_this_frame', 'cannot_tell']),
    /** Origin to ask for, with `frame_blocked`. */
    origin: line(300).optional(),
    /** With `composing`. */
    draft: Draft.optional(),
    /** With `list`: how many messages are ticked in it. */
    selected: z.int().min(0).optional(),
    /** With `cannot_tell`: words that the rep has marked on the page, and addresses among which to choose a sender. */
    selection: line(MAX_CAPTURE_TEXT).optional(),
    candidates: z.array(Address).max(20).optional(),
    title: line(2000).optional(),
    /** With `cannot_tell`: all that is certain of the message where only its sender is not. */
    mail: CapturedMail.optional(),
    failed: failed.optional(),
  }),
  /** The messages ticked in a list, in its order (`mode: 'selected'`). */
  z.object({
    status: z.literal('selection'),
    adapter: line(40),
    messages: z.array(ListedMessage).max(200),
    failed: failed.optional(),
  }),
  z.object({
    status: z.literal('error'),
    adapter: line(40).optional(),
    message: line(500),
    failed: failed.optional(),
  }),
]);
export type FrameResult = z.infer<typeof FrameResult>;

/**
 * `read` captures; `probe` answers only `pageKey`, without fetching or reading the body; `selected` answers the messages
 * ticked in a list; `message` reads the one whose `pageKey` is `key`: another of the conversation, or a ticked one.
 */
export type Ask = { mode: 'read' | 'probe' | 'selected' } | { mode: 'message'; key: string };
export type CaptureArgs = { region: string; timeZone: string } & Ask;
