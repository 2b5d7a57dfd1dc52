import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address, CapturedMail, Draft } from '../../../shared/capture.ts';

type Attachment = { name: string; message?: string };

/** What is known of a saved page of a webmail. null: the page does not hold it, so nobody can know. */
export type Truth = {
  subject: string | null;
  from: Address[] | null;
  to: Address[] | null;
  cc: Address[] | null;
  date: string | null;
  bodies: string[] | null;
  message_ids: string[] | null;
  attachments: Attachment[];
  draft: { subject: string; to: Address[]; cc: Address[]; bcc: Address[]; body: string } | null;
  open_message?: false;
  censored?: true;
};

export type Snapshot = { name: string; url: string; html: Buffer; truth: Truth };

export function readSnapshots(folder: string): Snapshot[] {
  return globSync('*/*.json', { cwd: folder })
    .toSorted()
    .map((file) => {
      const { file: page, provider_url: url, ground_truth: truth } = parse(join(folder, file));
      return { name: file.replace(/\.json$/, ''), url, html: readFileSync(join(folder, page)), truth };
    });
}

const parse = (file: string): { file: string; provider_url: string; ground_truth: Truth } =>
  JSON.parse(readFileSync(file, 'utf8'));

/** The truth of one message of the page. */
export type MessageTruth = Omit<Truth, 'from' | 'bodies' | 'message_ids'> & {
  from: Address | null;
  body: string | null;
};

export function messageTruth(truth: Truth, index: number): MessageTruth {
  const id = truth.message_ids?.[index];
  const attachments = truth.attachments.filter(({ message }) => message === undefined || message === id);
  return { ...truth, from: truth.from?.[index] ?? null, body: truth.bodies?.[index] ?? null, attachments };
}

/** What was read although it is not so; `isWhole`: also what was not read although the page has it. */
export function wrongFields(truth: MessageTruth, mail: CapturedMail, isWhole: boolean): string[] {
  const compared: Record<string, [expected: string, read: string]> = {
    subject: [truth.subject ?? '', mail.subject ?? ''],
    from: [people(truth.from ? [truth.from] : []), people(mail.from ? [mail.from] : [])],
    to: [people(truth.to ?? []), people(mail.to)],
    cc: [people(truth.cc ?? []), people(mail.cc)],
    attachments: [names(truth.attachments), names(mail.attachments)],
    // The truth holds the beginning of long messages only.
    body: [collapsed(truth.body ?? ''), collapsed(mail.text).slice(0, collapsed(truth.body ?? '').length)],
    date: mail.date !== undefined && saysDate(truth.date ?? '', mail.date) ? ['', ''] : dates(truth, mail),
  };
  return Object.entries(compared)
    .filter(([, [expected, read]]) => (isWhole || read !== '') && expected !== read)
    .map(([field, [expected, read]]) => `${field}: expected ${quote(expected)}, read ${quote(read)}`);
}

export const wrongDraft = (truth: Truth['draft'], draft: Draft | undefined): string[] =>
  JSON.stringify([truth?.subject, truth?.to, truth?.cc, truth?.bcc, truth?.body]) ===
  JSON.stringify([draft?.subject ?? '', draft?.to, draft?.cc, draft?.bcc, draft?.text])
    ? []
    : [`draft: expected ${JSON.stringify(truth)}, read ${JSON.stringify(draft)}`];

const dates = (truth: MessageTruth, { date }: CapturedMail): [string, string] => [
  truth.date ?? '',
  date === undefined ? '' : new Date(date).toString(),
];

/** Whether words of any language name this minute: its year, month, day, hour and minute all stand in them. */
function saysDate(words: string, time: number): boolean {
  const date = new Date(time);
  const numbers = (words.match(/\d+/g) ?? []).map(Number);
  const hasMonth =
    words.includes(date.toLocaleString('en', { month: 'short' })) || numbers.includes(date.getMonth() + 1);
  const parts = [date.getFullYear(), date.getDate(), date.getMinutes()];
  const hours = [date.getHours(), date.getHours() % 12 || 12];
  return (
    hasMonth && parts.every((part) => numbers.includes(part)) && hours.some((hour) => numbers.includes(hour))
  );
}

const people = (all: readonly Address[]): string =>
  all.map(({ name, email }) => `${name ?? ''} <${email ?? ''}>`).join(', ');
const names = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join(', ');
const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const quote = (text: string): string => JSON.stringify(text.slice(0, 200));
