import { type Message, offsetOf } from './messages.ts';
import type { Sender } from './sample-mail.ts';

type Part = { type: string; content: string; headers?: readonly string[] };

/** The RFC 822 source of a message, as a mail server would hand it over. */
export function sourceOf(message: Message): string {
  const { headers, body } = written(partOf(message));
  return [...headersOf(message), ...headers, '', body, ''].join('\r\n');
}

function headersOf(message: Message): string[] {
  const { from, to, cc = [], subject, sentAt, zone, messageId, inReplyTo } = message;
  const extra = Object.entries(message.headers ?? {});
  return [
    `Date: ${mailDate(sentAt, zone)}`,
    `From: ${address(from)}`,
    `To: ${address(to)}`,
    ...(cc.length > 0 ? [`Cc: ${cc.map(address).join(',\r\n ')}`] : []),
    `Subject: ${encoded(subject)}`,
    `Message-ID: ${messageId}`,
    ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`] : []),
    ...extra.map(([name, value]) => `${name}: ${encodedRuns(value)}`),
    'MIME-Version: 1.0',
  ];
}

const isAscii = (text: string): boolean => /^[\t\r\n -~]*$/.test(text);

/** RFC 2047, in words short enough that no character is cut. */
function encoded(text: string): string {
  if (isAscii(text)) return text;
  const words = text.match(/.{1,14}/gsu) ?? [];
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

const encodedRuns = (value: string): string => value.replace(/[^ -~]+/gu, encoded);

const address = ({ name, email }: Sender): string => `${encoded(name)} <${email}>`;

/** RFC 5322 §3.3, at the sender's own offset from UTC. */
function mailDate(at: number, zone: string): string {
  return new Date(at + offsetOf(zone)).toUTCString().replace('GMT', zone);
}

function partOf({ id, text, html, attachment }: Message): Part {
  const plain: Part = { type: 'text/plain; charset=utf-8', content: text };
  const words = html
    ? multipart('alternative', id, [plain, { type: 'text/html; charset=utf-8', content: html }])
    : plain;
  if (!attachment) return words;
  const { name, type, content } = attachment;
  const file = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return multipart('mixed', id, [words, { type, content, headers: [`Content-Disposition: ${file}`] }]);
}

function multipart(kind: 'alternative' | 'mixed', id: string, parts: readonly Part[]): Part {
  const boundary = `=_${kind}_${id}`;
  const sections = parts.map((part) => {
    const { headers, body } = written(part);
    return `--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
  });
  return {
    type: `multipart/${kind}; boundary="${boundary}"`,
    content: `${sections.join('')}--${boundary}--`,
  };
}

function written({ type, content, headers = [] }: Part): { headers: string[]; body: string } {
  const head = [`Content-Type: ${type}`, ...headers];
  if (type.startsWith('multipart/')) return { headers: head, body: content };
  const isPlain = isAscii(content) && !headers.length;
  return {
    headers: [...head, `Content-Transfer-Encoding: ${isPlain ? '7bit' : 'base64'}`],
    body: isPlain ? content.replaceAll('\n', '\r\n') : base64(content),
  };
}

const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
