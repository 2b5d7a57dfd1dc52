import { and, asc, eq } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type * as z from 'zod';
import type { LocalSignIn, SignedIn } from '../../shared/session.ts';
import { membership, user, workspace } from '../db/control/schema.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Databases } from '../env.ts';
import { ServiceError } from '../errors.ts';
import { runControlJobs } from '../jobs/control-jobs.ts';
import { createWorkspace } from '../workspaces/create-workspace.ts';
import { checkLocalCode, useUpLocalCode } from './local-code.ts';
import { getMe } from './me.ts';
import { createSession, openSession } from './session.ts';
import { tokenText } from './token.ts';

type SignIn = z.output<typeof LocalSignIn>;
type Place = { databases: Databases; secret: string; now: number; requestId: string };

/** Signs in by the code that `npm start` printed: as somebody who is known here, or into a new workspace. */
export async function signInLocally(place: Place, input: SignIn): Promise<SignedIn> {
  const { databases, secret, now, requestId } = place;
  const control = openDatabase(databases.control);
  const counter = await checkLocalCode(control, secret, input.code);
  const known = await findKnown(control, input.as);
  await useUpLocalCode(control, secret, counter);
  const person = known ?? (await startWorkspace(databases, input.as, now));
  // A shard that could not be reached when the workspace was made is furnished now.
  await runControlJobs(databases, { ...place, wsId: person.wsId });
  const token = await createSession(control, { ...person, device: input.device }, now);
  const ctx = await openSession(databases, token, { now, requestId });
  return { token: tokenText(token), me: await getMe(ctx) };
}

/** Looked for before the code is used up: a wrong choice does not cost it. Undefined for a new workspace. */
async function findKnown(control: DrizzleD1Database, wanted: SignIn['as']) {
  if (wanted.kind === 'sample') return findSampleMember(control, wanted);
  return wanted.kind === 'known' ? findMember(control, wanted) : undefined;
}

async function findMember(
  control: DrizzleD1Database,
  { workspaceId, userId }: Extract<SignIn['as'], { kind: 'known' }>,
) {
  const [person] = await control
    .select({ wsId: membership.wsId, userId: membership.userId })
    .from(workspace)
    .innerJoin(membership, eq(membership.wsId, workspace.wsId))
    .where(and(eq(workspace.uuid, workspaceId), eq(membership.userId, userId)));
  if (!person) throw new ServiceError('not_found');
  return person;
}

async function findSampleMember(
  control: DrizzleD1Database,
  wanted: Extract<SignIn['as'], { kind: 'sample' }>,
) {
  const [person] = await control
    .select({ wsId: membership.wsId, userId: membership.userId })
    .from(workspace)
    .innerJoin(membership, eq(membership.wsId, workspace.wsId))
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        eq(workspace.sample, true),
        wanted.email === undefined ? eq(membership.role, wanted.role) : eq(user.email, wanted.email),
      ),
    )
    .orderBy(asc(membership.wsId), asc(membership.userId))
    .limit(1);
  if (!person) throw new ServiceError('not_found');
  return person;
}

function startWorkspace(databases: Databases, wanted: SignIn['as'], now: number) {
  if (wanted.kind !== 'empty') throw new ServiceError('not_found');
  const { name, workspaceName, timeZone, currency } = wanted;
  return createWorkspace(databases, { name: workspaceName, timeZone, currency, admin: { name } }, now);
}
