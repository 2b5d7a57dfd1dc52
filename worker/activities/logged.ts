import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Contribution } from '../../shared/access.ts';
import type { Ctx } from '../context.ts';
import { activity, activityBody, contribution } from '../db/shard/schema.ts';
import type { Content } from './content.ts';

export type ActivityRow = typeof activity.$inferSelect;
export type ContributionRow = typeof contribution.$inferSelect;

/** A stored activity with everything that a change of its contributions has to know. */
export type Logged = {
  row: ActivityRow;
  /** Oldest first. */
  contributions: ContributionRow[];
  content: Content;
};

export const byMessageKey = (key: string): SQL => sql`${activity.messageKey} = ${key}`;

/** The activity that `condition` finds, its contributions and its body: for a batch. */
export function loggedQueries(ctx: Ctx, condition: SQL) {
  const { wsId } = ctx.workspace;
  const inWorkspace = and(eq(activity.wsId, wsId), condition);
  const found = (column: SQL) => sql`(SELECT ${column} FROM ${activity} WHERE ${inWorkspace})`;
  return [
    ctx.db.select().from(activity).where(inWorkspace),
    ctx.db
      .select()
      .from(contribution)
      .where(and(eq(contribution.wsId, wsId), eq(contribution.activityId, found(sql`${activity.id}`))))
      .orderBy(asc(contribution.loggedAt), asc(contribution.userId)),
    ctx.db
      .select({ text: activityBody.text })
      .from(activityBody)
      .where(and(eq(activityBody.wsId, wsId), eq(activityBody.seq, found(sql`${activity.seq}`)))),
  ] as const;
}

export function toLogged(
  row: ActivityRow | undefined,
  contributions: ContributionRow[],
  text: string | undefined,
): Logged | undefined {
  return row && { row, contributions, content: { ...contentOf(row), text: text ?? null } };
}

const contentOf = (row: ActivityRow): Omit<Content, 'text'> => ({
  subject: row.subject,
  messageId: row.messageId,
  pageUrl: row.pageUrl,
  attachments: row.attachments,
  summary: row.summary,
  textCut: row.textCut,
});

/** As the rules of shared/access.ts take it. */
export const toContribution = ({ userId, teamId, visibility, level }: ContributionRow): Contribution => ({
  userId,
  teamId: teamId ?? undefined,
  visibility,
  level,
});
