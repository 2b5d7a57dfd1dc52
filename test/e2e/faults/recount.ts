import { type Contribution, readerRows } from '../../../shared/access.ts';
import type { Stack } from '../stack.ts';

export type Rows = Stack['rows'];

const CREDITS = `SELECT c.user_id, a.day, a.type FROM contribution c
  JOIN activity a ON a.ws_id = c.ws_id AND a.id = c.activity_id WHERE c.ws_id = ?1`;

/** What is stored and what a recount from the contributions gives. */
const ROLLUPS = {
  activity_day: [
    'SELECT user_id, day, type, n FROM activity_day WHERE ws_id = ?1',
    `SELECT user_id, day, type, count(*) FROM (${CREDITS}) GROUP BY 1, 2, 3`,
  ],
  rep_month: [
    'SELECT user_id, month, activities, emails, calls, meetings, visits, others FROM rep_month WHERE ws_id = ?1',
    `SELECT user_id, substr(day, 1, 7), count(*), sum(type = 'email'), sum(type = 'call'),
       sum(type IN ('meeting', 'demo')), sum(type = 'visit'),
       sum(type NOT IN ('email', 'call', 'meeting', 'demo', 'visit'))
     FROM (${CREDITS}) GROUP BY 1, 2`,
  ],
} as const;

/** Rows of a rollup that a recount of the whole workspace does not find, and the other way round. */
export function rollupFaults(rows: Rows, wsId: number): string[] {
  return Object.entries(ROLLUPS).flatMap(([table, [stored, counted]]) => {
    const differing = (a: string, b: string) =>
      rows(`SELECT * FROM (${a}) EXCEPT SELECT * FROM (${b})`, wsId).map((row) => JSON.stringify(row));
    return [
      ...differing(stored, counted).map((row) => `${table} holds ${row}`),
      ...differing(counted, stored).map((row) => `${table} lacks ${row}`),
    ];
  });
}

/** `activity_reader` against what the contributions open, by the rules of shared/access.ts. */
export function readerFaults(rows: Rows, wsId: number): string[] {
  const contributions = Map.groupBy(
    rows(
      `SELECT activity_id AS id, user_id AS userId, team_id AS teamId, visibility, level,
         account_id AS accountId, opportunity_id AS opportunityId
       FROM contribution WHERE ws_id = ?`,
      wsId,
    ),
    ({ id }) => String(id),
  );
  const wanted = rows('SELECT id, occurred_at AS at, type FROM activity WHERE ws_id = ?', wsId).flatMap(
    ({ id, at, type }) =>
      readerRows((contributions.get(String(id)) ?? []).map(contributionOf)).map(({ reader, facet, level }) =>
        [reader, facet, level, id, at, type].join(' '),
      ),
  );
  const stored = rows(
    'SELECT reader, facet, level, activity_id, occurred_at, type FROM activity_reader WHERE ws_id = ?',
    wsId,
  ).map((row) => Object.values(row).join(' '));
  return unequal('activity_reader', stored, wanted);
}

/** Every activity of the workspace has one search entry, and there is no other. */
export function searchFaults(rows: Rows, wsId: number): string[] {
  const entries = rows('SELECT rowid FROM activity_fts WHERE activity_fts MATCH ?', `scope:w${wsId}`);
  const activities = rows('SELECT seq FROM activity WHERE ws_id = ?', wsId);
  return unequal(
    'activity_fts',
    entries.map(({ rowid }) => String(rowid)),
    activities.map(({ seq }) => String(seq)),
  );
}

export function unequal(what: string, stored: readonly string[], wanted: readonly string[]): string[] {
  const [have, want] = [new Set(stored), new Set(wanted)];
  return [
    ...(stored.length === have.size ? [] : [`${what} holds something twice`]),
    ...stored.filter((one) => !want.has(one)).map((one) => `${what} holds ${one}`),
    ...wanted.filter((one) => !have.has(one)).map((one) => `${what} lacks ${one}`),
  ];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function contributionOf({ teamId, accountId, opportunityId, ...row }: Record<string, unknown>): Contribution {
  const records = { accountId: textOf(accountId), opportunityId: textOf(opportunityId) };
  return { ...row, ...records, teamId: teamId ?? undefined } as Contribution;
}
