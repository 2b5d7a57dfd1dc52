import type { ActivityType } from '../../shared/activity.ts';
import { monthOf } from '../../shared/day.ts';
import { type MonthColumn, monthColumnOf } from '../../shared/rollup.ts';
import { activityDay, repMonth } from '../../worker/db/shard/schema.ts';
import { type Chunk, shardChunk } from './tables.ts';

export type Rollups = { count(userId: number, day: string, type: ActivityType): void; rows(): Chunk[] };
type Month = Record<'activities' | MonthColumn, number>;

/** Counts each contribution once for its person, as the service does. */
export function rollupsOf(wsId: number): Rollups {
  const months = new Map<string, Month>();
  const days = new Map<string, number>();
  return {
    count(userId, day, type) {
      const key = `${userId} ${monthOf(day)}`;
      const month = months.get(key) ?? {
        activities: 0,
        emails: 0,
        calls: 0,
        meetings: 0,
        visits: 0,
        others: 0,
      };
      month.activities += 1;
      month[monthColumnOf(type)] += 1;
      months.set(key, month);
      const ofDay = `${userId} ${day} ${type}`;
      days.set(ofDay, (days.get(ofDay) ?? 0) + 1);
    },
    rows: () => [shardChunk(repMonth, monthRows(wsId, months)), shardChunk(activityDay, dayRows(wsId, days))],
  };
}

const monthRows = (wsId: number, months: ReadonlyMap<string, Month>) =>
  [...months].map(([key, counts]) => {
    const [userId = '', month = ''] = key.split(' ');
    return { wsId, userId: Number(userId), month, ...counts };
  });

const dayRows = (wsId: number, days: ReadonlyMap<string, number>) =>
  [...days].map(([key, n]) => {
    const [userId = '', day = '', type = ''] = key.split(' ');
    return { wsId, day, userId: Number(userId), type: type as ActivityType, n };
  });
