import type { Address, CapturedMail, FrameResult } from '../../shared/capture.ts';

/** The bounds of shared/capture.ts, which cannot be imported here: it would bring zod into every page. A test compares. */
export const MAX_TEXT = 2_000_000;
const MAX_LINE = 1000;

/** Cuts what a page hands over to what the contract takes, so that one odd field never loses the whole capture. */
export function bounded(result: FrameResult): FrameResult {
  if (result.status === 'error') return { ...result, message: line(result.message, 500) };
  if (result.status === 'none')
    return { ...result, ...(result.origin && { origin: line(result.origin, 300) }) };
  const { item } = result;
  if (item.kind === 'mail') return { ...result, item: boundedMail(item) };
  return {
    ...result,
    item: {
      ...item,
      pageKey: line(item.pageKey, 2000),
      title: line(item.title, 2000),
      url: line(item.url, 8000),
      text: block(item.text),
      ...(item.selection && { selection: block(item.selection) }),
      ...(item.byline && { byline: line(item.byline, 500) }),
    },
  };
}

function boundedMail(mail: CapturedMail): CapturedMail {
  return {
    ...mail,
    pageKey: line(mail.pageKey, 2000),
    ...(mail.subject && { subject: line(mail.subject, 10_000) }),
    ...(mail.from && { from: boundedAddress(mail.from) }),
    to: mail.to.slice(0, 2000).map(boundedAddress),
    cc: mail.cc.slice(0, 2000).map(boundedAddress),
    bcc: mail.bcc.slice(0, 2000).map(boundedAddress),
    replyTo: mail.replyTo.slice(0, 50).map(boundedAddress),
    messageId: boundedId(mail.messageId),
    inReplyTo: boundedId(mail.inReplyTo),
    references: mail.references.filter((id) => id.length <= 998).slice(-200),
    text: block(mail.text),
    ...(mail.quoted && { quoted: block(mail.quoted) }),
    attachments: mail.attachments.slice(0, 500).map((attachment) => ({
      ...attachment,
      name: line(attachment.name, MAX_LINE),
      ...(attachment.type && { type: line(attachment.type, 200) }),
    })),
  };
}

/** An address that is too long to be one is left out whole: half an address would be somebody else's. */
function boundedAddress({ name, email }: Address): Address {
  return { ...(name && { name: line(name, MAX_LINE) }), ...(email && email.length <= 320 && { email }) };
}

const boundedId = (id: string | undefined): string | undefined => (id && id.length <= 998 ? id : undefined);

/** Half characters and NUL cannot travel as JSON and UTF-8 unchanged. */
const block = (text: string): string => text.slice(0, MAX_TEXT).replaceAll('\0', '').toWellFormed();

const line = (text: string, max: number): string => block(text.slice(0, max));
