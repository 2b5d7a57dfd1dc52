import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { audiencesOf } from '../../shared/access.ts';
import type { Ctx } from '../context.ts';

/** `sees` of shared/access.ts as a condition on a record's own columns, so that no page has to be thinned out later. */
export function readable(ctx: Ctx, record: { ownerId: AnyColumn; audience: AnyColumn }): SQL {
  const { user } = ctx;
  const byAudience =
    user.scope === 'all'
      ? sql`${record.audience} <> 'x'`
      : sql`${record.audience} IN (SELECT value FROM json_each(${JSON.stringify(audiencesOf(user))}))`;
  return sql`(${record.ownerId} = ${user.userId} OR ${byAudience})`;
}
