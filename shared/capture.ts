import * as z from 'zod';

/** Bounds of what a page may hand over; a page is never trusted. */
export const MAX_CAPTURE_TEXT = 2_000_000;
const line = (max: number) => z.string().max(max);

export const Address = z.object({ name: line(1000).optional(), email: line(320).optional() });
export type Address = z.infer<typeof Address>;

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

/** `read` captures; `probe` answers only `pageKey`, without fetching or reading the body. */
export type CaptureArgs = { mode: 'read' | 'probe'; region: string; timeZone: string };
