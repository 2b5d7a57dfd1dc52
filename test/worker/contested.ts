import { testEnv } from './setup/databases.ts';
import { clientOf, type Person } from './setup/tenants.ts';

const INNER = Symbol('inner');
type Wrapped = D1PreparedStatement & { [INNER]: D1PreparedStatement };

/** The shard, where somebody else is always a little faster: `meanwhile` happens before each batch of writes. */
export function contested(meanwhile: () => Promise<unknown>) {
  let batches = 0;
  let statements = 0;
  const wrap = (inner: D1PreparedStatement): Wrapped =>
    ({ [INNER]: inner, bind: (...values: unknown[]) => wrap(inner.bind(...values)) }) as unknown as Wrapped;
  const database = {
    prepare: (sql: string) => wrap(testEnv.SHARD_0.prepare(sql)),
    batch: async (some: Wrapped[]) => {
      batches += 1;
      statements += some.length;
      if (batches % 2 === 0) await meanwhile();
      return testEnv.SHARD_0.batch(some.map((statement) => statement[INNER]));
    },
  } as unknown as D1Database;
  const client = ({ token, wsId }: Person) => clientOf(token, wsId, { SHARD_0: database });
  // The session's own row is read from Control.
  return { client, statements: () => statements + 1 };
}
