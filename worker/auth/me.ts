import { asc, eq, sql } from 'drizzle-orm';
import type { Me, Member } from '../../shared/session.ts';
import type { Ctx } from '../context.ts';
import { member, team } from '../db/shard/schema.ts';
import { pipelineQueries, toPipelines } from '../pipelines/service.ts';

type MemberRow = typeof member.$inferSelect;

/** Who is signed in, and what every screen of that person's needs: one round trip to the shard. */
export async function getMe(ctx: Ctx): Promise<Me> {
  const { wsId } = ctx.workspace;
  const [members, teams, pipelines, stages] = await ctx.db.batch([
    ctx.db.select().from(member).where(eq(member.wsId, wsId)).orderBy(asc(member.userId)),
    ctx.db.select().from(team).where(eq(team.wsId, wsId)).orderBy(asc(team.id)),
    ...pipelineQueries(ctx),
  ]);
  const { userId, role, scope, manages } = ctx.user;
  const { uuid, name, timeZone, currency } = ctx.workspace;
  return {
    user: { ...toMember(ownRow(ctx)), id: userId, role, scope, manages: [...manages] },
    workspace: { id: uuid, name, timeZone, currency },
    members: (await withRepair(ctx, members)).map(toMember),
    teams: teams.map((row) => ({ id: row.id, name: row.name, parentId: row.parentId ?? undefined })),
    pipelines: toPipelines(pipelines, stages),
  };
}

/** The shard's copy of a member is repaired from the session that knows better; it never decides rights. */
async function withRepair(ctx: Ctx, members: MemberRow[]): Promise<MemberRow[]> {
  const mirrored = members.find((row) => row.userId === ctx.user.userId);
  if (mirrored && mirrored.rev >= ctx.user.rev) return members;
  const row = ownRow(ctx);
  await ctx.db
    .insert(member)
    .values(row)
    .onConflictDoUpdate({
      target: [member.wsId, member.userId],
      set: { name: row.name, email: row.email, teamId: row.teamId, rev: row.rev },
      setWhere: sql`excluded.rev > ${member.rev}`,
    });
  return [...members.filter((other) => other.userId !== row.userId), row];
}

function ownRow({ user, workspace }: Ctx): MemberRow {
  return {
    wsId: workspace.wsId,
    userId: user.userId,
    name: user.name,
    email: user.email ?? null,
    teamId: user.teamId ?? null,
    rev: user.rev,
  };
}

function toMember({ userId, name, email, teamId }: MemberRow): Member {
  return { id: userId, name, email: email ?? undefined, teamId: teamId ?? undefined };
}
