import type { Person } from '../setup/tenants.ts';

export const ACCOUNTS = 2000;
/** One activity a minute from here on. */
export const FIRST_AT = Date.UTC(2024, 0, 1);
export const MINUTE = 60_000;

const KINDS = { account: 'a', contact: 'c', opportunity: 'd', activity: 'e', lead: 'f', task: 'b' } as const;
type Kind = keyof typeof KINDS;

/** The id of the nth record of a workspace, in the form of a UUIDv7. */
export const idOf = (kind: Kind, wsId: number, n: number): string =>
  `0193000${KINDS[kind]}-${hex(wsId, 4)}-7000-8000-${hex(n, 12)}`;

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0');
const sqlId = (kind: Kind, n: string) => `printf('0193000${KINDS[kind]}-%04x-7000-8000-%012x', ?1, ${n})`;
// D1 binds every number as a real.
const numbers = (from: string, to: string) =>
  `WITH RECURSIVE n(i) AS (SELECT CAST(${from} AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to})`;

/** Accounts that activities belong to: few enough that each is busy in the small workspace as in the large one. */
const BUSY_ACCOUNTS = 100;

type Fill = { wsId: number; people: readonly Pick<Person, 'userId' | 'teamId'>[] };

/** Accounts, contacts and opportunities as the worker would have written them, made by SQL alone: fast enough to test. */
export async function fillRecords(d1: D1Database, { wsId, people }: Fill): Promise<void> {
  const owner = people[0]?.userId ?? 0;
  const run = (sql: string) => d1.prepare(sql).bind(wsId, owner).run();
  const owned = "?2, NULL, 'org', 'o', ?2, 1, 1";
  const ownedColumns = 'owner_id, team_id, visibility, audience, created_by, created_at, updated_at';
  await run(`${numbers('0', String(ACCOUNTS))}
    INSERT INTO account (ws_id, id, name, status, source, ${ownedColumns})
    SELECT ?1, ${sqlId('account', 'i')}, 'Account ' || i, 'customer', 'other', ${owned} FROM n`);
  await run(`${numbers('0', String(ACCOUNTS))}
    INSERT INTO account_domain (ws_id, domain, account_id)
    SELECT ?1, 'company' || i || '.example', ${sqlId('account', 'i')} FROM n WHERE ?2`);
  await run(`${numbers('0', String(ACCOUNTS * 2))}
    INSERT INTO contact (ws_id, id, account_id, name, ${ownedColumns})
    SELECT ?1, ${sqlId('contact', 'i')}, ${sqlId('account', `i % ${ACCOUNTS}`)}, 'Contact ' || i, ${owned} FROM n`);
  await run(`${numbers('0', String(ACCOUNTS * 2))}
    INSERT INTO contact_email (ws_id, email, contact_id)
    SELECT ?1, 'p' || i || '@company' || (i % ${ACCOUNTS}) || '.example', ${sqlId('contact', 'i')} FROM n WHERE ?2`);
  await run(`${numbers('0', String(ACCOUNTS * 2))}
    INSERT INTO opportunity (ws_id, id, account_id, name, pipeline_id, stage_id, stage_since, status, amount_minor,
      currency, next_step, next_step_on, ${ownedColumns})
    SELECT ?1, ${sqlId('opportunity', 'i')}, ${sqlId('account', `i % ${ACCOUNTS}`)}, 'Line ' || i, pipeline_id, id, 1,
      'open', i, 'CNY', 'Call', '2026-12-01', ${owned}
    FROM n CROSS JOIN (SELECT pipeline_id, id FROM stage WHERE ws_id = ?1 ORDER BY position LIMIT 1)`);
  await run(`${numbers('0', String(ACCOUNTS * 3))}
    INSERT INTO task (ws_id, id, kind, title, due_on, assignee_id, status, account_id, audience, created_by, created_at)
    SELECT ?1, ${sqlId('task', 'i')}, 'call', 'Call', '2026-12-01', ?2, 'todo', ${sqlId('account', `i % ${ACCOUNTS}`)}, 'o', ?2, 1
    FROM n`);
}

const CHUNK = 50_000;

/** Activities `from` to `to` with contributions and readers: a tenth shared by two people, a tenth private. */
export async function fillActivities(
  d1: D1Database,
  { wsId, people }: Fill,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const cast = JSON.stringify(people.map(({ userId, teamId }) => ({ u: userId, t: teamId ?? null })));
  for (let start = from; start < to; start += CHUNK) {
    const bounds = [start, Math.min(start + CHUNK, to)] as const;
    for (const sql of ACTIVITY_STATEMENTS)
      await d1
        .prepare(sql)
        .bind(wsId, ...bounds, cast)
        .run();
  }
}

/** The nth person of the cast, spread so that neighbours in time differ. */
const person = (n: string, of: 'u' | 't') =>
  `(?4 ->> ('$[' || ((${n}) % json_array_length(?4)) || '].${of}'))`;

const part = (n: string, at: number) =>
  `json_array(${person(n, 'u')}, ${person(n, 't')}, 'team', 'full', NULL, ${at})`;

const ACTIVITY_STATEMENTS = [
  `${numbers('?2', '?3')}
   INSERT INTO activity (ws_id, id, type, occurred_at, logged_at, day, owner_id, account_id, opportunity_id, level,
     subject, snippet, message_key, contributors, parts)
   SELECT ?1, ${sqlId('activity', 'i')}, CASE i % 50 WHEN 0 THEN 'visit' ELSE 'email' END,
     ${FIRST_AT} + i * ${MINUTE}, 1, date((${FIRST_AT} + i * ${MINUTE}) / 1000, 'unixepoch'),
     ${person('i', 'u')}, ${sqlId('account', `i * 7919 % ${BUSY_ACCOUNTS}`)}, ${sqlId('opportunity', `i * 7919 % ${BUSY_ACCOUNTS}`)},
     'full', 'Subject ' || i, 'The pump arrives on Monday, the pipes later.', printf('m:%064x', i), 1 + (i % 10 = 3),
     iif(i % 10 = 3, json_array(${part('i', 1)}, ${part('i + 1', 2)}), NULL)
   FROM n`,
  `INSERT INTO contribution (ws_id, activity_id, user_id, receipt_id, team_id, account_id, opportunity_id, level,
     visibility, logged_at)
   ${numbers('?2', '?3')}
   SELECT ?1, ${sqlId('activity', 'i')}, ${person('i + j', 'u')}, ${sqlId('activity', 'i')}, ${person('i + j', 't')},
     ${sqlId('account', `i * 7919 % ${BUSY_ACCOUNTS}`)}, ${sqlId('opportunity', `i * 7919 % ${BUSY_ACCOUNTS}`)}, 'full',
     CASE WHEN j = 1 OR i % 10 < 6 THEN 'team' WHEN i % 10 < 9 THEN 'org' ELSE 'private' END, 1 + j
   FROM n CROSS JOIN (SELECT 0 AS j UNION ALL SELECT 1) WHERE j = 0 OR i % 10 = 3`,
  // The rules of readerRows (shared/access.ts), where every level is full.
  `INSERT OR IGNORE INTO activity_reader (ws_id, reader, facet, occurred_at, activity_id, level, type)
   SELECT ws_id, reader, facet, occurred_at, id, 'full', type FROM (
     SELECT a.ws_id, a.occurred_at, a.id, a.type, keys.column1 AS key_kind,
       CASE keys.column1
         WHEN 'u' THEN 'u:' || c.user_id
         WHEN 'o' THEN iif(c.visibility = 'org', 'o', NULL)
         WHEN 'a' THEN iif(c.visibility = 'team', 'a', NULL)
         ELSE iif(c.visibility = 'team', 't:' || c.team_id, NULL)
       END AS reader,
       CASE facets.column1
         WHEN 'a' THEN 'a' || a.account_id
         WHEN 'o' THEN 'o' || a.opportunity_id
         WHEN 'p' THEN iif(keys.column1 = 'u', NULL, 'p' || c.user_id)
         ELSE ''
       END AS facet
     FROM contribution c
     CROSS JOIN activity a ON a.ws_id = c.ws_id AND a.id = c.activity_id
     CROSS JOIN (VALUES ('u'), ('o'), ('a'), ('t')) keys
     CROSS JOIN (VALUES (''), ('a'), ('o'), ('p')) facets
     WHERE c.ws_id = ?1 AND c.activity_id BETWEEN ${sqlId('activity', '?2')} AND ${sqlId('activity', '(?3 - 1)')} AND ?4 <> ''
   ) WHERE reader IS NOT NULL AND facet IS NOT NULL`,
];
