export type Executed = {
  database: string;
  sql: string;
  params: readonly unknown[];
  rowsRead: number;
  rowsWritten: number;
};

/** Called once per statement; statements of one round trip share `trip`. */
export type Observer = (statement: Executed & { trip: number }) => void;

const STATEMENT = Symbol('statement');
type Observed = D1PreparedStatement & {
  [STATEMENT]: { inner: D1PreparedStatement; sql: string; params: unknown[] };
};
let trips = 0;

/**
 * The same database, with every executed statement reported. Counts feed the request log and the budgets in tests.
 * `raw()` runs through `all()`, because D1 drops `meta` from raw results: so no two columns of a select may share a
 * name (Drizzle's batch has the same limit).
 */
export function observeD1(d1: D1Database, database: string, observer: Observer): D1Database {
  const report = (statement: Observed, trip: number, meta: D1Meta) => {
    const { sql, params } = statement[STATEMENT];
    observer({
      database,
      sql,
      params,
      trip,
      rowsRead: meta.rows_read ?? 0,
      rowsWritten: meta.rows_written ?? 0,
    });
  };

  const wrap = (inner: D1PreparedStatement, sql: string, params: unknown[]): Observed => {
    const all = async <T>(): Promise<D1Result<T>> => {
      const result = await inner.all<T>();
      report(self, ++trips, result.meta);
      return result;
    };
    const self = {
      [STATEMENT]: { inner, sql, params },
      bind: (...values: unknown[]) => wrap(inner.bind(...values), sql, values),
      all,
      run: all,
      first: async (column?: string) => {
        const row = (await all<Record<string, unknown>>()).results[0];
        return row === undefined ? null : column === undefined ? row : (row[column] ?? null);
      },
      raw: async () => (await all<Record<string, unknown>>()).results.map((row) => Object.values(row)),
      // The wrapper stands in for the runtime's class, whose overloads an object literal cannot repeat.
    } as unknown as Observed;
    return self;
  };

  return {
    prepare: (sql: string) => wrap(d1.prepare(sql), sql, []),
    batch: async <T>(statements: D1PreparedStatement[]) => {
      const observed = statements as Observed[];
      const results = await d1.batch<T>(observed.map((statement) => statement[STATEMENT].inner));
      const trip = ++trips;
      results.forEach((result, i) => {
        const statement = observed[i];
        if (statement) report(statement, trip, result.meta);
      });
      return results;
    },
    exec: (sql: string) => d1.exec(sql),
    withSession: (bookmark?: string) => d1.withSession(bookmark),
    dump: () => d1.dump(),
  } as unknown as D1Database;
}
