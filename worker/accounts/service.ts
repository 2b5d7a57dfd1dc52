import { and, eq, inArray, sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { Account, NewAccount } from '../../shared/account.ts';
import type { Page, PageQuery } from '../../shared/page.ts';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import { ownedBy, readersOf } from '../auth/owned.ts';
import { listable, readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import { newestFirst, toPage } from '../db/keyset.ts';
import { account } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { ServiceError } from '../errors.ts';
import { type Delivered, writeOnce } from '../receipts/write-once.ts';
import { nameStatements } from '../search/name-index.ts';

const accountFields = {
  id: account.id,
  name: account.name,
  domains: sql<string[]>`(
    SELECT json_group_array(d.domain) FROM account_domain d
    WHERE d.ws_id = account.ws_id AND d.account_id = account.id
  )`
    .mapWith((json: string): string[] => JSON.parse(json))
    .as('domains'),
  industry: account.industry,
  size: account.size,
  level: account.level,
  status: account.status,
  phone: account.phone,
  address: account.address,
  website: account.website,
  source: account.source,
  ownerId: account.ownerId,
  visibility: account.visibility,
  version: account.version,
  createdAt: account.createdAt,
};

/** The account `id`, if there is one that this reader may see: for a batch. */
export const visibleAccount = (ctx: Ctx, id: string) => visibleAccounts(ctx, [id]);

/** Those of several accounts that this reader may see: for a batch. */
export function visibleAccounts(ctx: Ctx, ids: readonly string[]) {
  return ctx.db
    .select({ id: account.id, name: account.name, audience: account.audience })
    .from(account)
    .where(and(eq(account.wsId, ctx.workspace.wsId), inArray(account.id, ids), readable(ctx, account)));
}

type AccountInput = z.output<typeof NewAccount>;

export async function createAccount(ctx: Ctx, input: AccountInput, hash: string): Promise<Delivered> {
  const fresh = { kind: 'account', id: input.id, recordId: input.id, hash, outcome: 'created' } as const;
  return writeOnce(ctx, fresh, insertAccount(ctx, input));
}

/** A new account with all that belongs to it. `bornOf` = the receipt of the log that makes it. */
export function insertAccount(ctx: Ctx, input: AccountInput, bornOf?: string) {
  const { wsId } = ctx.workspace;
  const { domains, visibility, ...columns } = input;
  const owned = ownedBy(ctx, visibility);
  const about = { kind: 'account', recordId: input.id } as const;
  return [
    ctx.db.insert(account).values({ ...columns, ...owned, wsId, bornOf: bornOf ?? null }),
    ...(domains.length > 0 ? [insertDomains(ctx, input)] : []),
    ...nameStatements(ctx, { ...about, names: [input.name], addresses: domains, readers: readersOf(owned) }),
    auditStatement(ctx, {
      action: 'account.create',
      recordKind: 'account',
      recordId: input.id,
      fields: fieldsSet(input),
    }),
  ];
}

function insertDomains(ctx: Ctx, { id, domains }: AccountInput) {
  return ctx.db.run(sql`
    INSERT INTO account_domain (ws_id, domain, account_id)
    SELECT DISTINCT ${ctx.workspace.wsId}, value, ${id} FROM json_each(${JSON.stringify(domains)})`);
}

export async function getAccount(ctx: Ctx, id: string): Promise<Account> {
  const [row] = await ctx.db
    .select(accountFields)
    .from(account)
    .where(and(eq(account.wsId, ctx.workspace.wsId), eq(account.id, id), readable(ctx, account)));
  if (!row) throw new ServiceError('not_found');
  return withoutNulls(row);
}

export async function listAccounts(ctx: Ctx, query: z.output<typeof PageQuery>): Promise<Page<Account>> {
  const rows = await ctx.db
    .select(accountFields)
    .from(account)
    .where(listable(ctx, account, query.cursor))
    .orderBy(...newestFirst(account))
    .limit(query.limit + 1);
  return toPage(rows.map(withoutNulls), query);
}
