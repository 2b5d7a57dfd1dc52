import { createExecutionContext } from 'cloudflare:test';
import { drizzle } from 'drizzle-orm/d1';
import { type ClientResponse, hc } from 'hono/client';
import { uuidv7 } from 'uuidv7';
import type { Role, Scope } from '../../../shared/access.ts';
import type { Me } from '../../../shared/session.ts';
import { createSession } from '../../../worker/auth/session.ts';
import { tokenText } from '../../../worker/auth/token.ts';
import { controlTeam, membership, user, workspace } from '../../../worker/db/control/schema.ts';
import type { Env } from '../../../worker/env.ts';
import { type AppType, app } from '../../../worker/index.ts';
import { observeAll } from '../../../worker/request-log.ts';
import { furnishWorkspace } from '../../../worker/workspaces/furnish-workspace.ts';
import { guardedEnv } from '../bound-statements.ts';
import { type SHARDS, testEnv } from './databases.ts';

export type MemberPlan = {
  role?: Role;
  scope?: Scope;
  /** Name of the team. */
  team?: string;
  /** Names of the teams managed, descendants included. */
  manages?: readonly string[];
  email?: string;
};
export type Client = ReturnType<typeof clientOf>;
export type Person = {
  userId: number;
  teamId: number | undefined;
  token: string;
  wsId: number;
  client: Client;
};
type Plan<Name extends string, Team extends string> = {
  members: Record<Name, MemberPlan>;
  teams?: readonly Team[];
  shard?: (typeof SHARDS)[number];
  timeZone?: string;
  isSample?: boolean;
};

const control = drizzle(testEnv.CONTROL);

/** The extension's own client, with its requests answered by the worker in place. */
export function clientOf(token: string | undefined, wsId: number | undefined, extra: Partial<Env> = {}) {
  return hc<AppType>('http://localhost:8787', {
    headers: { ...(token && { authorization: `Bearer ${token}` }), 'x-sidelog-client': '0.1.0' },
    fetch: (input: RequestInfo | URL, init?: RequestInit) =>
      app.request(String(input), init, guardedEnv(wsId, extra), createExecutionContext()),
  });
}

/** A furnished workspace of its own for one test, with one signed-in person per name. */
export async function newWorkspace<Name extends string, Team extends string = never>(plan: Plan<Name, Team>) {
  const now = Date.now();
  const [home] = await control
    .insert(workspace)
    .values({
      uuid: uuidv7(),
      name: 'Test',
      shard: plan.shard ?? 'SHARD_0',
      timeZone: plan.timeZone ?? 'Asia/Shanghai',
      currency: 'CNY',
      sample: plan.isSample ?? false,
      createdAt: now,
    })
    .returning();
  if (!home) throw new Error('no workspace');
  const teams = await insertTeams(home.wsId, plan.teams ?? []);
  const people = {} as Record<Name, Person>;
  for (const [name, member] of Object.entries(plan.members) as [Name, MemberPlan][]) {
    people[name] = await insertMember(home.wsId, { ...member, name }, teams);
  }
  await furnishWorkspace(observeAll(testEnv, {}), {
    wsId: home.wsId,
    now,
    requestId: 'test',
  });
  return {
    wsId: home.wsId,
    uuid: home.uuid,
    people,
    teams: Object.fromEntries(teams) as Record<Team, number>,
  };
}

async function insertTeams(wsId: number, names: readonly string[]): Promise<Map<string, number>> {
  const teams = new Map<string, number>();
  for (const name of names) {
    const [row] = await control.insert(controlTeam).values({ wsId, name }).returning();
    if (row) teams.set(name, row.id);
  }
  return teams;
}

async function insertMember(
  wsId: number,
  member: MemberPlan & { name: string },
  teams: ReadonlyMap<string, number>,
): Promise<Person> {
  const now = Date.now();
  const [row] = await control
    .insert(user)
    .values({ name: member.name, email: member.email ?? null, createdAt: now })
    .returning();
  if (!row) throw new Error('no user');
  const teamId = member.team === undefined ? undefined : teams.get(member.team);
  await control.insert(membership).values({
    wsId,
    userId: row.id,
    role: member.role ?? 'rep',
    scope: member.scope ?? 'team',
    teamId: teamId ?? null,
    manages: (member.manages ?? []).flatMap((name) => teams.get(name) ?? []),
  });
  const token = tokenText(await createSession(control, { wsId, userId: row.id, device: 'test' }, now));
  return { userId: row.id, teamId, token, wsId, client: clientOf(token, wsId) };
}

/** The body of a successful answer; a refusal fails the test with its code. */
export async function bodyOf<T>(answer: Promise<ClientResponse<T>>): Promise<T> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Status and code of a refusal. */
export async function refusal(answer: Promise<{ status: number; json(): Promise<unknown> }>) {
  const response = await answer;
  const { code, fields, detail } = (await response.json()) as {
    code?: string;
    fields?: object;
    detail?: object;
  };
  return { status: response.status, code, ...(fields && { fields }), ...(detail && { detail }) };
}

export const meOf = (person: Person): Promise<Me> => bodyOf<Me>(person.client.api.v1.me.$get());
