import { audienceOf, readerRows, type Visibility } from '../../shared/access.ts';
import type { Ctx } from '../context.ts';

/** The columns that say whose a new record is: its creator's, in the creator's team. */
export function ownedBy(ctx: Ctx, visibility: Visibility) {
  const { userId: ownerId, teamId } = ctx.user;
  return {
    ownerId,
    teamId: teamId ?? null,
    visibility,
    audience: audienceOf({ ownerId, teamId, visibility }),
    createdBy: ownerId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
}

type Owner = { ownerId: number; teamId: number | null; visibility: Visibility };

/** The reader keys under which a record's name is found: those that an activity of the same owner would have. */
export function readersOf({ ownerId, teamId, visibility }: Owner): string[] {
  const contribution = { userId: ownerId, teamId: teamId ?? undefined, visibility, level: 'full' as const };
  return readerRows([contribution]).map(({ reader }) => reader);
}
