import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, expect } from 'vitest';
import { type Observer, observeD1, type Sent } from '../../worker/db/observe.ts';
import * as shardSchema from '../../worker/db/shard/schema.ts';
import type { Env } from '../../worker/env.ts';
import { SHARDS, testEnv } from './setup/databases.ts';

const STATEMENTS_PER_REQUEST = 40;
const TENANT_TABLES = Object.values(shardSchema)
  .filter((table) => is(table, SQLiteTable))
  .filter((table) => 'wsId' in getTableColumns(table))
  .map(getTableName);
const TENANT_TABLE = new RegExp(`\\b(from|join|into|update)\\s+"?(${TENANT_TABLES.join('|')})\\b`, 'i');
const SEARCH_TABLE = /\b(from|join|into)\s+"?(activity_fts|name_fts)\b/i;
const BOUND_WORKSPACE = /\bws_id"?\s*=\s*\?/g;

type Statement = Pick<Sent, 'sql' | 'params'>;

/**
 * What is wrong with a statement on a shard, if anything: each one that names a workspace's table has to say by a bound
 * number whose rows it means. `wsId` undefined = the caller is not signed in yet; any workspace will do, but only one.
 */
export function unboundIn(statement: Statement, wsId: number | undefined): string | undefined {
  const { sql, params } = statement;
  const own = wsId ?? params.find((param) => typeof param === 'number');
  if (SEARCH_TABLE.test(sql)) return isSearchBound(statement, own) ? undefined : 'search outside a workspace';
  if (!TENANT_TABLE.test(sql)) return undefined;
  const compared = [...sql.matchAll(BOUND_WORKSPACE)].map((match) => {
    const position = sql.slice(0, match.index + match[0].length).split('?').length - 2;
    return params[position];
  });
  if (compared.some((value) => value !== own)) return 'another workspace is bound';
  const isInsert = /^\s*insert\b/i.test(sql);
  if (compared.length > 0 || (isInsert && /\bws_id\b/.test(sql) && params.includes(own))) return undefined;
  return 'no workspace is bound';
}

function isSearchBound({ sql, params }: Statement, wsId: unknown): boolean {
  const token = new RegExp(`\\bw${wsId}\\b`);
  const isByRow = /^\s*delete\b/i.test(sql) && params.includes(wsId) && /\bws_id\b/.test(sql);
  return isByRow || params.some((param) => typeof param === 'string' && token.test(param));
}

const faults: string[] = [];
const listeners = new Set<Observer>();
const unchecked = new Map<string, () => Promise<void>>();
const checked = new Set<string>();

/** The worker's bindings for one request of `wsId`, every statement of which is checked when the test ends. */
export function guardedEnv(wsId: number | undefined, extra: Partial<Env> = {}): Env {
  let statements = 0;
  const guard = (name: (typeof SHARDS)[number]) => {
    const database = testEnv[name];
    if (!database) throw new Error(`${name} is not bound`);
    return observeD1(database, name, {
      sent: (statement) => {
        counting.sent?.(statement);
        const fault = unboundIn(statement, wsId);
        if (fault) faults.push(`${fault}: ${statement.sql}`);
      },
      answered: (statement) => {
        counting.answered?.(statement);
        if (/^\s*(select|with)\b/i.test(statement.sql)) checkNamesLater(database, statement);
      },
    });
  };
  const counting: Observer = {
    sent: (statement) => {
      for (const listener of listeners) listener.sent?.(statement);
      statements += 1;
      if (statements === STATEMENTS_PER_REQUEST + 1) faults.push('a request of more than 40 statements');
    },
    answered: (statement) => {
      for (const listener of listeners) listener.answered?.(statement);
    },
  };
  const control = observeD1(testEnv.CONTROL, 'CONTROL', counting);
  const shards = Object.fromEntries(SHARDS.map((name) => [name, guard(name)]));
  return { ...testEnv, ...shards, ...extra, CONTROL: control };
}

/** Rows reach Drizzle as objects, where two columns of one name would silently become one. */
function checkNamesLater(database: D1Database, { sql, params }: Statement) {
  if (checked.has(sql)) return;
  checked.add(sql);
  unchecked.set(sql, async () => {
    const [names = []] = await database
      .prepare(sql)
      .bind(...params)
      .raw<string[]>({ columnNames: true });
    if (new Set(names).size < names.length) faults.push(`two columns of one name: ${sql}`);
  });
}

export async function takeFaults(): Promise<string[]> {
  for (const check of unchecked.values()) await check();
  unchecked.clear();
  return faults.splice(0);
}

afterEach(async () => {
  expect(await takeFaults()).toEqual([]);
});

/** What the guarded requests made by `run` cost together: for budgets. The session's own read is part of it. */
export async function costOf(run: () => Promise<unknown>) {
  const cost = { statements: 0, rowsRead: 0, rowsWritten: 0 };
  const trips = new Set<number>();
  const listener: Observer = {
    sent: ({ trip }) => {
      trips.add(trip);
      cost.statements += 1;
    },
    answered: ({ rowsRead, rowsWritten }) => {
      cost.rowsRead += rowsRead;
      cost.rowsWritten += rowsWritten;
    },
  };
  listeners.add(listener);
  await run();
  listeners.delete(listener);
  return { ...cost, trips: trips.size };
}
