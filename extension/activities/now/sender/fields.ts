import { Domain } from '../../../../shared/account.ts';
import type { CapturedMail, Read } from '../../../../shared/capture.ts';
import { isFreeMail } from '../../../../shared/free-mail.ts';
import { clipLine } from '../../clip.ts';
import { type Person, readEmail } from '../../people.ts';

/** What a new contact, account or lead may be given; `company` is the account's name too. */
export const FIELDS = ['name', 'company', 'title', 'email', 'phone', 'mobile', 'domain'] as const;
export type FieldId = (typeof FIELDS)[number];

/** As many characters as the record holds (shared/contact.ts, account.ts, lead.ts). */
export const LONGEST: Record<FieldId, number> = {
  name: 120,
  company: 200,
  title: 120,
  email: 320,
  phone: 60,
  mobile: 60,
  domain: 253,
};

export type ReadField = { value: string; proof: 'header' | 'domain' | 'signature'; words?: string };
export type ReadFields = { [id in FieldId]?: ReadField };
/** What the rep did to a field; absent = nothing. */
export type FieldEdit = { value?: string | undefined; isOff?: boolean };
export type FieldEdits = { [id in FieldId]?: FieldEdit };
export type SenderField = {
  value: string;
  proof: ReadField['proof'] | 'typed';
  /** The words of the signature that it was read from. */
  words?: string | undefined;
  isOn: boolean;
};
export type SenderFields = { [id in FieldId]?: SenderField };

type Sources = { person: Person; item: CapturedMail; domain: string | undefined };

/** What the mail says of its counterpart. A signature is its author's: of whom it was sent to it says nothing. */
export function readFields({ person, item, domain }: Sources): ReadFields {
  const signature = person.role === 'from' ? item.signature : undefined;
  const header = person.isNameFalse ? undefined : person.name;
  const phoneOf = (kind: 'phone' | 'mobile') => signature?.phones.find((phone) => phone.kind === kind);
  const found: [FieldId, ReadField | undefined][] = [
    ['name', fromHeader(header, LONGEST.name) ?? fromSignature(signature?.name, LONGEST.name)],
    ['company', fromSignature(signature?.company, LONGEST.company)],
    ['title', fromSignature(signature?.title, LONGEST.title)],
    ['email', fromHeader(person.email, LONGEST.email)],
    ['phone', fromSignature(phoneOf('phone'), LONGEST.phone)],
    ['mobile', fromSignature(phoneOf('mobile'), LONGEST.mobile)],
    ['domain', domain === undefined ? undefined : { value: domain, proof: 'domain' }],
  ];
  return Object.fromEntries(found.filter(([, field]) => field !== undefined));
}

function fromHeader(text: string | undefined, max: number): ReadField | undefined {
  const value = clipLine(text, max);
  return value === undefined ? undefined : { value, proof: 'header' };
}

function fromSignature(read: Read | undefined, max: number): ReadField | undefined {
  const value = clipLine(read?.value, max);
  const words = clipLine(read?.proof, 500);
  return value === undefined ? undefined : { value, proof: 'signature', ...(words && { words }) };
}

/** Each field as it stands now: as read, or as the rep has typed it. */
export function fieldsOf(read: ReadFields, edits: FieldEdits): SenderFields {
  const fields = FIELDS.flatMap((id): [FieldId, SenderField][] => {
    const value = edits[id]?.value ?? read[id]?.value;
    if (value === undefined) return [];
    const isTyped = value !== read[id]?.value;
    const proof = isTyped ? 'typed' : (read[id]?.proof ?? 'typed');
    const isOn = !(edits[id]?.isOff ?? isSecondNumber(id, read, edits));
    return [[id, { value, proof, words: isTyped ? undefined : read[id]?.words, isOn }]];
  });
  return Object.fromEntries(fields);
}

/** A record holds one number: of two that were read, the first. */
const isSecondNumber = (id: FieldId, read: ReadFields, edits: FieldEdits): boolean =>
  id === 'mobile' && (edits.phone?.value ?? read.phone?.value) !== undefined;

/** Keeps a field or leaves it out. Of two numbers only one can be kept. */
export function switched(edits: FieldEdits, id: FieldId, isOn: boolean): FieldEdits {
  const next = { ...edits, [id]: { ...edits[id], isOff: !isOn } };
  const other = id === 'phone' ? 'mobile' : id === 'mobile' ? 'phone' : undefined;
  return isOn && other ? { ...next, [other]: { ...edits[other], isOff: true } } : next;
}

/** `undefined` = as it was read. */
export const typed = (edits: FieldEdits, id: FieldId, value: string | undefined): FieldEdits => ({
  ...edits,
  [id]: { ...edits[id], value },
});

/** What is kept of a field; undefined where it is left out or empty. */
export function kept(field: SenderField | undefined): string | undefined {
  const value = field?.isOn ? field.value.trim() : '';
  return value || undefined;
}

export type FieldProblem = 'name_missing' | 'email' | 'domain' | 'free_mail';

/** Why the server would not take a field as it stands. */
export function problemOf(id: FieldId, field: SenderField | undefined): FieldProblem | undefined {
  const value = kept(field);
  if (value === undefined) return id === 'name' ? 'name_missing' : undefined;
  if (id === 'email') return readEmail(value) === undefined ? 'email' : undefined;
  if (id !== 'domain') return undefined;
  const domain = Domain.safeParse(value);
  if (!domain.success) return 'domain';
  return isFreeMail(domain.data) ? 'free_mail' : undefined;
}
