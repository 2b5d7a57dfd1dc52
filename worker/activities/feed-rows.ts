import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteRaw } from 'drizzle-orm/sqlite-core/query-builders/raw';
import type { Level } from '../../shared/access.ts';
import type { ActivityType, Direction, Outcome } from '../../shared/activity.ts';
import type { TaskKind } from '../../shared/task.ts';
import type { Ctx } from '../context.ts';

/** A row of the feed as read, before it is cut to its reader. Names come with what decides who may read them. */
export type FeedRow = Shown & {
  id: string;
  type: ActivityType;
  direction: Direction | null;
  outcome: Outcome | null;
  occurredAt: number;
  loggedAt: number;
  editedAt: number | null;
  ownerId: number;
  level: Level;
  /** The beginning of it. */
  summary: string | null;
  nextKind: TaskKind | null;
  nextText: string | null;
  nextOn: string | null;
  /** JSON of `Part`s; null where the owner's is the only one. */
  parts: string | null;
  /** JSON of `OwnPart`s, of everybody but the owner; null where all are alike and filed alike. */
  ownParts: string | null;
};

/** What a row shows of one contribution: its words, and the records it is filed under. */
export type Shown = Links & { subject: string | null; snippet: string | null; attachmentCount: number };

/** Without words of its own a contribution says what the activity says, cut to its level. */
export type OwnPart = Omit<Shown, keyof Links> & { userId: number; hasContent: 0 | 1; links: Links };

export type Links = {
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

// Only where people logged different things, so that other rows cost nothing more; names only of records that the row
// itself has not read. D1 takes 32 arguments per function.
const OWN_PARTS = sql`
  CASE WHEN a.differing > 0 THEN (
    SELECT json_group_array(json_object(
      'userId', k.user_id, 'hasContent', k.content IS NOT NULL, 'subject', k.content ->> 'subject',
      'snippet', k.content ->> 'snippet', 'attachmentCount', json_array_length(k.content, '$.attachments'),
      'links', json_object(
        'accountId', k.account_id, 'accountName', kc.name, 'accountOwnerId', kc.owner_id, 'accountAudience', kc.audience,
        'opportunityId', k.opportunity_id, 'opportunityName', ko.name, 'opportunityOwnerId', ko.owner_id,
        'opportunityAudience', ko.audience, 'amountMinor', ko.amount_minor, 'currency', ko.currency,
        'leadId', k.lead_id, 'leadName', kl.name, 'leadOwnerId', kl.owner_id, 'leadAudience', kl.audience
      )
    ))
    FROM contribution k
    LEFT JOIN account kc ON kc.ws_id = k.ws_id AND kc.id = iif(k.account_id IS a.account_id, NULL, k.account_id)
    LEFT JOIN opportunity ko
      ON ko.ws_id = k.ws_id AND ko.id = iif(k.opportunity_id IS a.opportunity_id, NULL, k.opportunity_id)
    LEFT JOIN lead kl ON kl.ws_id = k.ws_id AND kl.id = iif(k.lead_id IS a.lead_id, NULL, k.lead_id)
    WHERE k.ws_id = a.ws_id AND k.activity_id = a.id AND k.user_id <> a.owner_id
  ) END`;

/**
 * The feed rows of the activities that `source` names in a column `activity_id`. Read in the order of the source, each by
 * its key, so that a page costs what it shows.
 */
export function selectFeedRows(ctx: Ctx, source: SQL, rest = sql``) {
  return ctx.db.all<FeedRow>(sql`
    SELECT a.id AS "id", a.type AS "type", a.direction AS "direction", a.outcome AS "outcome",
      a.occurred_at AS "occurredAt", a.logged_at AS "loggedAt", a.edited_at AS "editedAt", a.owner_id AS "ownerId",
      a.level AS "level",
      a.subject AS "subject", substr(a.summary, 1, 400) AS "summary", a.snippet AS "snippet",
      json_array_length(a.attachments) AS "attachmentCount",
      a.next_kind AS "nextKind", a.next_text AS "nextText", a.next_on AS "nextOn",
      a.parts AS "parts", ${OWN_PARTS} AS "ownParts",
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
