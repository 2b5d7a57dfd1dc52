import { auditEvent, type receipt } from '../../worker/db/shard/schema.ts';
import type { Random } from './random.ts';
import { type Chunk, shardChunk } from './tables.ts';

type Act = {
  at: number;
  actorId: number;
  action: string;
  recordKind: string;
  recordId: string;
  fields: string[];
};
export type Trail = { append(act: Act): void; take(): Chunk };

/** Numbers a workspace's audit events; `take` hands over what has gathered since the last time. */
export function trailOf(wsId: number, random: Random): Trail {
  let seq = 0;
  let gathered: (typeof auditEvent.$inferInsert)[] = [];
  return {
    append(act) {
      seq += 1;
      gathered.push({ ...act, wsId, seq, requestId: `seed-${random.hex(12)}` });
    },
    take() {
      const chunk = shardChunk(auditEvent, gathered);
      gathered = [];
      return chunk;
    },
  };
}

type Accepted = { kind: string; id: string; recordId: string; userId: number; at: number };

/** The body itself is not kept, so nothing can be replayed against these hashes. */
export const receiptRow = (
  { wsId, random, outcome }: { wsId: number; random: Random; outcome: 'created' | 'joined' },
  { kind, id, recordId, userId, at }: Accepted,
): typeof receipt.$inferInsert => ({ wsId, id, userId, kind, hash: random.hex(64), recordId, outcome, at });
