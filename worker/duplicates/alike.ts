import type { Duplicate, DuplicateReason } from '../../shared/duplicates.ts';
import { accountDomainsOf, domainOfAddress } from '../../shared/mail-domain.ts';
import { companyLikeness, type Likeness, personLikeness } from '../../shared/name-likeness.ts';
import { isSamePhone } from '../../shared/phone.ts';
import type { AccountRow, ContactRow, LeadRow } from './candidates.ts';

/** Everything that is known of what is about to be created. */
export type Asked = {
  companies: readonly string[];
  people: readonly string[];
  emails: readonly string[];
  phones: readonly string[];
  domains: readonly string[];
};

type Proof = Pick<Duplicate, 'reason' | 'value'>;

export function duplicateAccount(asked: Asked, row: AccountRow): Duplicate | undefined {
  const { id, name, ownerId } = row;
  const domains: string[] = JSON.parse(row.domains);
  const proof =
    proven(
      'same_domain',
      domains.find((domain) => asked.domains.includes(domain)),
    ) ?? byName(asked.companies, name, companyLikeness);
  return proof && { kind: 'account', id, name, ownerId, ...proof, domains };
}

export function duplicateContact(asked: Asked, row: ContactRow): Duplicate | undefined {
  const { id, name, ownerId, accountId, accountName } = row;
  const emails: string[] = JSON.parse(row.emails);
  const proof =
    proven(
      'same_email',
      emails.find((email) => asked.emails.includes(email)),
    ) ??
    proven('same_phone', samePhone(asked, [row.mobile, row.phone])) ??
    byName(asked.people, name, personLikeness);
  const account = accountId !== null && accountName !== null && { accountId, accountName };
  return proof && { kind: 'contact', id, name, ownerId, ...proof, ...account };
}

export function duplicateLead(asked: Asked, row: LeadRow): Duplicate | undefined {
  const { id, name, company, ownerId, email } = row;
  const hosts = [row.domain, email && domainOfAddress(email)].flatMap((host) => accountDomainsOf(host || ''));
  const proof =
    proven(
      'same_email',
      asked.emails.find((one) => one === email),
    ) ??
    proven(
      'same_domain',
      hosts.find((domain) => asked.domains.includes(domain)),
    ) ??
    proven('same_phone', samePhone(asked, [row.phone])) ??
    stronger(
      byName(asked.companies, company ?? '', companyLikeness),
      byName(asked.people, name, personLikeness),
    );
  return proof && { kind: 'lead', id, name, ownerId, ...proof };
}

const proven = (reason: DuplicateReason, value: string | undefined): Proof | undefined =>
  value === undefined ? undefined : { reason, value };

const samePhone = ({ phones }: Asked, known: readonly (string | null)[]): string | undefined =>
  known.flatMap((phone) => phone ?? []).find((phone) => phones.some((asked) => isSamePhone(asked, phone)));

function byName(
  asked: readonly string[],
  name: string,
  likenessOf: (a: string, b: string) => Likeness | undefined,
): Proof | undefined {
  const found = asked.flatMap((one) => likenessOf(one, name) ?? []);
  if (found.length === 0) return undefined;
  return { reason: found.includes('same') ? 'same_name' : 'close_name', value: name };
}

const stronger = (a: Proof | undefined, b: Proof | undefined): Proof | undefined =>
  b?.reason === 'same_name' ? (a?.reason === 'same_name' ? a : b) : (a ?? b);
