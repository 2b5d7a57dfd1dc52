import { describe, expect, test } from 'vitest';
import { guardedEnv, takeFaults, unboundIn } from './bound-statements.ts';

describe('a statement on a shard', () => {
  test.each([
    ['select * from "lead" where "lead"."ws_id" = ?', [7]],
    ['select * from lead where id = ? and ws_id = ?', ['x', 7]],
    ['insert into "lead" ("ws_id", "id") values (?, ?)', [7, 'x']],
    ['SELECT rowid FROM name_fts WHERE name_fts MATCH ?', ['scope : (w7 AND o) AND t : ("li"*)']],
    ['insert into "name_fts" ("rowid", "scope", "t") values ((select 1), ?, ?)', ['w7 u3', 'li']],
    ['select name from d1_migrations', []],
  ])('passes: %s', (sql, params) => {
    expect(unboundIn({ sql, params }, 7)).toBeUndefined();
  });

  test.each([
    ['no workspace', 'select * from "lead" where "id" = ?', ['x']],
    ['no bound workspace', 'select * from lead where ws_id = 7', []],
    ['another workspace', 'select * from "lead" where "ws_id" = ?', [8]],
    [
      'another workspace in a join',
      'select * from lead l join task t on t.ws_id = ? where l.ws_id = ?',
      [8, 7],
    ],
    ['an insert elsewhere', 'insert into "lead" ("ws_id", "id") values (?, ?)', [8, 'x']],
    ['an update of everybody', 'update "lead" set "name" = ?', ['x']],
    ['a search of everybody', 'SELECT rowid FROM name_fts WHERE name_fts MATCH ?', ['t : ("li"*)']],
    ['a search elsewhere', 'SELECT rowid FROM activity_fts WHERE activity_fts MATCH ?', ['scope : w77']],
  ])('is caught: %s', (_, sql, params) => {
    expect(unboundIn({ sql, params }, 7)).toBeDefined();
  });
});

test('the guard sees what really runs, and two columns of one name', async () => {
  const { SHARD_1 } = guardedEnv(7);
  await SHARD_1?.prepare('SELECT a.id, b.id FROM lead a, lead b').all();
  expect(await takeFaults()).toEqual([
    'no workspace is bound: SELECT a.id, b.id FROM lead a, lead b',
    'two columns of one name: SELECT a.id, b.id FROM lead a, lead b',
  ]);
});

test('a request of more than 40 statements is caught', async () => {
  const { SHARD_1 } = guardedEnv(7);
  for (let i = 0; i < 41; i++) await SHARD_1?.prepare('SELECT 1 AS one').all();
  expect(await takeFaults()).toEqual(['a request of more than 40 statements']);
});

test('the statements of a batch that is aborted count and are seen', async () => {
  const { SHARD_1 } = guardedEnv(7);
  const statements = ['SELECT id FROM lead', "INSERT INTO refuse VALUES ('no')"].concat(
    Array.from({ length: 39 }, () => 'SELECT 1 AS one'),
  );
  const batch = SHARD_1?.batch(statements.map((sql) => SHARD_1.prepare(sql)));
  await expect(batch).rejects.toThrow();
  expect(await takeFaults()).toEqual([
    'no workspace is bound: SELECT id FROM lead',
    'a request of more than 40 statements',
  ]);
});
