import { SEED_PIPELINES } from '../../shared/pipeline.ts';
import { LARKFIELD_PEOPLE, type Person, TEAMS } from './cast.ts';
import { personName } from './names.ts';
import { elementAt, idAt, type Random } from './random.ts';
import type { FirstFree, Funnel, Member, Place, Team } from './world.ts';

export function buildTeams(first: FirstFree): Team[] {
  return TEAMS.map(({ name, parent }, i) => ({
    id: first.teamId + i,
    name,
    parentId: parent === undefined ? undefined : first.teamId + parent,
  }));
}

/** The cast of the sample; other workspaces have the same posts with other people. */
export function buildMembers(first: FirstFree, random: Random, isSample: boolean): Member[] {
  return LARKFIELD_PEOPLE.map((person, i) => {
    const { team, manages, ...rest } = isSample ? person : stranger(person, random, first.userId + i);
    return {
      ...rest,
      id: first.userId + i,
      teamId: first.teamId + team,
      manages: manages.map((managed) => first.teamId + managed),
    };
  });
}

function stranger(person: Person, random: Random, userId: number): Person {
  const name = personName(random, elementAt(person.languages, 0));
  return { ...person, name, email: `user${userId}@example.test` };
}

export function buildFunnels({ wsId, createdAt }: Place, random: Random): Funnel[] {
  return SEED_PIPELINES.map(({ code, name, stages }, position) => {
    const id = idAt(random, createdAt);
    return {
      wsId,
      id,
      code,
      name,
      position,
      stages: stages.map((stage, at) => ({
        type: 'open',
        ...stage,
        wsId,
        id: idAt(random, createdAt),
        pipelineId: id,
        position: at,
      })),
    };
  });
}
