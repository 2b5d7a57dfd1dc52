import { utf8Length } from '../../shared/text.ts';
import { isOwnedBy, isUnsent, type OutboxRecord, type Owner, type SenderStatus } from './record.ts';

/** What the panel shows of the queue. */
export type OutboxView = {
  waiting: OutboxRecord[];
  sending: OutboxRecord[];
  rejected: OutboxRecord[];
  /** Of the last seven days, newest first; without payload. */
  delivered: OutboxRecord[];
  /** Saved by someone else on this device: kept, and sent only when that person signs in again. */
  others: OutboxRecord[];
  /** How many records are not yet with the server, `others` included: what the badge says. */
  unsent: number;
  totalBytes: number;
  paused?: 'signed_out' | 'offline' | 'server_old' | 'client_old' | 'unreachable';
  nextTryAt?: number;
};

export const EMPTY_VIEW: OutboxView = {
  waiting: [],
  sending: [],
  rejected: [],
  delivered: [],
  others: [],
  unsent: 0,
  totalBytes: 0,
};

export type Surroundings = {
  status: SenderStatus;
  /** Whose panel this is; undefined when nobody is signed in, and then the records belong to whoever is to come. */
  owner: Owner | undefined;
  isSignedOut: boolean;
  isOnline: boolean;
};

export function viewOf(records: readonly OutboxRecord[], around: Surroundings): OutboxView {
  const unsent = records.filter(isUnsent);
  const { owner } = around;
  const isMine = (record: OutboxRecord) => owner === undefined || isOwnedBy(record, owner);
  const mine = unsent.filter(isMine);
  const waiting = mine.filter(({ state }) => state === 'waiting');
  const sending = mine.filter(({ state }) => state === 'sending');
  const delivered = records.filter((record) => record.state === 'delivered' && !record.cancelledBy);
  // One that has to follow another has no time of its own: counted, it would wake the sender over and over for nothing.
  const free = waiting.filter(
    ({ after }) => !unsent.some(({ id, state }) => id === after && state !== 'rejected'),
  );
  const paused = waiting.length > 0 ? pauseOf(around) : undefined;
  return {
    waiting,
    sending,
    rejected: mine.filter(({ state }) => state === 'rejected'),
    delivered: delivered.filter(isMine).toSorted((a, b) => (b.deliveredAt ?? 0) - (a.deliveredAt ?? 0)),
    others: unsent.filter((record) => !isMine(record)),
    unsent: unsent.length,
    totalBytes: unsent.reduce((sum, { payload }) => sum + utf8Length(payload), 0),
    ...(paused && { paused }),
    ...(free.length > 0 && paused !== 'signed_out' && { nextTryAt: nextTryAt(free, around.status) }),
  };
}

function pauseOf({ status, isSignedOut, isOnline }: Surroundings): OutboxView['paused'] {
  if (isSignedOut) return 'signed_out';
  // The browser's word for "offline" is only a hint (this machine's own server answers all the same), so it names the
  // cause of a silence and never forbids an attempt.
  if (status.paused === 'unreachable' && !isOnline) return 'offline';
  return status.paused;
}

function nextTryAt(waiting: readonly OutboxRecord[], { notBefore = 0 }: SenderStatus): number {
  return Math.max(notBefore, Math.min(...waiting.map((record) => record.nextTryAt ?? 0)));
}
