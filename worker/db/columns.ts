import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** Columns under the names of `fields`, for a select that has to be written out because it names its index. */
export function columns(fields: Record<string, AnyColumn>): SQL {
  const named = Object.entries(fields).map(([name, column]) => sql`${column} AS ${sql.identifier(name)}`);
  return sql.join(named, sql`, `);
}
