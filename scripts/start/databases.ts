import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { PlainError } from '../plain-error.ts';
import { fromRoot, ROOT } from '../root.ts';
import { WRANGLER, wranglerEnv } from './wrangler.ts';

export type Binding = 'CONTROL' | 'SHARD_0';

/** Each binding's migrations, and a table by which its file is known: D1 names local files by a hash. */
const DATABASES: Record<Binding, { migrations: string; landmark: string }> = {
  CONTROL: { migrations: 'worker/db/control/migrations', landmark: 'membership' },
  SHARD_0: { migrations: 'worker/db/shard/migrations', landmark: 'workspace_home' },
};

/** Brings the local databases in `dataDir` up to date; costs nothing where they are. */
export async function migrate(dataDir: string): Promise<void> {
  for (const binding of Object.keys(DATABASES) as Binding[]) {
    if (isUpToDate(dataDir, binding)) continue;
    await promisify(execFile)(
      process.execPath,
      [WRANGLER, 'd1', 'migrations', 'apply', binding, '--local', '--persist-to', dataDir],
      { cwd: ROOT, env: wranglerEnv() },
    ).catch((error: { stdout?: string; stderr?: string }) => {
      throw new PlainError(
        `The local database ${binding} could not be migrated; move ${dataDir} away to begin anew.\n${error.stdout ?? ''}${error.stderr ?? ''}`,
      );
    });
  }
}

function isUpToDate(dataDir: string, binding: Binding): boolean {
  const path = findDatabase(dataDir, binding);
  if (!path) return false;
  const wanted = readdirSync(fromRoot(DATABASES[binding].migrations)).filter((name) => name.endsWith('.sql'));
  const applied = new Set(query(path, 'SELECT name FROM d1_migrations').map(({ name }) => name));
  return wanted.every((name) => applied.has(name));
}

export function databasePath(dataDir: string, binding: Binding): string {
  const path = findDatabase(dataDir, binding);
  if (!path) throw new PlainError(`There is no database ${binding} in ${dataDir}; "npm start" makes it.`);
  return path;
}

function findDatabase(dataDir: string, binding: Binding): string | undefined {
  const folder = join(dataDir, 'v3/d1/miniflare-D1DatabaseObject');
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  return files.map((name) => join(folder, name)).find((path) => hasTable(path, DATABASES[binding].landmark));
}

const hasTable = (path: string, table: string): boolean =>
  query(path, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table).length > 0;

/** Rows of a read-only query; a server may have the file open at the same time. */
export function query(path: string, sql: string, ...args: (string | number)[]): Record<string, unknown>[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return db.prepare(sql).all(...args);
  } finally {
    db.close();
  }
}
