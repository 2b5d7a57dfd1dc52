import { and, eq } from 'drizzle-orm';
import type * as z from 'zod';
import type { Lead, NewLead } from '../../shared/lead.ts';
import type { Page, PageQuery } from '../../shared/page.ts';
import { auditStatement, fieldsSet } from '../audit/audit-statement.ts';
import { ownedBy, readersOf } from '../auth/owned.ts';
import { listable, readable } from '../auth/readable.ts';
import type { Ctx } from '../context.ts';
import { newestFirst, toPage } from '../db/keyset.ts';
import { lead } from '../db/shard/schema.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { ServiceError } from '../errors.ts';
import { type Delivered, writeOnce } from '../receipts/write-once.ts';
import { nameStatements } from '../search/name-index.ts';

const leadFields = {
  id: lead.id,
  name: lead.name,
  company: lead.company,
  title: lead.title,
  email: lead.email,
  domain: lead.domain,
  phone: lead.phone,
  website: lead.website,
  status: lead.status,
  source: lead.source,
  note: lead.note,
  ownerId: lead.ownerId,
  visibility: lead.visibility,
  version: lead.version,
  createdAt: lead.createdAt,
};

export async function createLead(
  ctx: Ctx,
  input: z.output<typeof NewLead>,
  hash: string,
): Promise<Delivered> {
  const { visibility, ...columns } = input;
  const owned = ownedBy(ctx, visibility);
  const about = { kind: 'lead', recordId: input.id } as const;
  return writeOnce(ctx, { ...about, id: input.id, hash, outcome: 'created' }, [
    ctx.db.insert(lead).values({ ...columns, ...owned, wsId: ctx.workspace.wsId, status: 'new' }),
    ...nameStatements(ctx, {
      ...about,
      names: [input.name, input.company],
      addresses: [input.email, input.domain],
      readers: readersOf(owned),
    }),
    auditStatement(ctx, {
      action: 'lead.create',
      recordKind: 'lead',
      recordId: input.id,
      fields: fieldsSet(input),
    }),
  ]);
}

export async function getLead(ctx: Ctx, id: string): Promise<Lead> {
  const [row] = await ctx.db
    .select(leadFields)
    .from(lead)
    .where(and(eq(lead.wsId, ctx.workspace.wsId), eq(lead.id, id), readable(ctx, lead)));
  if (!row) throw new ServiceError('not_found');
  return withoutNulls(row);
}

export async function listLeads(ctx: Ctx, query: z.output<typeof PageQuery>): Promise<Page<Lead>> {
  const rows = await ctx.db
    .select(leadFields)
    .from(lead)
    .where(listable(ctx, lead, query.cursor))
    .orderBy(...newestFirst(lead))
    .limit(query.limit + 1);
  return toPage(rows.map(withoutNulls), query);
}
