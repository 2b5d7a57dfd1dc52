import type { Context } from '../../../../shared/context.ts';
import type { CapturedItem } from '../../captured-item.ts';
import { counterpartOf, domainOf, type Person } from '../../people.ts';
import {
  type FieldEdits,
  type FieldId,
  type FieldProblem,
  fieldsOf,
  kept,
  problemOf,
  type ReadFields,
  readFields,
  type SenderFields,
} from './fields.ts';

/** What becomes of a counterpart whom nobody knows. `none`: the mail is logged, and nobody is added. */
export type SenderAs = 'contact' | 'lead' | 'none';
export type SenderEdits = { as?: SenderAs; fields?: FieldEdits };

export type Sender = {
  person: Person;
  /** The server was asked, and knows nobody of this address. */
  isUnknown: boolean;
  as: SenderAs;
  read: ReadFields;
  fields: SenderFields;
  /** An account of its own is made for the contact. */
  isAccountNew: boolean;
};

/** Records to add with the log, but for their ids, which are made when it is saved. */
export type Added = {
  account?: { name: string; domains: string[] };
  contact?: { name: string; title?: string; phone?: string; emails: string[] };
  lead?: { name: string; company?: string; title?: string; email?: string; phone?: string };
};

/** Whether the log goes to an account, or why not: none was wanted, several fit (`open`), or none is known. */
export type AccountState = 'chosen' | 'none' | 'open' | 'unknown';

type Around = {
  captured: CapturedItem;
  /** Undefined while the server is silent. */
  context: Context | undefined;
  account: AccountState;
};

/** Undefined for a page, for a mail without a counterpart, and for one whom the team knows. */
export function senderOf({ captured, context, account }: Around, edits: SenderEdits): Sender | undefined {
  const { item } = captured;
  const person = counterpartOf(captured.people);
  const email = person?.email;
  if (item.kind !== 'mail' || !email || isKnown(email, context)) return undefined;
  const domain = isDomainOf(context?.domain, email) ? context?.domain : undefined;
  const read = readFields({ person, item, domain });
  const isUnknown = context !== undefined;
  const isOffered = isUnknown && context.logged === undefined && item.automatic === undefined;
  const as = edits.as ?? (isOffered && isPlausible(person) ? usualAs(read) : 'none');
  return {
    person,
    isUnknown,
    as,
    read,
    fields: fieldsOf(read, edits.fields ?? {}),
    isAccountNew: as === 'contact' && account === 'unknown',
  };
}

const isKnown = (email: string, context: Context | undefined): boolean =>
  [...(context?.contacts ?? []), ...(context?.leads ?? []), ...(context?.colleagues ?? [])].some(
    (known) => known.email === email,
  );

/** The context speaks of the first address it was asked about, which need not be this one. */
const isDomainOf = (domain: string | undefined, email: string): boolean =>
  domain !== undefined && `.${domainOf(email)}`.endsWith(`.${domain}`);

/** A company is known: its contact. A company's name, but an address that anybody can have: a lead. */
function usualAs({ name, domain, company }: ReadFields): SenderAs {
  if (!name) return 'none';
  if (domain) return 'contact';
  return company ? 'lead' : 'none';
}

const ROBOT = /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster)(?:[-+._].*)?@/;

/** Nobody is proposed who imitates somebody else, or is no person at all. */
const isPlausible = ({ email = '', isNameFalse, asciiDomain }: Person): boolean =>
  !isNameFalse && !asciiDomain && !ROBOT.test(email);

/** The fields that each kind of record shows, in their order; the account's under a heading of its own. */
export const SHOWN: Record<'contact' | 'account' | 'lead', readonly FieldId[]> = {
  contact: ['name', 'title', 'email', 'phone', 'mobile'],
  account: ['company', 'domain'],
  lead: ['name', 'company', 'title', 'email', 'phone', 'mobile'],
};

/** What stands in the way of adding, in the order of the screen. */
export function problemsOf(sender: Sender): Map<FieldId, FieldProblem> {
  if (sender.as === 'none') return new Map();
  const hasAccount = sender.isAccountNew && kept(sender.fields.company) !== undefined;
  const ids = [...SHOWN[sender.as], ...(hasAccount ? SHOWN.account : [])];
  const found = ids.flatMap((id): [FieldId, FieldProblem][] => {
    const problem = problemOf(id, sender.fields[id]);
    return problem ? [[id, problem]] : [];
  });
  return new Map(found);
}

/** Undefined where nobody is added. */
export function addedBy({ as, fields, isAccountNew }: Sender): Added | undefined {
  const name = kept(fields.name) ?? '';
  const title = kept(fields.title);
  const email = kept(fields.email);
  const phone = kept(fields.phone) ?? kept(fields.mobile);
  const company = kept(fields.company);
  const rest = { ...(title && { title }), ...(phone && { phone }) };
  if (as === 'contact') {
    const domain = kept(fields.domain);
    const account = isAccountNew && company ? { name: company, domains: domain ? [domain] : [] } : undefined;
    return { ...(account && { account }), contact: { name, ...rest, emails: email ? [email] : [] } };
  }
  if (as === 'none') return undefined;
  return { lead: { name, ...(company && { company }), ...rest, ...(email && { email }) } };
}
