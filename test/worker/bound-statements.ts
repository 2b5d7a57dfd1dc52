import { afterEach, expect } from 'vitest';
import { type Observer, observeD1 } from '../../worker/db/observe.ts';
import type { Env } from '../../worker/env.ts';
import { SHARDS, testEnv } from './setup/databases.ts';
import { type Statement, unboundIn } from './unbound-in.ts';

const STATEMENTS_PER_REQUEST = 40;
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
