export type Fault = {
  /** Which call fails, counted from 1. */
  at: number;
  /** `request`: the database never hears of it. `answer`: it is done, and the answer is lost. */
  lost: 'request' | 'answer';
};

const INNER = Symbol('inner');
type Wrapped = D1PreparedStatement & { [INNER]: D1PreparedStatement };

/** The same database, one call of which fails as D1's network does. */
export function failingD1(d1: D1Database, fault: Fault): { database: D1Database; calls: () => number } {
  let calls = 0;
  const perform = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1;
    const isFailing = calls === fault.at;
    if (isFailing && fault.lost === 'request') throw new Error('D1_ERROR: Network connection lost.');
    const answer = await call();
    if (isFailing) throw new Error('D1_ERROR: Network connection lost.');
    return answer;
  };
  const wrap = (inner: D1PreparedStatement) =>
    ({
      [INNER]: inner,
      bind: (...values: unknown[]) => wrap(inner.bind(...values)),
      all: () => perform(() => inner.all()),
      run: () => perform(() => inner.run()),
      // Everything of the worker goes through `all`, `run` and `batch` (worker/db/observe.ts).
    }) as unknown as Wrapped;
  const database = {
    prepare: (sql: string) => wrap(d1.prepare(sql)),
    batch: (statements: Wrapped[]) =>
      perform(() => d1.batch(statements.map((statement) => statement[INNER]))),
  } as unknown as D1Database;
  return { database, calls: () => calls };
}
