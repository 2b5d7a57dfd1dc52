import { describe, expect, test } from 'vitest';
import { guardedEnv, takeFaults } from './bound-statements.ts';
import { unboundIn } from './unbound-in.ts';

describe('a statement on a shard', () => {
  test.each([
    ['select * from "lead" where "lead"."ws_id" = ?', [7]],
    ['select * from lead where id = ? and ws_id = ?', ['x', 7]],
    ['insert into "lead" ("ws_id", "id") values (?, ?)', [7, 'x']],
    ['SELECT rowid FROM name_fts WHERE name_fts MATCH ?', ['scope : (w7 AND o) AND t : ("li"*)']],
    ['insert into "name_fts" ("rowid", "scope", "t") values ((select 1), ?, ?)', ['w7 u3', 'li']],
    ['select name from d1_migrations', []],
    ['select * from lead l join task t on t.ws_id = l.ws_id and t.id = l.id where l.ws_id = ?', [7]],
    ['select * from lead l, task t where t.id = l.id and l.ws_id = ? and t.ws_id = ?2', [7, 7]],
    ['select 1 from lead where ws_id = ? and exists (select 1 from task t where t.ws_id = lead.ws_id)', [7]],
    [
      'select id from lead where ws_id = ? union all select id from task where (ws_id = ? and id = ?)',
      [7, 7, 1],
    ],
    ['select * from (select ws_id from lead where ws_id = ?) own join task t on t.ws_id = own.ws_id', [7]],
    [
      'select "task"."id", "l"."id" from "lead" "l" left join "task" on ("task"."ws_id" = "l"."ws_id") where ("l"."ws_id" = ?)',
      [7],
    ],
    ["update lead set name = 'a ? b' where ws_id = ?", [7]],
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
    ['a join by id alone', 'select * from lead l join task t on t.id = l.id where l.ws_id = ?', [7]],
    [
      'a join by id alone, as Drizzle writes it',
      'select "task"."id", "l"."id" from "lead" "l" left join "task" on ("task"."id" = "l"."id") where ("l"."ws_id" = ?)',
      [7],
    ],
    ['a list of tables', 'select * from lead l, task t where t.id = l.id and l.ws_id = ?', [7]],
    ['two tables bound to each other alone', 'select * from lead l join task t on t.ws_id = l.ws_id', []],
    ['a subselect', 'select * from lead where ws_id = ? and id in (select lead_id from task)', [7]],
    [
      'a table of the same name inside',
      'select * from task where ws_id = ? and id in (select id from task where task.status = ?)',
      [7, 'todo'],
    ],
    ['the other half of a union', 'select id from lead where ws_id = ? union select id from task', [7]],
    [
      'what a search is joined with',
      'select * from name_fts join lead on lead.id = ? where name_fts match ?',
      ['x', 'scope : w7'],
    ],
    ['what is inserted', 'insert into lead (ws_id, id) select ?, id from task', [7]],
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
