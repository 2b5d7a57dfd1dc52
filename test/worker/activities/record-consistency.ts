import { testEnv } from '../setup/databases.ts';

/** Records that were taken back, and every place that could still name one. */
const GONE = `SELECT id FROM account WHERE ws_id = ?1 AND owner_id = 0
  UNION ALL SELECT id FROM contact WHERE ws_id = ?1 AND owner_id = 0
  UNION ALL SELECT id FROM lead WHERE ws_id = ?1 AND owner_id = 0`;
const PLACES = {
  activity: ['account_id', 'contact_id', 'lead_id'],
  contribution: ['account_id', 'contact_id', 'lead_id'],
  task: ['account_id', 'contact_id', 'lead_id'],
  activity_party: ['contact_id'],
  contact: ['account_id'],
  opportunity: ['account_id'],
  account_domain: ['account_id'],
  contact_email: ['contact_id'],
  name_entry: ['record_id'],
};

const listed = async (sql: string, ...params: unknown[]): Promise<string[]> =>
  (
    await testEnv.SHARD_0.prepare(sql)
      .bind(...params)
      .raw<[unknown]>()
  ).map(([value]) => String(value));

/** What still names a record that was taken back, and names in the search that do not agree with the records. */
export async function recordFaults(wsId: number): Promise<string[]> {
  const places = Object.entries(PLACES).flatMap(([table, columns]) =>
    columns.map((column) => [table, column]),
  );
  const dangling = await Promise.all(
    places.map(async ([table, column]) => {
      const sql = `SELECT ${column} FROM ${table} WHERE ws_id = ?1 AND ${column} IN (${GONE})`;
      return (await listed(sql, wsId)).map((id) => `${table}.${column} names ${id}, which is gone`);
    }),
  );
  const entries = await listed('SELECT seq FROM name_entry WHERE ws_id = ? ORDER BY seq', wsId);
  const match = 'SELECT rowid FROM name_fts WHERE name_fts MATCH ? ORDER BY rowid';
  const words = await listed(match, `scope : w${wsId}`);
  return [...dangling.flat(), ...(String(entries) === String(words) ? [] : ['names and their words differ'])];
}
