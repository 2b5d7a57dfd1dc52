import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { SEED_PIPELINES } from '../../shared/pipeline.ts';
import { auditStatement } from '../audit/audit-statement.ts';
import { controlTeam, membership, user, workspace } from '../db/control/schema.ts';
import { openDatabase } from '../db/open-database.ts';
import { member, pipeline, stage, team, workspaceHome } from '../db/shard/schema.ts';
import { shardOf } from '../db/shard-of.ts';
import type { Databases } from '../env.ts';
import { abortCode, ServiceError } from '../errors.ts';

type Furnishing = { wsId: number; now: number; requestId: string };

/**
 * The shard half of a new workspace, in one batch that begins with the row that makes it the workspace's home: run again,
 * it stops there, so that the job may be repeated until it is marked done.
 */
export async function furnishWorkspace(databases: Databases, furnishing: Furnishing): Promise<void> {
  const { home, people, teams } = await readDirectory(databases, furnishing.wsId);
  const db = openDatabase(shardOf(databases.shards, home));
  const { wsId } = furnishing;
  const founder = people[0]?.userId ?? 0;
  try {
    await db.batch([
      db.insert(workspaceHome).values({ wsId, epoch: home.epoch, state: 'live' }),
      ...people.map((person) => db.insert(member).values({ ...person, wsId })),
      ...teams.map((row) => db.insert(team).values(row)),
      ...SEED_PIPELINES.flatMap((seed, position) => {
        const id = uuidv7();
        return [
          db.insert(pipeline).values({ wsId, id, code: seed.code, name: seed.name, position }),
          db
            .insert(stage)
            .values(seed.stages.map((row, at) => toStage(row, { wsId, pipelineId: id, position: at }))),
        ];
      }),
      auditStatement(
        { ...furnishing, db, user: { userId: founder }, workspace: { wsId } },
        { action: 'workspace.create', recordKind: 'workspace', recordId: home.uuid },
      ),
    ]);
  } catch (error) {
    if (abortCode(error) !== 'unique') throw error;
  }
}

type SeedStage = (typeof SEED_PIPELINES)[number]['stages'][number];

function toStage(seed: SeedStage, place: { wsId: number; pipelineId: string; position: number }) {
  const { code, name } = seed;
  const pace =
    'conversionBp' in seed
      ? { conversionBp: seed.conversionBp, usualDays: seed.usualDays, visitsPerWeek: seed.visitsPerWeek }
      : {};
  const type = 'type' in seed ? seed.type : ('open' as const);
  return { ...place, id: uuidv7(), code, name, type, ...pace };
}

async function readDirectory(databases: Databases, wsId: number) {
  const control = openDatabase(databases.control);
  const [homes, people, teams] = await control.batch([
    control.select().from(workspace).where(eq(workspace.wsId, wsId)),
    control
      .select({
        userId: membership.userId,
        name: user.name,
        email: user.email,
        teamId: membership.teamId,
        rev: membership.rev,
      })
      .from(membership)
      .innerJoin(user, eq(user.id, membership.userId))
      .where(eq(membership.wsId, wsId))
      .orderBy(membership.userId),
    control
      .select({
        wsId: controlTeam.wsId,
        id: controlTeam.id,
        name: controlTeam.name,
        parentId: controlTeam.parentId,
      })
      .from(controlTeam)
      .where(eq(controlTeam.wsId, wsId)),
  ]);
  const home = homes[0];
  if (!home) throw new ServiceError('not_found');
  return { home, people, teams };
}
