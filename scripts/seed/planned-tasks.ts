import { audienceOf } from '../../shared/access.ts';
import { addDays } from '../../shared/day.ts';
import { isOverdue } from '../../shared/task.ts';
import type { task } from '../../worker/db/shard/schema.ts';
import { dayAt } from './activity-rows.ts';
import { idAt, type Random } from './random.ts';
import { DAY_MS, type Place, type World } from './world.ts';

type TaskRow = typeof task.$inferInsert;

/** The next step of each open opportunity is somebody's task. */
export function plannedTasks({ place, random, customers }: World): TaskRow[] {
  return customers.flatMap(({ owner, account, contacts, opportunities }) =>
    opportunities.flatMap(({ row }): TaskRow[] => {
      if (row.status !== 'open' || !row.nextStep || !row.nextStepOn) return [];
      const createdAt = place.now - random.int(1, 6) * DAY_MS;
      return [
        {
          ...{ wsId: place.wsId, id: idAt(random, createdAt), title: row.nextStep, dueOn: row.nextStepOn },
          kind: random.pick(['call', 'email', 'visit', 'other']),
          status: 'todo',
          priority: random.weighted({ medium: 5, high: 2, low: 1 }),
          ...{ accountId: account.id, contactId: contacts[0]?.row.id, opportunityId: row.id },
          assigneeId: owner.id,
          audience: audienceOf({ ownerId: owner.id, teamId: owner.teamId, visibility: row.visibility }),
          createdBy: owner.id,
          createdAt,
        },
      ];
    }),
  );
}

/** What was due before this week has mostly been done. */
export function settled(task: TaskRow, place: Place, random: Random): TaskRow {
  const isOld = isOverdue(task, addDays(dayAt(place, place.now), -2));
  if (!isOld || random.chance(0.06)) return task;
  const doneAt = Math.min(task.createdAt + random.int(1, 10) * DAY_MS, place.now);
  return { ...task, status: random.chance(0.95) ? 'done' : 'cancelled', doneAt, version: 2 };
}
