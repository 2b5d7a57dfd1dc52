import { phoneKey } from '../../shared/phone.ts';
import { FURTHER_ACCOUNTS, type FurtherAccount } from './further-accounts.ts';
import type { KnownAccount, KnownContact } from './known-account.ts';
import { MAILBOX_ACCOUNTS_EN } from './mailbox-accounts-en.ts';
import { MAILBOX_ACCOUNTS_ZH } from './mailbox-accounts-zh.ts';
import { companyName, jobTitle, personName, phoneOf } from './names.ts';
import { elementAt, idAt, type Random } from './random.ts';
import { type ContactRow, type Customer, DAY_MS, type Member, ownedBy, type Place } from './world.ts';

const CONTACTS_PER_ACCOUNT = 3;
const CONTACT_ROLES = ['decision_maker', 'influencer', 'user', 'buyer', 'gatekeeper'] as const;
const SOURCES = { email: 3, referral: 2, event: 2, web_page: 2, campaign: 1 } as const;
const LEVELS = { A: 1, B: 2, C: 2 } as const;
const STATUSES = { prospect: 5, customer: 5, dormant: 1 } as const;

/** What a customer is made from; those of the mailbox bring their people and opportunities along. */
export type CustomerPlan = FurtherAccount & Partial<Pick<KnownAccount, 'contacts' | 'opportunities'>>;
type Scene = { place: Place; random: Random; members: readonly Member[] };

/** The known customers of the sample first, then as many invented ones as are asked for. */
export function customerPlans(random: Random, count: number, isSample: boolean): CustomerPlan[] {
  const known: CustomerPlan[] = isSample
    ? [...MAILBOX_ACCOUNTS_EN, ...MAILBOX_ACCOUNTS_ZH, ...FURTHER_ACCOUNTS].slice(0, count)
    : [];
  const invented = Array.from({ length: count - known.length }, (_, i) => inventPlan(random, i));
  return [...known, ...invented];
}

function inventPlan(random: Random, index: number): CustomerPlan {
  const language = random.chance(0.5) ? 'zh' : 'en';
  return {
    ...companyName(random, language),
    domain: `customer-${index}.example`,
    size: random.pick(['10–50', '50–100', '100–300', '300–500', '1,000+']),
    level: random.weighted(LEVELS),
    city: '',
    language,
  };
}

export function buildCustomer(plan: CustomerPlan, index: number, scene: Scene): Customer {
  const { place, random } = scene;
  const owner = ownerOf(plan, index, scene.members);
  const createdAt = place.now - random.int(120, 700) * DAY_MS - random.int(0, DAY_MS);
  const id = idAt(random, createdAt);
  const { name, industry, size, level, language, domain, city } = plan;
  return {
    account: {
      wsId: place.wsId,
      id,
      name,
      industry,
      size,
      level,
      status: plan.opportunities ? 'customer' : random.weighted(STATUSES),
      address: city || null,
      website: `https://www.${domain}`,
      source: random.weighted(SOURCES),
      ...ownedBy(owner, createdAt),
    },
    domain,
    language,
    owner,
    contacts: buildContacts(plan, { ...scene, owner, accountId: id, since: createdAt }),
    opportunities: [],
  };
}

/** Who writes to the mailbox is its owner's customer; the others go round among the reps who speak the language. */
function ownerOf(plan: CustomerPlan, index: number, members: readonly Member[]): Member {
  const reps = members.filter((member) => member.role === 'rep');
  if (plan.contacts) return elementAt(reps, 0);
  return elementAt(
    reps.filter(({ languages }) => languages[0] === plan.language),
    index,
  );
}

type ContactScene = Scene & { owner: Member; accountId: string; since: number };

function buildContacts(plan: CustomerPlan, scene: ContactScene): Customer['contacts'] {
  const known = plan.contacts ?? [];
  const missing = Array.from({ length: Math.max(0, CONTACTS_PER_ACCOUNT - known.length) }, (_, i) =>
    inventContact(plan, scene.random, i),
  );
  return [...known, ...missing].map((person) => ({ row: contactRow(person, scene), email: person.email }));
}

function inventContact({ language, domain }: CustomerPlan, random: Random, index: number): KnownContact {
  return {
    name: personName(random, language),
    title: jobTitle(random, language),
    email: `${random.pick(['office', 'lab', 'purchasing', 'plant', 'tech'])}${index + 1}@${domain}`,
    phone: phoneOf(random, language),
  };
}

function contactRow(
  person: KnownContact,
  { place, random, owner, accountId, since }: ContactScene,
): ContactRow {
  const createdAt = Math.min(since + random.int(0, 60 * DAY_MS), place.now - 100 * DAY_MS);
  return {
    wsId: place.wsId,
    id: idAt(random, createdAt),
    accountId,
    name: person.name,
    title: person.title,
    role: random.pick(CONTACT_ROLES),
    phone: person.phone ?? null,
    phoneKey: phoneKey(person.phone) ?? null,
    ...ownedBy(owner, createdAt),
  };
}
