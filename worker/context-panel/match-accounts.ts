import { type Reader, readsAudience } from '../../shared/access.ts';
import type { Context, MatchReason } from '../../shared/context.ts';
import { accountDomainsOf, domainOfAddress } from '../../shared/mail-domain.ts';
import type { ColleagueRow, ContactRow, DomainRow, LeadRow } from './find-matches.ts';

type Account = Context['accounts'][number]['account'];
type Match = { account: Account; reason: MatchReason; value: string };
type Found = {
  contacts: readonly ContactRow[];
  leads: readonly LeadRow[];
  colleagues: readonly ColleagueRow[];
  domains: readonly DomainRow[];
};

/** What was found, as far as `reader` may see it, by what it was found under. */
export type Known = {
  contacts: (Pick<ContactRow, 'id' | 'name' | 'title' | 'email'> & { account: Account | undefined })[];
  leads: LeadRow[];
  colleagues: ColleagueRow[];
  domains: Map<string, Account[]>;
};

export function knownTo(reader: Reader, { contacts, leads, colleagues, domains }: Found): Known {
  const accountOf = (row: DomainRow | ContactRow): Account | undefined => {
    const { accountId: id, accountName: name, accountOwnerId: ownerId, accountAudience: audience } = row;
    if (id === null || name === null || ownerId === null || audience === null) return undefined;
    if (!readsAudience(reader, { ownerId, audience })) return undefined;
    return { id, name, ownerId, ...(row.accountLevel && { level: row.accountLevel }) };
  };
  // A colleague is never a customer, even where somebody made a contact of one.
  const ours = new Set(colleagues.map(({ email }) => email));
  const mayShow = (row: ContactRow | LeadRow) => readsAudience(reader, row) && !ours.has(row.email);
  const byDomain = Map.groupBy(domains, ({ domain }) => domain);
  return {
    contacts: contacts.filter(mayShow).map((row) => ({ ...row, account: accountOf(row) })),
    leads: leads.filter(mayShow),
    colleagues: [...colleagues],
    domains: new Map(
      [...byDomain].map(([domain, rows]) => [domain, rows.flatMap((row) => accountOf(row) ?? [])]),
    ),
  };
}

const byAddress = ({ contacts }: Known, address: string): Match[] =>
  contacts
    .filter(({ email }) => email === address)
    .flatMap(({ account }) => (account ? [{ account, reason: 'email' as const, value: address }] : []));

/** Accounts known by a host: by the host itself, else by what is registered above it. */
function byHost({ domains }: Known, host: string, reason: 'domain' | 'page_domain'): Match[] {
  const value = accountDomainsOf(host).find((domain) => domains.get(domain)?.length);
  const accounts = (value && domains.get(value)) || [];
  const shared = accounts.length > 1 ? ('shared_domain' as const) : reason;
  return accounts.map((account) => ({ account, reason: shared, value: value ?? host }));
}

type Asked = { addresses: readonly string[]; pageHost?: string | undefined };

/**
 * The accounts that a page belongs to, best first: address by address, a person known by address before a domain, and a
 * domain of several accounts after everything that is certain. Certain is only what the counterpart itself says.
 */
export function matchAccounts(known: Known, asked: Asked): Pick<Context, 'accounts' | 'isCertain'> {
  const ours = new Set(known.colleagues.map(({ email }) => email));
  const perAddress = asked.addresses
    .filter((address) => !ours.has(address))
    .map((address) => {
      const direct = byAddress(known, address);
      return direct.length > 0 ? direct : byHost(known, domainOfAddress(address), 'domain');
    });
  const perPage = asked.pageHost ? byHost(known, asked.pageHost, 'page_domain') : [];
  const decisive = distinct(perAddress[0] ?? perPage);
  const all = distinct([...perAddress.flat(), ...perPage]);
  const isShared = ({ reason }: Match) => reason === 'shared_domain';
  return {
    accounts: [...all.filter((match) => !isShared(match)), ...all.filter(isShared)],
    isCertain: decisive.length === 1 && !decisive.some(isShared),
  };
}

function distinct(matches: readonly Match[]): Match[] {
  const first = new Map<string, Match>();
  for (const match of matches) if (!first.has(match.account.id)) first.set(match.account.id, match);
  return [...first.values()];
}
