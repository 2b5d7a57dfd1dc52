import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { readerRows } from '../../../shared/access.ts';
import type { ActivityType } from '../../../shared/activity.ts';
import { monthOf } from '../../../shared/day.ts';
import { monthColumnOf } from '../../../shared/rollup.ts';
import { type ContributionRow, toContribution } from '../../../worker/activities/logged.ts';
import { sharedColumns } from '../../../worker/db/shard/activity-parts.ts';
import * as schema from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { recordFaults } from './record-consistency.ts';
import { searchFaults } from './search-entries.ts';

const shard = drizzle(testEnv.SHARD_0);
const TABLES = [
  schema.activity,
  schema.activityBody,
  schema.activityParty,
  schema.contribution,
  schema.activityReader,
  schema.receipt,
  schema.task,
  schema.account,
  schema.accountDomain,
  schema.contact,
  schema.contactEmail,
  schema.lead,
  schema.nameEntry,
  schema.opportunity,
  schema.repMonth,
  schema.activityDay,
  schema.auditEvent,
] as const;

/** Every row of a workspace that logging may touch, as text: equal before and after means that nothing happened. */
export async function snapshotOf(wsId: number): Promise<string> {
  const rows = await Promise.all(
    TABLES.map((table) => shard.select().from(table).where(eq(table.wsId, wsId))),
  );
  return JSON.stringify([rows, await searchable(wsId)]);
}

async function searchable(wsId: number): Promise<number[]> {
  const rows = await shard.all<{ rowid: number }>(
    sql`SELECT rowid FROM activity_fts WHERE activity_fts MATCH ${`scope:w${wsId}`} ORDER BY rowid`,
  );
  return rows.map(({ rowid }) => rowid);
}

/** What does not agree with the contributions, which alone say what was logged. */
export async function contradictionsIn(wsId: number): Promise<string[]> {
  const of = { wsId };
  const activities = await shard.select().from(schema.activity).where(eq(schema.activity.wsId, wsId));
  const contributions = await shard
    .select()
    .from(schema.contribution)
    .where(eq(schema.contribution.wsId, wsId));
  return [
    ...activities.flatMap((row) => {
      const own = contributions.filter(({ activityId }) => activityId === row.id);
      const { contributors, parts, differing } = row;
      const isSound =
        isEqual({ contributors, parts, differing }, sharedColumns(row.ownerId, own)) &&
        own.some((part) => part.userId === row.ownerId && isOwnersPart(row, part));
      return isSound ? [] : [`activity ${row.id} does not agree with its contributions`];
    }),
    ...differences(
      'orphan contribution',
      contributions.map(({ activityId }) => activityId),
      activities.map(({ id }) => id),
    ),
    ...(await rollupFaults(of, activities, contributions)),
    ...(await readerFaults(of, activities, contributions)),
    ...(await orphans(of, activities)),
    ...(await searchFaults(wsId, { activities, contributions })),
    ...(await receiptFaults(of, contributions)),
    ...(await recordFaults(wsId)),
  ];
}

const isEqual = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The activity carries the part of its owner, and nobody else's. */
const isOwnersPart = (row: ActivityRow, part: ContributionRow): boolean =>
  part.content === null &&
  (
    ['accountId', 'contactId', 'leadId', 'opportunityId', 'level', 'outcome', 'loggedAt', 'editedAt'] as const
  ).every((column) => row[column] === part[column]);

type ActivityRow = typeof schema.activity.$inferSelect;
type Of = { wsId: number };

const differences = (what: string, have: readonly string[], allowed: readonly string[]): string[] => {
  const known = new Set(allowed);
  return have.filter((one) => !known.has(one)).map((one) => `${what}: ${one}`);
};

function unequal(what: string, stored: readonly string[], counted: readonly string[]): string[] {
  return [
    ...differences(`${what} stored only`, stored, counted),
    ...differences(`${what} missing`, counted, stored),
  ];
}

function tally(keys: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, n]) => `${key} ${n}`);
}

async function rollupFaults(
  { wsId }: Of,
  activities: readonly ActivityRow[],
  contributions: readonly ContributionRow[],
) {
  const byId = new Map(activities.map((row) => [row.id, row]));
  const credited = contributions.flatMap(({ userId, activityId }) => {
    const row = byId.get(activityId);
    return row ? [{ userId, day: row.day, type: row.type }] : [];
  });
  const days = await shard.select().from(schema.activityDay).where(eq(schema.activityDay.wsId, wsId));
  const months = await shard.select().from(schema.repMonth).where(eq(schema.repMonth.wsId, wsId));
  const columns = ['emails', 'calls', 'meetings', 'visits', 'others'] as const;
  const monthKey = (userId: number, month: string, column: string) => `${userId} ${month} ${column}`;
  return [
    ...unequal(
      'activity_day',
      days.map(({ userId, day, type, n }) => `${userId} ${day} ${type} ${n}`),
      tally(credited.map(({ userId, day, type }) => `${userId} ${day} ${type}`)),
    ),
    ...unequal(
      'rep_month',
      months.flatMap((row) => [
        `${monthKey(row.userId, row.month, 'activities')} ${row.activities}`,
        ...columns.flatMap((column) =>
          row[column] ? [`${monthKey(row.userId, row.month, column)} ${row[column]}`] : [],
        ),
      ]),
      tally(
        credited.flatMap(({ userId, day, type }: { userId: number; day: string; type: ActivityType }) =>
          ['activities', monthColumnOf(type)].map((column) => monthKey(userId, monthOf(day), column)),
        ),
      ),
    ),
  ];
}

async function readerFaults(
  { wsId }: Of,
  activities: readonly ActivityRow[],
  contributions: readonly ContributionRow[],
) {
  const stored = await shard.select().from(schema.activityReader).where(eq(schema.activityReader.wsId, wsId));
  const wanted = activities.flatMap((row) =>
    readerRows(contributions.filter(({ activityId }) => activityId === row.id).map(toContribution)).map(
      (reader) => [row.id, row.occurredAt, row.type, reader.reader, reader.facet, reader.level].join(' '),
    ),
  );
  return unequal(
    'activity_reader',
    stored.map((row) =>
      [row.activityId, row.occurredAt, row.type, row.reader, row.facet, row.level].join(' '),
    ),
    wanted,
  );
}

async function orphans({ wsId }: Of, activities: readonly ActivityRow[]) {
  const bodies = await shard.select().from(schema.activityBody).where(eq(schema.activityBody.wsId, wsId));
  const parties = await shard.select().from(schema.activityParty).where(eq(schema.activityParty.wsId, wsId));
  const full = activities.filter(({ level }) => level === 'full').map(({ seq }) => String(seq));
  return [
    ...differences(
      'orphan body',
      bodies.map(({ seq }) => String(seq)),
      full,
    ),
    ...differences(
      'orphan party',
      parties.map(({ activityId }) => activityId),
      activities.map(({ id }) => id),
    ),
    ...unequal(
      'search entry',
      (await searchable(wsId)).map(String),
      activities.map(({ seq }) => String(seq)),
    ),
  ];
}

async function receiptFaults({ wsId }: Of, contributions: readonly ContributionRow[]) {
  const receipts = await shard.select().from(schema.receipt).where(eq(schema.receipt.wsId, wsId));
  const live = receipts
    .filter(({ kind, outcome }) => kind === 'activity' && outcome !== 'undone')
    .map(({ id }) => id);
  return differences(
    'contribution without a live receipt',
    contributions.map(({ receiptId }) => receiptId),
    live,
  );
}
