import { type AnyColumn, and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { audiencesOf } from '../../shared/access.ts';
import type { Cursor } from '../../shared/page.ts';
import type { Ctx } from '../context.ts';
import { beyond } from '../db/keyset.ts';

/** `sees` of shared/access.ts as a condition on a record's own columns, so that no page has to be thinned out later. */
export function readable(ctx: Ctx, record: { ownerId: AnyColumn | SQL; audience: AnyColumn | SQL }): SQL {
  const { user } = ctx;
  const byAudience =
    user.scope === 'all'
      ? sql`${record.audience} <> 'x'`
      : sql`${record.audience} IN (SELECT value FROM json_each(${JSON.stringify(audiencesOf(user))}))`;
  return sql`(${record.ownerId} = ${user.userId} OR ${byAudience})`;
}

type Listed = Record<'wsId' | 'id' | 'createdAt' | 'archivedAt' | 'ownerId' | 'audience', AnyColumn>;

/** The whole condition of a page of records: this workspace's, in daily use, beyond the cursor, and readable. */
export function listable(ctx: Ctx, record: Listed, cursor: Cursor | undefined): SQL | undefined {
  return and(
    eq(record.wsId, ctx.workspace.wsId),
    isNull(record.archivedAt),
    beyond(record, cursor),
    readable(ctx, record),
  );
}
