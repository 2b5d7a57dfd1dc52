import { sql } from 'drizzle-orm';
import { openDatabase } from '../db/open-database.ts';
import type { Databases } from '../env.ts';

/** Database → name of the newest migration applied to it. */
export async function migrationLevels({ control, shards }: Databases): Promise<Record<string, string>> {
  const levels = await Promise.all(
    [['CONTROL', control] as const, ...shards].map(
      async ([name, database]) => [name, await migrationLevel(database)] as const,
    ),
  );
  return Object.fromEntries(levels);
}

async function migrationLevel(database: D1Database): Promise<string> {
  const newest = await openDatabase(database).get<{ name: string }>(
    sql`SELECT name FROM d1_migrations ORDER BY id DESC LIMIT 1`,
  );
  return newest?.name ?? 'none';
}
