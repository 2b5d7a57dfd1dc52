import type { CapturedMail } from '../../../shared/capture.ts';
import { decodeText } from './charset.ts';
import { decodeWords } from './encoded-words.ts';
import type { MimePart } from './mime-tree.ts';

type Attachment = CapturedMail['attachments'][number];

const SUFFIXES: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/ms-tnef': 'dat',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'text/plain': 'txt',
  'text/calendar': 'ics',
};

/** What is attached. Pictures that the body only draws from, without a name of their own, are part of the body. */
export function attachments(parts: readonly MimePart[]): Attachment[] {
  return parts.flatMap((part) => {
    const isDrawn =
      !part.name && part.contentId && part.type.startsWith('image/') && part.disposition !== 'attachment';
    return isDrawn ? [] : [{ name: nameOf(part), type: part.type, size: part.bytes.length }];
  });
}

function nameOf(part: MimePart): string {
  if (part.name) return part.name;
  if (part.type === 'message/rfc822') return `${subjectOf(part) || 'message'}.eml`;
  const subtype = /\/(?:x-)?([a-z0-9]{1,5})$/.exec(part.type)?.[1];
  const suffix = SUFFIXES[part.type] ?? subtype;
  return suffix ? `attachment.${suffix}` : 'attachment';
}

/** An attached message without a file name is called by its subject, as mail programs do. */
function subjectOf(part: MimePart): string {
  const head = decodeText(part.bytes.subarray(0, 65_536)).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const subject = /^subject:(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? '';
  return decodeWords(subject.replace(/\r?\n/g, '')).trim();
}
