import type { Env } from './env.ts';
import { runControlJobs } from './jobs/control-jobs.ts';
import { observeAll } from './request-log.ts';

/** Cron: unfinished control jobs are resumed, and the planner's statistics are kept fresh. */
export const scheduled: ExportedHandlerScheduledHandler<Env> = async (event, env) => {
  const databases = observeAll(env, {});
  await runControlJobs(databases, { now: event.scheduledTime, requestId: crypto.randomUUID() });
  await Promise.all(
    [databases.control, ...databases.shards.values()].map((database) =>
      database.prepare('PRAGMA optimize').run(),
    ),
  );
};
