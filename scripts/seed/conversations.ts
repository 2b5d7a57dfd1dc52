import { thread } from '../../worker/db/shard/schema.ts';
import type { Logged } from './build-activity.ts';
import { randomOf } from './random.ts';
import { type Chunk, shardChunk } from './tables.ts';
import { DAY_MS } from './world.ts';

type ThreadRow = typeof thread.$inferInsert;

/** One writes again to whom one has written lately in the same conversation. */
const LATELY = 21 * DAY_MS;

/** Gives mails between the same two people, soon after each other, one conversation. */
export function conversations(): (log: Logged) => Logged {
  const last = new Map<string, { threadKey: string; at: number }>();
  return (log) => {
    const { by, input } = log;
    const them = input.parties.find(({ email }) => email !== undefined && email !== by.email)?.email;
    if (input.type !== 'email' || !input.threadKey || !them) return log;
    const pair = `${by.id} ${them}`;
    const known = last.get(pair);
    const isAnswer = known !== undefined && input.occurredAt - known.at < LATELY;
    const threadKey = isAnswer ? known.threadKey : input.threadKey;
    last.set(pair, { threadKey, at: input.occurredAt });
    return { ...log, input: { ...input, threadKey } };
  };
}

type Message = { activityId: string; occurredAt: number };
export type Threads = { note(log: Logged, message: Message): void; rows(now: number): Chunk };

/** The rows of `thread` that the worker writes for logs in the order of their moments, the newest last. */
export function threadsOf(wsId: number): Threads {
  const rows = new Map<string, ThreadRow>();
  return {
    note({ by, input }, { activityId, occurredAt }) {
      const { type, direction, threadKey, parties } = input;
      if (type !== 'email' || !threadKey || parties.length < 2) return;
      if (direction !== 'inbound' && direction !== 'outbound') return;
      const key = `${threadKey} ${by.id}`;
      const row = rows.get(key) ?? { wsId, threadKey, userId: by.id };
      rows.set(key, { ...row, ...sideAfter(row, direction, { activityId, occurredAt }) });
    },
    rows: (now) => shardChunk(thread, [...rows.values()].map(settledOf(wsId, now))),
  };
}

function sideAfter(row: ThreadRow, direction: 'inbound' | 'outbound', message: Message): Partial<ThreadRow> {
  const { activityId, occurredAt } = message;
  if (direction === 'inbound')
    return {
      ...{ priorInboundAt: row.lastInboundAt, priorInboundId: row.lastInboundId },
      ...{ lastInboundAt: occurredAt, lastInboundId: activityId },
      moreInbound: row.moreInbound || typeof row.priorInboundAt === 'number',
    };
  return {
    ...{ priorOutboundAt: row.lastOutboundAt, priorOutboundId: row.lastOutboundId },
    ...{ lastOutboundAt: occurredAt, lastOutboundId: activityId },
    moreOutbound: row.moreOutbound || typeof row.priorOutboundAt === 'number',
  };
}

/** Of most older mails somebody has said that they wait for nothing. A stream of its own: nothing else changes by it. */
function settledOf(wsId: number, now: number): (row: ThreadRow) => ThreadRow {
  const random = randomOf(wsId * 31 + 7);
  return (row) => {
    const lastAt = Math.max(row.lastInboundAt ?? 0, row.lastOutboundAt ?? 0);
    const isSettled = random.chance(lastAt < now - 12 * DAY_MS ? 0.9 : 0.3);
    return isSettled ? { ...row, settledAt: lastAt } : row;
  };
}
