import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { PlainError } from '../plain-error.ts';
import type { Chunk } from './tables.ts';

export type Writer = { write(chunk: Chunk): void; finish(): void };

/**
 * Writes straight into the files of a local D1 that no server has open: thirty times as fast as through D1. Foreign keys
 * are checked once, at the end.
 */
export function openWriter(paths: Record<Chunk['database'], string>): Writer {
  const databases = { control: begin(paths.control), shard: begin(paths.shard) };
  const statements = new Map<string, StatementSync>();
  return {
    write({ database, table, columns, values }) {
      const key = `${database} ${table}`;
      const statement = statements.get(key) ?? databases[database].prepare(insert(table, columns));
      statements.set(key, statement);
      for (const row of values) statement.run(...row);
    },
    finish() {
      for (const database of Object.values(databases)) end(database);
    },
  };
}

const insert = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

function begin(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    database.exec('PRAGMA cache_size = -262144; BEGIN IMMEDIATE');
  } catch {
    throw new PlainError('These databases are in use: stop "npm start" and run this again.');
  }
  return database;
}

function end(database: DatabaseSync): void {
  const broken = database.prepare('PRAGMA foreign_key_check').all();
  if (broken.length > 0) {
    throw new Error(`sample data points at nothing: ${JSON.stringify(broken.slice(0, 3))}`);
  }
  database.exec('COMMIT; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}
