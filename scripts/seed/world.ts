import { audienceOf } from '../../shared/access.ts';
import type { account, contact, lead, opportunity, pipeline, stage } from '../../worker/db/shard/schema.ts';
import type { Person } from './cast.ts';
import type { Language } from './names.ts';
import type { Random } from './random.ts';

export const DAY_MS = 86_400_000;

/** Numbers that the databases have not given away yet. */
export type FirstFree = { wsId: number; userId: number; teamId: number; seq: number; nameSeq: number };

export type Place = {
  wsId: number;
  uuid: string;
  name: string;
  timeZone: string;
  currency: string;
  createdAt: number;
  /** The sample's "now" (ms): everything lies before it, except what is planned. */
  now: number;
};

export type Member = Omit<Person, 'team' | 'manages'> & { id: number; teamId: number; manages: number[] };
export type Team = { id: number; name: string; parentId: number | undefined };
export type Funnel = typeof pipeline.$inferInsert & { stages: (typeof stage.$inferInsert)[] };
export type AccountRow = typeof account.$inferInsert;
export type ContactRow = typeof contact.$inferInsert;
export type LeadRow = typeof lead.$inferInsert;
export type OpportunityRow = typeof opportunity.$inferInsert;

export type Customer = {
  account: AccountRow;
  domain: string;
  language: Language;
  owner: Member;
  contacts: { row: ContactRow; email: string }[];
  opportunities: { row: OpportunityRow; moves: StageMove[] }[];
};
export type Prospect = { row: LeadRow; language: Language; owner: Member };

/** An opportunity's way through its pipeline; `from` is absent for its first stage. */
export type StageMove = {
  at: number;
  from: string | undefined;
  to: string;
  fromStatus: OpportunityRow['status'] | undefined;
  toStatus: OpportunityRow['status'];
};

export type World = {
  place: Place;
  random: Random;
  teams: Team[];
  members: Member[];
  funnels: Funnel[];
  customers: Customer[];
  prospects: Prospect[];
};

/** Columns that every owned record has. */
export function ownedBy(owner: Member, at: number, visibility: AccountRow['visibility'] = 'org') {
  const audience = audienceOf({ ownerId: owner.id, teamId: owner.teamId, visibility });
  return {
    ownerId: owner.id,
    teamId: owner.teamId,
    visibility,
    audience,
    createdBy: owner.id,
    createdAt: at,
    updatedAt: at,
  };
}
