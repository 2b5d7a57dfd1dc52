import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '../../worker/db/open-database.ts';
import { lead } from '../../worker/db/shard/schema.ts';
import { testEnv } from './setup/databases.ts';

test('a batch takes built and hand-written statements with parameters', async () => {
  const db = openDatabase(testEnv.SHARD_0);
  const [built, all] = await db.batch([
    db.select({ id: lead.id }).from(lead).where(sql`${lead.wsId} = ${-1}`),
    db.all<{ a: number }>(sql`SELECT ${1} AS a`),
    db.run(sql`DELETE FROM lead WHERE ws_id = ${-1}`),
  ]);
  expect([built, all]).toEqual([[], [{ a: 1 }]]);
});
