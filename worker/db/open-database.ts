import { is } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { SQLiteRaw } from 'drizzle-orm/sqlite-core/query-builders/raw';

/**
 * Drizzle over D1, whose `batch` also takes hand-written statements (`db.run(sql…)`, `db.all(sql…)`) with parameters:
 * Drizzle 0.45 forgets to prepare those and fails on them.
 */
export function openDatabase(d1: D1Database): DrizzleD1Database {
  const db = drizzle(d1);
  const batch: typeof db.batch = db.batch.bind(db);
  db.batch = (items) => {
    for (const item of items) {
      if (is(item, SQLiteRaw)) Object.assign(item, { stmt: d1.prepare(item.getQuery().sql) });
    }
    return batch(items);
  };
  return db;
}
