/** Statements of one round trip share `trip`. */
export type Sent = { database: string; sql: string; params: readonly unknown[]; trip: number };
export type Answered = Sent & { rowsRead: number; rowsWritten: number };

/** Called once per statement. What is sent may never be answered: a batch is aborted as a whole. */
export type Observer = { sent?(statement: Sent): void; answered?(statement: Answered): void };

const STATEMENT = Symbol('statement');
type Observed = D1PreparedStatement & {
  [STATEMENT]: { inner: D1PreparedStatement; sql: string; params: unknown[] };
};
let trips = 0;

/**
 * The same database, with every statement reported. Counts feed the request log and the budgets in tests.
 * `raw()` runs through `all()`, because D1 drops `meta` from raw results: so no two columns of a select may share a
 * name (Drizzle's batch has the same limit).
 */
export function observeD1(d1: D1Database, database: string, observer: Observer): D1Database {
  const send = (statements: readonly Observed[]): Sent[] => {
    const trip = ++trips;
    const sent = statements.map(({ [STATEMENT]: { sql, params } }) => ({ database, sql, params, trip }));
    for (const statement of sent) observer.sent?.(statement);
    return sent;
  };
  const answer = (sent: readonly Sent[], results: readonly D1Result[]) => {
    sent.forEach((statement, i) => {
      const { rows_read: rowsRead = 0, rows_written: rowsWritten = 0 } = results[i]?.meta ?? {};
      observer.answered?.({ ...statement, rowsRead, rowsWritten });
    });
  };

  const wrap = (inner: D1PreparedStatement, sql: string, params: unknown[]): Observed => {
    const all = async <T>(): Promise<D1Result<T>> => {
      const sent = send([self]);
      const result = await inner.all<T>();
      answer(sent, [result]);
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
      const sent = send(observed);
      const results = await d1.batch<T>(observed.map((statement) => statement[STATEMENT].inner));
      answer(sent, results);
      return results;
    },
    exec: (sql: string) => d1.exec(sql),
    withSession: (bookmark?: string) => d1.withSession(bookmark),
    dump: () => d1.dump(),
  } as unknown as D1Database;
}
