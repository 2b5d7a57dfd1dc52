import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import * as controlSchema from '../../worker/db/control/schema.ts';
import * as shardSchema from '../../worker/db/shard/schema.ts';
import { testEnv } from './setup/databases.ts';

type Column = { name: string; type: string; notnull: number; pk: number };
const CLASSES = ['personal', 'plain'];

const DATABASES = [
  ['control', controlSchema, testEnv.CONTROL],
  ['shard', shardSchema, testEnv.SHARD_0],
] as const;

function declared(schema: object) {
  return Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .map(getTableConfig)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

async function migrated(database: D1Database): Promise<string[]> {
  const { results } = await database
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
       AND name NOT LIKE 'sqlite%' AND name <> 'd1_migrations' AND name NOT LIKE '%\\_fts\\__%' ESCAPE '\\'`,
    )
    .all<{ name: string }>();
  return results.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b));
}

async function columnsOf(database: D1Database, table: string): Promise<Column[]> {
  const { results } = await database.prepare(`SELECT * FROM pragma_table_info('${table}')`).all<Column>();
  return results;
}

describe.each(DATABASES)('%s schema.ts', (_, schema, database) => {
  test('names the tables of the migrated database', async () => {
    expect(declared(schema).map(({ name }) => name)).toEqual(await migrated(database));
  });

  test('names their columns, with type, NOT NULL and primary key', async () => {
    for (const table of declared(schema)) {
      const isSearch = table.name.endsWith('_fts');
      const inKey = new Set(table.primaryKeys.flatMap(({ columns }) => columns.map(({ name }) => name)));
      const ours = table.columns
        // The row number of a search table is no column of its own.
        .filter(({ name }) => !(isSearch && name === 'rowid'))
        .map((column) => ({
          name: column.name,
          type: isSearch
            ? ''
            : CLASSES.includes(column.getSQLType())
              ? 'TEXT'
              : column.getSQLType().toUpperCase(),
          isKey: column.primary || inKey.has(column.name),
          isRequired: isSearch || column.notNull,
        }));
      const theirs = (await columnsOf(database, table.name)).map(({ name, type, notnull, pk }) => ({
        name,
        type,
        isKey: pk > 0,
        // SQLite leaves notnull off a rowid key and off a search column; neither is ever null.
        isRequired: isSearch || notnull === 1 || pk > 0,
      }));
      const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
      expect([table.name, ours.toSorted(byName)]).toEqual([table.name, theirs.toSorted(byName)]);
    }
  });

  test('says of every text column whether it may hold something about a person', () => {
    const unclassified = declared(schema).flatMap(({ name, columns }) =>
      columns
        .filter((column) => ![...CLASSES, 'integer'].includes(column.getSQLType()))
        .map((column) => `${name}.${column.name}`),
    );
    expect(unclassified).toEqual([]);
  });
});

test('addresses, names and what was said count as personal', () => {
  const personal = declared(shardSchema).flatMap(({ name, columns }) =>
    columns.filter((column) => column.getSQLType() === 'personal').map((column) => `${name}.${column.name}`),
  );
  expect(personal).toEqual(
    expect.arrayContaining([
      'contact_email.email',
      'contact.name',
      'activity_body.text',
      'activity_party.email',
    ]),
  );
});
