import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Sent } from '../../worker/db/observe.ts';
import * as shardSchema from '../../worker/db/shard/schema.ts';

const TENANT_TABLES = Object.values(shardSchema)
  .filter((table) => is(table, SQLiteTable))
  .filter((table) => 'wsId' in getTableColumns(table))
  .map(getTableName);
const SEARCH_TABLE = /\b(from|join|into)\s+"?(activity_fts|name_fts)\b/i;
const NO_ALIAS = 'as|cross|group|indexed|inner|join|left|limit|on|order|returning|select|set|values|where';
/** A table that is read or changed, with its alias. */
const TABLE = new RegExp(
  `(?:\\b(?:from|join|update)|,)\\s+"?(${TENANT_TABLES.join('|')})\\b(?!"?\\.)"?(?:\\s+(?:as\\s+)?"?(?!(?:${NO_ALIAS})\\b)(\\w+)"?)?`,
  'gi',
);
const INSERTED = new RegExp(`\\binto\\s+"?(${TENANT_TABLES.join('|')})\\b`, 'i');
const EQUATION = /(?:"?(\w+)"?\.)?"?\bws_id"?\s*=\s*(?:\?(\d+)|"?(\w+)"?\."?ws_id\b)/gi;

export type Statement = Pick<Sent, 'sql' | 'params'>;

/**
 * What is wrong with a statement on a shard, if anything: of every table of workspaces that it names it has to say by a
 * bound number, or by a table so bound, whose rows it means. `wsId` undefined = the caller is not signed in yet; any
 * workspace will do, but only one.
 */
export function unboundIn(statement: Statement, wsId: number | undefined): string | undefined {
  const { params } = statement;
  const sql = numbered(statement.sql);
  const own = wsId ?? params.find((param) => typeof param === 'number');
  if (SEARCH_TABLE.test(sql) && !isSearchBound({ sql, params }, own)) return 'search outside a workspace';
  const compared = [...sql.matchAll(EQUATION)].flatMap(([, , position]) => position ?? []);
  if (compared.some((position) => params[Number(position) - 1] !== own)) return 'another workspace is bound';
  const isInsertUnbound = INSERTED.test(sql) && !(/\bws_id\b/.test(sql) && params.includes(own));
  return isInsertUnbound || unboundTables(sql).length > 0 ? 'no workspace is bound' : undefined;
}

/** Without quoted text, and with each `?` numbered. */
function numbered(sql: string): string {
  let position = 0;
  return sql.replaceAll(/'[^']*'/g, "''").replaceAll(/\?(\d*)/g, (_, given) => `?${given || ++position}`);
}

function isSearchBound({ sql, params }: Statement, wsId: unknown): boolean {
  const token = new RegExp(`\\bw${wsId}\\b`);
  const isByRow = /^\s*delete\b/i.test(sql) && params.includes(wsId) && /\bws_id\b/.test(sql);
  return isByRow || params.some((param) => typeof param === 'string' && token.test(param));
}

/** The tables whose workspace is left open, each SELECT taken for itself: it sees the tables of those around it. */
function unboundTables(sql: string): string[] {
  const inner: string[] = [];
  const lift = (_: string, content: string) =>
    /^\s*(select|with)\b/i.test(content) ? `§${inner.push(content) - 1} ` : `{${content}}`;
  let outermost = sql;
  while (/\([^()]*\)/.test(outermost)) outermost = outermost.replaceAll(/\(([^()]*)\)/g, lift);
  const unboundOf = (text: string, outer: ReadonlySet<string>): string[] =>
    text.split(/\b(?:union|except|intersect)\b/i).flatMap((select) => {
      const tables = [...select.matchAll(TABLE)].flatMap(([, name, alias]) => alias ?? name ?? []);
      const bound = boundIn(select, { tables, outer });
      const within = [...select.matchAll(/§(\d+)/g)].flatMap(([, i]) =>
        unboundOf(inner[Number(i)] ?? '', bound),
      );
      return [...tables.filter((name) => !bound.has(name)), ...within];
    });
  return unboundOf(outermost, new Set());
}

type Names = { tables: readonly string[]; outer: ReadonlySet<string> };

/** The names that a SELECT binds: by a number, by a name that is bound, or by a subselect, which is looked at itself. */
function boundIn(select: string, { tables, outer }: Names): Set<string> {
  const bound = new Set([...outer].filter((name) => !tables.includes(name)));
  for (const [, name] of select.matchAll(/§\d+\s+(?:as\s+)?"?(\w+)"?/gi)) if (name) bound.add(name);
  const equations = [...select.matchAll(EQUATION)];
  // A chain of equations may stand in any order.
  for (const _ of tables) {
    for (const [, written, position, other] of equations) {
      const name = written ?? (tables.length === 1 ? tables[0] : undefined);
      if (name && (position || bound.has(other ?? ''))) bound.add(name);
      if (other && bound.has(name ?? '')) bound.add(other);
    }
  }
  return bound;
}
