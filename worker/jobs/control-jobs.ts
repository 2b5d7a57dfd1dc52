import { and, asc, eq, isNull } from 'drizzle-orm';
import { controlJob } from '../db/control/schema.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Databases } from '../env.ts';
import { furnishWorkspace } from '../workspaces/furnish-workspace.ts';

type Moment = { now: number; requestId: string };
type Job = typeof controlJob.$inferSelect;

// Each kind may be run any number of times.
const RUN: Record<string, (databases: Databases, job: Job, moment: Moment) => Promise<void>> = {
  create_workspace: (databases, { wsId }, moment) => furnishWorkspace(databases, { ...moment, wsId }),
};
const AT_ONCE = 20;

/** Finishes what changes both databases: of one workspace, or whatever is still open. One that fails holds up no other. */
export async function runControlJobs(
  databases: Databases,
  moment: Moment & { wsId?: number },
): Promise<void> {
  const control = openDatabase(databases.control);
  const isOpen = isNull(controlJob.doneAt);
  const jobs = await control
    .select()
    .from(controlJob)
    .where(moment.wsId === undefined ? isOpen : and(eq(controlJob.wsId, moment.wsId), isOpen))
    .orderBy(asc(controlJob.createdAt))
    .limit(AT_ONCE);
  const results = await Promise.allSettled(jobs.map((job) => finish(databases, job, moment)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function finish(databases: Databases, job: Job, moment: Moment): Promise<void> {
  const run = RUN[job.kind];
  if (!run) return;
  await run(databases, job, moment);
  await openDatabase(databases.control)
    .update(controlJob)
    .set({ doneAt: moment.now })
    .where(eq(controlJob.id, job.id));
}
