import type {
  Address,
  CapturedMail,
  Draft,
  FrameResult,
  ListedMessage,
  Read,
  Signature,
} from '../../shared/capture.ts';

/** The bounds of shared/capture.ts, which cannot be imported here: it would bring zod into every page. A test compares. */
export const MAX_TEXT = 2_000_000;
const MAX_LINE = 1000;

/** Cuts what a page hands over to what the contract takes, so that one odd field never loses the whole capture. */
export function bounded(result: FrameResult): FrameResult {
  if (result.status === 'error') return { ...result, message: line(result.message, 500) };
  if (result.status === 'none') return boundedNone(result);
  if (result.status === 'selection')
    return { ...result, messages: result.messages.slice(0, 200).map(boundedListed) };
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

type None = Extract<FrameResult, { status: 'none' }>;

function boundedNone({ origin, draft, selection, candidates, title, mail, ...none }: None): None {
  return {
    ...none,
    ...(origin && { origin: line(origin, 300) }),
    ...(draft && { draft: boundedDraft(draft) }),
    ...(selection && { selection: block(selection) }),
    ...(candidates && { candidates: candidates.slice(0, 20).map(boundedAddress) }),
    ...(title && { title: line(title, 2000) }),
    ...(mail && { mail: boundedMail(mail) }),
  };
}

function boundedDraft({ subject, to, cc, bcc, text }: Draft): Draft {
  return {
    ...(subject !== undefined && { subject: line(subject, 10_000) }),
    to: to.slice(0, 2000).map(boundedAddress),
    cc: cc.slice(0, 2000).map(boundedAddress),
    bcc: bcc.slice(0, 2000).map(boundedAddress),
    text: block(text),
  };
}

const boundedListed = ({ pageKey, subject, from, date }: ListedMessage): ListedMessage => ({
  pageKey: line(pageKey, 2000),
  ...(subject && { subject: line(subject, 10_000) }),
  ...(from && { from: line(from, MAX_LINE) }),
  ...(date && { date: line(date, 200) }),
});

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
    ...(mail.signature && { signature: boundedSignature(mail.signature) }),
    ...(mail.folds && { folds: mail.folds.filter(({ end }) => end <= MAX_TEXT).slice(0, 20) }),
    ...(mail.thread && {
      thread: mail.thread.slice(-200).map(({ from, snippet, ...message }) => ({
        ...message,
        pageKey: line(message.pageKey, 2000),
        ...(from && { from: boundedAddress(from) }),
        ...(snippet && { snippet: line(snippet, 500) }),
      })),
    }),
    attachments: mail.attachments.slice(0, 500).map((attachment) => ({
      ...attachment,
      name: line(attachment.name, MAX_LINE),
      ...(attachment.type && { type: line(attachment.type, 200) }),
    })),
  };
}

function boundedSignature({ name, title, company, phones }: Signature): Signature {
  return {
    ...(name && { name: boundedRead(name) }),
    ...(title && { title: boundedRead(title) }),
    ...(company && { company: boundedRead(company) }),
    phones: phones.slice(0, 10).map((phone) => ({
      ...phone,
      ...boundedRead(phone),
      printed: line(phone.printed, 100),
    })),
  };
}

const boundedRead = ({ value, proof }: Read): Read => ({ value: line(value, 500), proof: line(proof, 500) });

/** An address that is too long to be one is left out whole: half an address would be somebody else's. */
function boundedAddress({ name, email }: Address): Address {
  return { ...(name && { name: line(name, MAX_LINE) }), ...(email && email.length <= 320 && { email }) };
}

const boundedId = (id: string | undefined): string | undefined => (id && id.length <= 998 ? id : undefined);

/** Half characters and NUL cannot travel as JSON and UTF-8 unchanged. */
const block = (text: string): string => text.slice(0, MAX_TEXT).replaceAll('\0', '').toWellFormed();

const line = (text: string, max: number): string => block(text.slice(0, max));
