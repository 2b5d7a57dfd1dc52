import { type SQL, sql } from 'drizzle-orm';
import type * as z from 'zod';
import {
  type Duplicate,
  type DuplicateQuery,
  DuplicateReason,
  type Duplicates,
} from '../../shared/duplicates.ts';
import { accountDomainsOf, domainOfAddress } from '../../shared/mail-domain.ts';
import { companyCore, folded, type NameCore, personCore } from '../../shared/name-likeness.ts';
import { phoneKey } from '../../shared/phone.ts';
import { searchTokens } from '../../shared/search.ts';
import type { Ctx } from '../context.ts';
import { alikeMatch } from '../search/match-text.ts';
import type { NamedKind } from '../search/name-index.ts';
import { type Asked, duplicateAccount, duplicateContact, duplicateLead } from './alike.ts';
import { accountsAmong, contactsAmong, found, leadsAmong } from './candidates.ts';

const SHOWN = 10;
const KINDS = ['account', 'contact', 'lead'];

/** Candidates by index, one round trip; what makes them alike is decided by the pure rules of `alike.ts`. */
export async function findDuplicates(ctx: Ctx, query: z.output<typeof DuplicateQuery>): Promise<Duplicates> {
  const asked = askedBy(query);
  const [accounts, contacts, leads] = await ctx.db.batch([
    accountsAmong(ctx, anyOf(accountSources(ctx, asked))),
    contactsAmong(ctx, anyOf(contactSources(ctx, asked))),
    leadsAmong(ctx, anyOf(leadSources(ctx, asked))),
  ]);
  const items = [
    ...accounts.flatMap((row) => duplicateAccount(asked, row) ?? []),
    ...contacts.flatMap((row) => duplicateContact(asked, row) ?? []),
    ...leads.flatMap((row) => duplicateLead(asked, row) ?? []),
  ];
  return { items: items.sort(strongestFirst).slice(0, SHOWN) };
}

/** Of equally strong ones the oldest: ids begin with their time. */
function strongestFirst(a: Duplicate, b: Duplicate): number {
  const rank = ({ kind, reason }: Duplicate) =>
    DuplicateReason.options.indexOf(reason) * KINDS.length + KINDS.indexOf(kind);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}

/** What is known of the record to be, whichever kind it will have. */
function askedBy({ account, contact, lead }: z.output<typeof DuplicateQuery>): Asked {
  const present = (values: readonly (string | undefined)[]) => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  const hosts = present([account?.domain, lead?.domain, lead?.email && domainOfAddress(lead.email)]);
  return {
    companies: present([account?.name, lead?.company]),
    people: present([contact?.name, lead?.name]),
    emails: present([contact?.email, lead?.email]),
    phones: present([...(contact?.phones ?? []), ...(lead?.phones ?? [])]),
    // Free mail tells no company.
    domains: [...new Set(hosts.flatMap(accountDomainsOf))],
  };
}

const anyOf = (sources: readonly SQL[]): SQL =>
  sources.length === 0
    ? sql`SELECT NULL AS id WHERE FALSE`
    : sql.join(
        sources.map((source) => sql`SELECT id FROM (${source})`),
        sql` UNION `,
      );

const accountSources = (ctx: Ctx, { companies, domains }: Asked): SQL[] => [
  ...(domains.length > 0 ? [found.accountsByDomain(ctx, domains)] : []),
  ...byNames(ctx, 'account', { companies, people: [] }),
];

const contactSources = (ctx: Ctx, { people, emails, phones }: Asked): SQL[] => {
  const keys = phones.flatMap((phone) => phoneKey(phone) ?? []);
  return [
    ...(emails.length > 0 ? [found.contactsByEmail(ctx, emails)] : []),
    ...(keys.length > 0 ? [found.contactsByPhone(ctx, keys)] : []),
    ...byNames(ctx, 'contact', { companies: [], people }),
  ];
};

const leadSources = (ctx: Ctx, { companies, people, emails, domains, phones }: Asked): SQL[] => {
  const keys = phones.flatMap((phone) => phoneKey(phone) ?? []);
  const exact = [
    ...(emails.length > 0 ? [found.leadsBy(ctx, 'email', emails)] : []),
    ...(domains.length > 0 ? [found.leadsBy(ctx, 'domain', domains)] : []),
    ...(keys.length > 0 ? [found.leadsBy(ctx, 'phone_key', keys)] : []),
  ];
  const named = byNames(ctx, 'lead', { companies, people });
  // A compound of more than five selects is refused by D1.
  return [...(exact.length > 0 ? [anyOf(exact)] : []), ...named];
};

function byNames(
  ctx: Ctx,
  kind: NamedKind,
  { companies, people }: Pick<Asked, 'companies' | 'people'>,
): SQL[] {
  const asking = { ...ctx.user, wsId: ctx.workspace.wsId };
  const names = [
    ...companies.map((name) => ({ name, core: companyCore(name) })),
    ...people.map((name) => ({ name, core: personCore(name) })),
  ];
  return names.flatMap(({ name, core }) => {
    const match = alikeMatch(asking, { han: core.han, words: wordsOf(name, core) }, kind);
    return match ? [found.byName(ctx, match)] : [];
  });
}

/** As they were written: the index folds no ø, ß or ł. */
const wordsOf = (name: string, { latin }: NameCore): string[] =>
  searchTokens(name).filter((word) => latin.includes(folded(word)));
