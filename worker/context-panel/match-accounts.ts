import { type Reader, readsAudience } from '../../shared/access.ts';
import type { Context, MatchReason } from '../../shared/context.ts';
import { accountDomainsOf, domainOfAddress } from '../../shared/mail-domain.ts';
import type { AccountHit, AddressRow, ContactHit, DomainRow, LeadHit } from './find-matches.ts';

/** What is known of the page, as far as `reader` may see it. */
export type Known = {
  /** In the order asked: the counterpart first. */
  addresses: { email: string; colleague: number | undefined; contacts: ContactHit[]; leads: LeadHit[] }[];
  domains: Map<string, AccountHit[]>;
};

export function knownTo(
  reader: Reader,
  addresses: readonly AddressRow[],
  domains: readonly DomainRow[],
): Known {
  const visible = <T extends { ownerId: number; audience: string }>(json: string): T[] =>
    (JSON.parse(json) as T[]).filter((record) => readsAudience(reader, record));
  return {
    addresses: addresses.map(({ email, colleague, contacts, leads }) => ({
      email,
      colleague: colleague ?? undefined,
      // A colleague is never a customer, even where somebody made a contact of one.
      contacts:
        colleague === null ? visible<ContactHit>(contacts).map((hit) => withAccount(reader, hit)) : [],
      leads: colleague === null ? visible<LeadHit>(leads) : [],
    })),
    // The workspace's own domains say nothing about a customer.
    domains: new Map(
      domains
        .filter(({ isOwn }) => !isOwn)
        .map(({ domain, accounts }) => [domain, visible<AccountHit>(accounts)]),
    ),
  };
}

const withAccount = (reader: Reader, hit: ContactHit): ContactHit =>
  hit.account && !readsAudience(reader, hit.account) ? { ...hit, account: null } : hit;

type Match = { account: AccountHit; reason: MatchReason; value: string };

const byEmail = ({ email, contacts }: Known['addresses'][number]): Match[] =>
  contacts.flatMap(({ account }) => (account ? [{ account, reason: 'email' as const, value: email }] : []));

/** Accounts known by a host: by the host itself, else by what is registered above it. */
function byHost(domains: Known['domains'], host: string, reason: 'domain' | 'page_domain'): Match[] {
  const value = accountDomainsOf(host).find((domain) => domains.get(domain)?.length);
  const accounts = (value && domains.get(value)) || [];
  const shared = accounts.length > 1 ? ('shared_domain' as const) : reason;
  return accounts.map((account) => ({ account, reason: shared, value: value ?? host }));
}

/**
 * The accounts that a page belongs to, best first: address by address, a person known by address before a domain, and a
 * domain of several accounts after everything that is certain. Certain is only what the counterpart itself says.
 */
export function matchAccounts(
  known: Known,
  pageHost: string | undefined,
): Pick<Context, 'accounts' | 'isCertain'> {
  const outsiders = known.addresses.filter(({ colleague }) => colleague === undefined);
  const perAddress = outsiders.map((address) => {
    const direct = byEmail(address);
    return direct.length > 0 ? direct : byHost(known.domains, domainOfAddress(address.email), 'domain');
  });
  const perPage = pageHost ? byHost(known.domains, pageHost, 'page_domain') : [];
  const decisive = distinct(outsiders.length > 0 ? (perAddress[0] ?? []) : perPage);
  const all = distinct([...perAddress.flat(), ...perPage]);
  const isShared = ({ reason }: Match) => reason === 'shared_domain';
  const accounts = [...all.filter((match) => !isShared(match)), ...all.filter(isShared)];
  return {
    accounts: accounts.map(({ account: { id, name, level, ownerId }, reason, value }) => ({
      account: { id, name, level: level ?? undefined, ownerId },
      reason,
      value,
    })),
    isCertain: decisive.length === 1 && !decisive.some(isShared),
  };
}

function distinct(matches: readonly Match[]): Match[] {
  const first = new Map<string, Match>();
  for (const match of matches) if (!first.has(match.account.id)) first.set(match.account.id, match);
  return [...first.values()];
}
