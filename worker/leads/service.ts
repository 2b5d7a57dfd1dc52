import { and, eq } from 'drizzle-orm';
import type * as z from 'zod';
import type { Lead, NewLead } from '../../shared/lead.ts';
import type { Page, PageQuery } from '../../shared/page.ts';
import { phoneKey } from '../../shared/phone.ts';
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

type LeadInput = z.output<typeof NewLead>;

export async function createLead(ctx: Ctx, input: LeadInput, hash: string): Promise<Delivered> {
  const fresh = { kind: 'lead', id: input.id, recordId: input.id, hash, outcome: 'created' } as const;
  return writeOnce(ctx, fresh, insertLead(ctx, input));
}

/** A new lead with all that belongs to it. `bornOf` = the receipt of the log that makes it. */
export function insertLead(ctx: Ctx, input: LeadInput, bornOf?: string) {
  const { wsId } = ctx.workspace;
  const { visibility, ...columns } = input;
  const owned = ownedBy(ctx, visibility);
  const key = phoneKey(input.phone) ?? null;
  return [
    ctx.db
      .insert(lead)
      .values({ ...columns, phoneKey: key, ...owned, wsId, status: 'new', bornOf: bornOf ?? null }),
    ...nameStatements(ctx, {
      kind: 'lead',
      recordId: input.id,
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
  ];
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
