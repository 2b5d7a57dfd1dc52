import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

export type Value = string | number | null;

/** Rows of one table, as the schema types them. `columns` and `values` are what SQL gets. */
export type Chunk = {
  database: 'control' | 'shard';
  table: string;
  columns: readonly string[];
  values: readonly (readonly Value[])[];
};

type Column = { name: string; key: string; toValue(input: unknown): Value };
const columnsByTable = new Map<SQLiteTable, readonly Column[]>();

export function chunkOf<T extends SQLiteTable>(
  database: Chunk['database'],
  table: T,
  rows: readonly T['$inferInsert'][],
): Chunk {
  const columns = columnsOf(table);
  return {
    database,
    table: getTableName(table),
    columns: columns.map(({ name }) => name),
    values: rows.map((row) => columns.map(({ key, toValue }) => toValue(Reflect.get(row, key)))),
  };
}

export const shardChunk = <T extends SQLiteTable>(table: T, rows: readonly T['$inferInsert'][]): Chunk =>
  chunkOf('shard', table, rows);

function columnsOf(table: SQLiteTable): readonly Column[] {
  const known = columnsByTable.get(table);
  if (known) return known;
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: column.name,
    toValue: (input: unknown): Value => {
      const value = input === undefined ? column.default : input;
      return value === undefined || value === null ? null : toSql(column.mapToDriverValue(value));
    },
  }));
  columnsByTable.set(table, columns);
  return columns;
}

function toSql(value: unknown): Value {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a column cannot hold ${typeof value}`);
}

/** One statement that inserts a whole chunk from the JSON in its only parameter, for databases reached by statements. */
export function insertFromJson({ table, columns }: Chunk): string {
  const values = columns.map((_, i) => `value ->> ${i}`).join(', ');
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`;
}
