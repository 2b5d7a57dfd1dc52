import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Contribution } from '../../shared/access.ts';
import type { Ctx } from '../context.ts';
import type { StoredParty } from '../db/shard/own-content.ts';
import { activity, contribution } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { atLevel, type Content } from './content.ts';

export type ActivityRow = typeof activity.$inferSelect;
export type ContributionRow = typeof contribution.$inferSelect;

/** A stored activity with everything that a change of its contributions has to know. */
export type Logged = {
  row: ActivityRow;
  /** Oldest first. */
  contributions: ContributionRow[];
  /** What its owner said. */
  content: Content;
};

export const byMessageKey = (key: string): SQL => sql`${activity.messageKey} = ${key}`;

// A select of one table leaves table names off its columns, also inside a subselect: these are written out.
const TEXT = sql<
  string | null
>`(SELECT b.text FROM activity_body b WHERE b.ws_id = activity.ws_id AND b.seq = activity.seq)`;
const PARTIES = sql<string>`(
  SELECT json_group_array(json_object(
    'role', role, 'name', name, 'email', email, 'contactId', contact_id, 'userId', user_id
  )) FROM (
    SELECT * FROM activity_party p WHERE p.ws_id = activity.ws_id AND p.activity_id = activity.id ORDER BY p.position
  ))`;

/** The activity that `condition` finds, with its body and parties, and its contributions: for a batch. */
export function loggedQueries(ctx: Ctx, condition: SQL) {
  const { wsId } = ctx.workspace;
  const inWorkspace = and(eq(activity.wsId, wsId), condition);
  const id = sql`(SELECT ${activity.id} FROM ${activity} WHERE ${inWorkspace})`;
  return [
    ctx.db
      .select({
        ...getTableColumns(activity),
        bodyText: TEXT.as('body_text'),
        partiesJson: PARTIES.as('parties_json'),
      })
      .from(activity)
      .where(inWorkspace),
    ctx.db
      .select()
      .from(contribution)
      .where(and(eq(contribution.wsId, wsId), eq(contribution.activityId, id)))
      .orderBy(asc(contribution.loggedAt), asc(contribution.userId)),
  ] as const;
}

type Read = ActivityRow & { bodyText: string | null; partiesJson: string };

export function toLogged(read: Read | undefined, contributions: ContributionRow[]): Logged | undefined {
  if (!read) return undefined;
  const { bodyText: text, partiesJson, ...row } = read;
  const { subject, messageId, attachments, summary, textCut } = row;
  const parties = (JSON.parse(partiesJson) as StoredParty[]).map((party) => withoutNulls(party));
  return {
    row,
    contributions,
    content: { subject, messageId, attachments, parties, summary, text, textCut },
  };
}

/** What one contribution says. The summary is its owner's alone. */
export function contentBy(
  { row, content }: Logged,
  { userId, level, content: own }: ContributionRow,
): Content {
  if (userId === row.ownerId) return content;
  return { ...(own ?? atLevel(content, level)), summary: null };
}

/** As the rules of shared/access.ts take it. */
export const toContribution = (row: ContributionRow): Contribution => ({
  userId: row.userId,
  teamId: row.teamId ?? undefined,
  visibility: row.visibility,
  level: row.level,
  accountId: row.accountId ?? undefined,
  opportunityId: row.opportunityId ?? undefined,
});
