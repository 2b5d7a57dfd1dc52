import type { Direction, Party } from '../../shared/activity.ts';
import type { Address, CapturedMail } from '../../shared/capture.ts';
import { Email } from '../../shared/contact.ts';
import { isFreeMail } from '../../shared/free-mail.ts';
import type { Me } from '../../shared/session.ts';
import { clipLine } from './clip.ts';

export type Role = Exclude<Party['role'], 'participant'>;

/** Someone named by a mail, as shown. `email` is there only if it parses; `written` is what the mail says. */
export type Person = {
  role: Role;
  name?: string;
  email?: string;
  written?: string;
  isMe: boolean;
  /** A member of the workspace, oneself included. */
  userId?: number;
  /** Of the rep's own company: a member, or an address at a domain of one. */
  isInside: boolean;
  /** The name shows an address that is not the real one. */
  isNameFalse?: boolean;
  /** The domain in ASCII where what is shown could be mistaken for another one. */
  asciiDomain?: string;
};

export const isUnreadable = (person: Person): boolean =>
  person.written !== undefined && person.email === undefined;

/** What a person of a mail is told by: the same address in two roles is one person. */
export const personKey = ({ email, written, name }: Person): string => email ?? written ?? name ?? '';

/** Everyone the mail names, in the order from, to, cc, bcc; the same address once per role. */
export function peopleOf(mail: CapturedMail, me: Me): Person[] {
  const listed: [Role, Address[]][] = [
    ['from', mail.from ? [mail.from] : []],
    ['to', mail.to],
    ['cc', mail.cc],
    ['bcc', mail.bcc],
  ];
  const seen = new Set<string>();
  return listed
    .flatMap(([role, addresses]) => addresses.map((address) => personOf(role, address, me)))
    .filter(({ role, name, email, written }) => {
      const key = `${role} ${email ?? written ?? name ?? ''}`;
      const isNew = !seen.has(key) && Boolean(name || written);
      seen.add(key);
      return isNew;
    });
}

function personOf(role: Role, address: Address, me: Me): Person {
  const written = clipLine(address.email, 320);
  const name = clipLine(address.name, 200);
  const email = readEmail(written);
  const userId = email && me.members.find((member) => member.email?.toLowerCase() === email)?.id;
  const isMe = email !== undefined && (userId === me.user.id || email === me.user.email?.toLowerCase());
  const asciiDomain = email && asciiOfLookalike(email);
  return {
    role,
    isMe,
    isInside: isMe || userId !== undefined || (email !== undefined && ownDomains(me).has(domainOf(email))),
    ...(name && name !== written && { name }),
    ...(written && { written }),
    ...(email && { email }),
    ...(isMe ? { userId: me.user.id } : userId && { userId }),
    ...(asciiDomain && { asciiDomain }),
    ...(email && isFalse(name, email) && { isNameFalse: true }),
  };
}

const ADDRESS = /[^\s@<>"(),:;]+@[^\s@<>"(),:;]+/g;

const isFalse = (name: string | undefined, email: string): boolean =>
  (name?.toLowerCase().match(ADDRESS) ?? []).some((address) => address !== email);

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

function ownDomains({ members }: Me): Set<string> {
  const domains = members.flatMap(({ email }) => (email ? [domainOf(email.toLowerCase())] : []));
  return new Set(domains.filter((domain) => !isFreeMail(domain)));
}

export function readEmail(written: string | undefined): string | undefined {
  const parsed = Email.safeParse(written);
  return parsed.success ? parsed.data : undefined;
}

/** `xn--…` in ASCII or a domain in other letters: both can imitate a domain that the reader trusts. */
function asciiOfLookalike(email: string): string | undefined {
  const domain = domainOf(email);
  const ascii = URL.parse(`http://${domain}`)?.hostname ?? domain;
  return ascii !== domain || /(^|\.)xn--/.test(ascii) ? ascii : undefined;
}

/** Undefined where the sender is not known: a direction is never guessed. */
export function directionOf(people: readonly Person[]): Direction | undefined {
  const from = people.find(({ role }) => role === 'from');
  if (!from?.email) return undefined;
  if (!from.isInside) return 'inbound';
  const recipients = people.filter(({ role }) => role !== 'from');
  return recipients.length > 0 && recipients.every(({ isInside }) => isInside) ? 'internal' : 'outbound';
}

/** The person outside who matters most: who wrote to us, else the first we wrote to. */
export const counterpartOf = (people: readonly Person[]): Person | undefined =>
  people.find(({ isInside, email }) => !isInside && email !== undefined);

/** Addresses to ask the server about, the counterpart first. Own and colleagues' are known already and stay here. */
export function addressesToMatch(people: readonly Person[], replyTo: readonly Address[]): string[] {
  const outside = people.filter(({ isInside }) => !isInside).map(({ email }) => email);
  const inside = new Set(people.filter(({ isInside }) => isInside).map(({ email }) => email));
  const replies = replyTo.map(({ email }) => readEmail(email)).filter((email) => !inside.has(email));
  const [first, ...rest] = outside;
  const all = [first, ...replies, ...rest].filter((email) => email !== undefined);
  return [...new Set(all)].slice(0, 50);
}

type Kept = { contactId?: string | undefined; dropped?: readonly string[] };

/** At most as many parties as a log may carry, the sender and direct recipients before copies. */
export function partiesOf(people: readonly Person[], { contactId, dropped = [] }: Kept = {}): Party[] {
  const counterpart = counterpartOf(people);
  return people
    .filter((person) => !isUnreadable(person) && !dropped.includes(personKey(person)))
    .slice(0, 200)
    .map((person) => ({
      role: person.role,
      ...(person.name && { name: person.name }),
      ...(person.email && { email: person.email }),
      ...(contactId && person.email !== undefined && person.email === counterpart?.email && { contactId }),
    }));
}
