import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteRaw } from 'drizzle-orm/sqlite-core/query-builders/raw';
import type { Level } from '../../shared/access.ts';
import type { ActivityType, Direction, Outcome } from '../../shared/activity.ts';
import type { TaskKind } from '../../shared/task.ts';
import type { Ctx } from '../context.ts';

/** A row of the feed as read, before it is cut to its reader. Names come with what decides who may read them. */
export type FeedRow = {
  id: string;
  type: ActivityType;
  direction: Direction | null;
  outcome: Outcome | null;
  occurredAt: number;
  loggedAt: number;
  ownerId: number;
  level: Level;
  subject: string | null;
  /** The beginning of it. */
  summary: string | null;
  snippet: string | null;
  attachmentCount: number;
  nextKind: TaskKind | null;
  nextText: string | null;
  nextOn: string | null;
  /** JSON of `Part`s; null where the owner's is the only one. */
  parts: string | null;
  accountId: string | null;
  accountName: string | null;
  accountOwnerId: number | null;
  accountAudience: string | null;
  opportunityId: string | null;
  opportunityName: string | null;
  opportunityOwnerId: number | null;
  opportunityAudience: string | null;
  amountMinor: number | null;
  currency: string | null;
  leadId: string | null;
  leadName: string | null;
  leadOwnerId: number | null;
  leadAudience: string | null;
};

/**
 * The feed rows of the activities that `source` names in a column `activity_id`. Read in the order of the source, each by
 * its key, so that a page costs what it shows.
 */
export function selectFeedRows(ctx: Ctx, source: SQL, rest = sql``) {
  return ctx.db.all<FeedRow>(sql`
    SELECT a.id AS "id", a.type AS "type", a.direction AS "direction", a.outcome AS "outcome",
      a.occurred_at AS "occurredAt", a.logged_at AS "loggedAt", a.owner_id AS "ownerId", a.level AS "level",
      a.subject AS "subject", substr(a.summary, 1, 400) AS "summary", a.snippet AS "snippet",
      json_array_length(a.attachments) AS "attachmentCount",
      a.next_kind AS "nextKind", a.next_text AS "nextText", a.next_on AS "nextOn",
      a.parts AS "parts",
      c.id AS "accountId", c.name AS "accountName", c.owner_id AS "accountOwnerId", c.audience AS "accountAudience",
      o.id AS "opportunityId", o.name AS "opportunityName", o.owner_id AS "opportunityOwnerId",
      o.audience AS "opportunityAudience", o.amount_minor AS "amountMinor", o.currency AS "currency",
      l.id AS "leadId", l.name AS "leadName", l.owner_id AS "leadOwnerId", l.audience AS "leadAudience"
    FROM (${source}) entry
    CROSS JOIN activity a ON a.ws_id = ${ctx.workspace.wsId} AND a.id = entry.activity_id
    LEFT JOIN account c ON c.ws_id = a.ws_id AND c.id = a.account_id
    LEFT JOIN opportunity o ON o.ws_id = a.ws_id AND o.id = a.opportunity_id
    LEFT JOIN lead l ON l.ws_id = a.ws_id AND l.id = a.lead_id
    ${rest}`);
}

/** Statements of one kind, however many, in one round trip. */
export async function oneTrip<T>(ctx: Ctx, statements: readonly SQLiteRaw<T[]>[]): Promise<T[][]> {
  const [first, ...rest] = statements;
  return first ? ctx.db.batch([first, ...rest]) : [];
}
