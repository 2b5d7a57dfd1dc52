import { readFileSync } from 'node:fs';
import type { Address, CapturedMail, FrameResult } from '../../../shared/capture.ts';
import type { SignatureTruth } from './signature.ts';

export type Location = { user: string; folder: string; uid: number };
type Person = { name: string; email: string };

/** One message of the lab, as `mail-truth.json` describes it. */
export type Truth = {
  key: string;
  tags: string[];
  message_id: string | null;
  subject: string;
  from: Person;
  to: Person[];
  cc: Person[];
  date: string;
  body: string;
  body_match: 'equals' | 'contains';
  body_lines?: string[];
  attachments: string[];
  signature: SignatureTruth | null;
  locations: Location[];
};

export type TruthFile = { users: Record<string, { password: string }>; messages: Truth[] };

export const readTruth = (file: string): TruthFile => JSON.parse(readFileSync(file, 'utf8'));

export const FIELDS = ['subject', 'from', 'to', 'cc', 'date', 'messageId', 'attachments', 'body'] as const;
export type Field = (typeof FIELDS)[number];
export type Wrong = { field: Field; reason: string };

/** The fields of a capture that differ from the truth, each with what was read instead. */
export function wrongFields(truth: Truth, result: FrameResult): Wrong[] {
  if (result.status !== 'item' || result.item.kind !== 'mail') {
    return FIELDS.map((field) => ({ field, reason: `no mail was read: ${JSON.stringify(result)}` }));
  }
  const { item } = result;
  return FIELDS.flatMap((field) => {
    const [expected, read] = [expectedOf(truth)[field], readOf(item)[field]];
    const isRight =
      field === 'body' && truth.body_match === 'contains' ? holds(truth, read) : expected === read;
    return isRight ? [] : [{ field, reason: difference(expected, read) }];
  });
}

const expectedOf = (truth: Truth): Record<Field, string> => ({
  subject: truth.subject,
  from: peopleText([truth.from]),
  to: peopleText(truth.to),
  cc: peopleText(truth.cc),
  date: String(Date.parse(truth.date)),
  messageId: truth.message_id ?? '',
  attachments: truth.attachments.toSorted().join('\n'),
  body: collapsed(truth.body),
});

const readOf = (mail: CapturedMail): Record<Field, string> => ({
  subject: mail.subject ?? '',
  from: peopleText(mail.from ? [mail.from] : []),
  to: peopleText(mail.to),
  cc: peopleText(mail.cc),
  date: String(mail.date ?? ''),
  messageId: mail.messageId ?? '',
  attachments: mail.attachments
    .map(({ name }) => name)
    .toSorted()
    .join('\n'),
  body: collapsed(mail.text),
});

const peopleText = (people: readonly (Person | Address)[]): string =>
  people.map(({ name, email }) => `${name ?? ''} <${email ?? ''}>`).join('\n');

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const holds = (truth: Truth, read: string): boolean =>
  (truth.body_lines ?? []).every((line) => read.includes(collapsed(line)));

/** Where two long texts part is what one wants to see of them. */
function difference(expected: string, read: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === read[at]) at += 1;
  const from = Math.max(0, at - 30);
  const excerpt = (text: string) => JSON.stringify(text.slice(from, from + 160));
  return `expected ${excerpt(expected)}, read ${excerpt(read)}`;
}
