import { and, eq, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { uuidv7 } from 'uuidv7';
import type { NewActivity } from '../../shared/activity.ts';
import type { SearchResult } from '../../shared/search.ts';
import { account, auditEvent, contact, lead } from '../../worker/db/shard/schema.ts';
import { mail } from './activities/logs.ts';
import { testEnv } from './setup/databases.ts';
import { bodyOf, newWorkspace, type Person } from './setup/tenants.ts';

const shard = drizzle(testEnv.SHARD_0);
let senders = 0;

export async function twoTeams() {
  const { people, wsId, teams } = await newWorkspace({
    teams: ['north', 'south'],
    members: {
      ann: { team: 'north', email: 'ann@ours.example' },
      bob: { team: 'north', email: 'bob@ours.example' },
      eve: { team: 'south', email: 'eve@ours.example' },
    },
  });
  return { ...people, teams, wsId };
}

type Wanted = { email?: string; domain?: string | undefined; visibility?: 'private' | 'team' | 'org' };

/** A mail of somebody whom nobody knows yet, logged with a new contact and a new account. */
export function fromNewSender(wanted: Wanted = {}, extra: Partial<NewActivity> = {}) {
  const domain = wanted.domain ?? `sender${++senders}.example`;
  const email = wanted.email ?? `li@${domain}`;
  const [accountId, contactId] = [uuidv7(), uuidv7()];
  const visibility = wanted.visibility ?? 'org';
  return mail({
    accountId,
    contactId,
    parties: [{ role: 'from', name: 'Li Wei', email }],
    create: {
      account: { id: accountId, name: `Sender of ${domain}`, domains: [domain], visibility },
      contact: {
        id: contactId,
        name: 'Li Wei',
        emails: [email],
        accountId,
        mobile: '138 0013 8000',
        visibility,
      },
    },
    ...extra,
  });
}

/** The same for a lead. */
export function fromNewLead(email = `li@lead${++senders}.example`, extra: Partial<NewActivity> = {}) {
  const leadId = uuidv7();
  return mail({
    leadId,
    create: { lead: { id: leadId, name: 'Li Wei', company: 'Hengchuan', email } },
    ...extra,
  });
}

const live = <T extends typeof account | typeof contact | typeof lead>(table: T, wsId: number) =>
  and(eq(table.wsId, wsId), isNull(table.archivedAt));

/** Every record in use, whoever may read it. */
export async function recordsIn(wsId: number) {
  return {
    accounts: await shard.select().from(account).where(live(account, wsId)),
    contacts: await shard.select().from(contact).where(live(contact, wsId)),
    leads: await shard.select().from(lead).where(live(lead, wsId)),
  };
}

export async function countsIn(wsId: number): Promise<[number, number, number]> {
  const { accounts, contacts, leads } = await recordsIn(wsId);
  return [accounts.length, contacts.length, leads.length];
}

/** What was done, in order. */
export async function auditOf(wsId: number): Promise<string[]> {
  const of = eq(auditEvent.wsId, wsId);
  const rows = await shard.select().from(auditEvent).where(of).orderBy(auditEvent.seq);
  return rows.map(({ action, recordId }) => `${action} ${recordId}`);
}

export async function namesFound({ client }: Person, q: string): Promise<string[]> {
  const { names } = await bodyOf<SearchResult>(client.api.v1.search.$get({ query: { q } }));
  return names.map(({ id }) => id);
}
