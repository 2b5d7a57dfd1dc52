import type { IDBPObjectStore } from 'idb';
import { type DeviceDb, type DeviceSchema, DiskFull, isQuotaError, STRICT } from '../app/device-db.ts';
import { isOwnedBy, type OutboxRecord, type Owner, type SenderStatus } from './record.ts';
import type { Verdict } from './result-rules.ts';

// The queue's states and the only ways between them. Each function is one IndexedDB transaction, so that the panel and
// the service worker can call them at the same time and either can die at any line.

type Store = IDBPObjectStore<DeviceSchema, ['outbox'], 'outbox', 'readwrite'>;

const KEEP_DELIVERED_MS = 7 * 86_400_000;

/** Resolves when what `work` wrote is on the disk. `work` may await nothing but the store. */
async function writing<T>(db: DeviceDb, work: (store: Store) => Promise<T>): Promise<T> {
  const tx = db.transaction('outbox', 'readwrite', STRICT);
  try {
    const [result] = await Promise.all([work(tx.store), tx.done]);
    return result;
  } catch (error) {
    // A full disk may show at the put or only at the commit.
    throw isQuotaError(error) ? new DiskFull(error) : error;
  }
}

export async function add(db: DeviceDb, record: OutboxRecord): Promise<void> {
  await writing(db, (store) => store.add(record));
}

/** What `owner` may send now, oldest first. */
export async function due(
  db: DeviceDb,
  owner: Owner,
  { now, limit }: { now: number; limit: number },
): Promise<OutboxRecord[]> {
  const waiting = await db.getAllFromIndex('outbox', 'state', 'waiting');
  const own = waiting.filter(
    (record) => isOwnedBy(record, owner) && !record.cancelledBy && (record.nextTryAt ?? 0) <= now,
  );
  const held = await Promise.all(own.map((record) => isHeld(record, (id) => db.get('outbox', id))));
  return own.filter((_, i) => !held[i]).slice(0, limit);
}

type Get = (id: string) => Promise<OutboxRecord | undefined>;

/** Whether what it has to follow is still under way. What was refused, or is gone, holds up nobody. */
async function isHeld({ after }: OutboxRecord, get: Get): Promise<boolean> {
  const before = after === undefined ? undefined : await get(after);
  return before?.state === 'waiting' || before?.state === 'sending';
}

/**
 * Marks the record as being sent, before its first byte leaves. Undefined where it may not be sent (any more): taken
 * back, edited, wiped, or an undo whose create is still under way.
 */
export function claim(db: DeviceDb, id: string): Promise<OutboxRecord | undefined> {
  return writing(db, async (store) => {
    const record = await store.get(id);
    if (record?.state !== 'waiting' || record.cancelledBy) return undefined;
    const target = record.target === undefined ? undefined : await store.get(record.target);
    if (target?.state === 'sending' || (await isHeld(record, (other) => store.get(other)))) return undefined;
    const claimed: OutboxRecord = { ...record, state: 'sending', attempts: record.attempts + 1 };
    await store.put(claimed);
    return claimed;
  });
}

/** Writes down what came of an attempt. A record that is gone meanwhile stays gone. */
export function settle(
  db: DeviceDb,
  id: string,
  { verdict, now }: { verdict: Verdict; now: number },
): Promise<void> {
  return writing(db, async (store) => {
    const record = await store.get(id);
    if (!record) return;
    await store.put(settled(record, verdict, now));
    // A create that was taken back has nothing left to wait for once its undo is with the server.
    if (verdict.kind === 'delivered' && record.target) await store.delete(record.target);
  });
}

function settled(record: OutboxRecord, verdict: Verdict, now: number): OutboxRecord {
  const { error: _error, nextTryAt: _nextTryAt, ...rest } = record;
  switch (verdict.kind) {
    case 'delivered': {
      const { recordId, records } = verdict.receipt;
      const delivered = { ...rest, state: 'delivered', payload: '', deliveredAt: now } as const;
      return { ...delivered, ...(recordId && { recordId }), ...(records && { records }) };
    }
    case 'keep':
      return { ...rest, state: 'waiting', nextTryAt: now + verdict.waitMs };
    case 'pause':
      return { ...rest, state: 'waiting' };
    case 'rejected':
      return { ...rest, state: 'rejected', error: verdict.error };
  }
}

/** Attempts whose sender died: their fate is unknown, so they are made again and the server tells. */
export function reclaim(db: DeviceDb): Promise<void> {
  return writing(db, async (store) => {
    const cut = await store.index('state').getAll('sending');
    await Promise.all(cut.map((record) => store.put({ ...record, state: 'waiting' })));
  });
}

/**
 * Takes a create back. One that was never tried, or was refused, just goes; otherwise it is never sent again and `undo`
 * follows it to the server.
 */
export function takeBack(db: DeviceDb, target: string, undo: OutboxRecord): Promise<'removed' | 'queued'> {
  return writing(db, async (store) => {
    const record = await store.get(target);
    const isUntried = record?.state === 'waiting' && record.attempts === 0;
    if (isUntried || record?.state === 'rejected') {
      await store.delete(target);
      return 'removed';
    }
    if (record?.cancelledBy) return 'queued';
    if (record) await store.put({ ...record, cancelledBy: undo.id });
    await store.add(undo);
    return 'queued';
  });
}

export type Replacement = {
  /** Under the same id: for a create that the server cannot hold. */
  same: OutboxRecord;
  /** Under an id of its own, with the undo of the old one that it follows: for a create that the server may hold. */
  anew: { undo: OutboxRecord; next: OutboxRecord };
  evenDelivered?: boolean;
};

/**
 * Puts another create in the place of one that is not delivered, or with `evenDelivered` of any. Undefined where that is
 * not there to be edited (any more).
 */
export function replace(
  db: DeviceDb,
  id: string,
  { same, anew, evenDelivered = false }: Replacement,
): Promise<OutboxRecord | undefined> {
  return writing(db, async (store) => {
    const record = await store.get(id);
    if (record?.kind !== 'activity' || record.cancelledBy) return undefined;
    if (record.state === 'delivered' && !evenDelivered) return undefined;
    if (!mayBeHeld(record)) {
      await store.put({ ...same, attempts: record.attempts, ...(record.after && { after: record.after }) });
      return same;
    }
    await (record.state === 'rejected'
      ? store.delete(id)
      : store.put({ ...record, cancelledBy: anew.undo.id }));
    await store.put(anew.undo);
    await store.put(anew.next);
    return anew.next;
  });
}

/** The id of the version that stands for a create by now: its own, or that of what was put in its place. */
export async function latestOf(db: DeviceDb, id: string): Promise<string> {
  const records = await db.getAll('outbox');
  const undone = records.find(({ target }) => target === id);
  const next = undone && records.find(({ kind, after }) => kind === 'activity' && after === undone.id);
  return next ? latestOf(db, next.id) : id;
}

/** After an attempt without an answer the server may hold it; after this refusal it does, with another content. */
const mayBeHeld = ({ state, attempts, error }: OutboxRecord): boolean =>
  state === 'rejected' ? error?.code === 'hash_conflict' : attempts > 0;

/** Makes everything that waits due at once; or, named, a refused record. */
export function makeDue(db: DeviceDb, id?: string): Promise<void> {
  return writing(db, async (store) => {
    const records = id === undefined ? await store.index('state').getAll('waiting') : [await store.get(id)];
    const idle = records.filter((record) => record?.state === 'waiting' || record?.state === 'rejected');
    for (const record of idle) {
      if (!record) continue;
      const { nextTryAt: _nextTryAt, error: _error, ...rest } = record;
      await store.put({ ...rest, state: 'waiting' });
    }
  });
}

/** Throws a refused record away. A refused undo takes along the create that it had stopped. */
export function discardRejected(db: DeviceDb, id: string): Promise<boolean> {
  return writing(db, async (store) => {
    const record = await store.get(id);
    if (record?.state !== 'rejected') return false;
    await store.delete(id);
    if (record.target) await store.delete(record.target);
    return true;
  });
}

/** Forgets what was delivered more than a week ago. */
export function purge(db: DeviceDb, now: number): Promise<void> {
  return writing(db, async (store) => {
    const delivered = await store.index('state').getAll('delivered');
    const old = delivered.filter((record) => (record.deliveredAt ?? 0) < now - KEEP_DELIVERED_MS);
    await Promise.all(old.map((record) => store.delete(record.id)));
  });
}

export async function readStatus(db: DeviceDb): Promise<SenderStatus> {
  return (await db.get('sender', 'status')) ?? { silentRuns: 0 };
}

export async function writeStatus(db: DeviceDb, status: SenderStatus): Promise<void> {
  await db.put('sender', status, 'status');
}

/** Forgets that the server was silent, so that the next run asks it at once. What the server asked for stays. */
export async function endSilence(db: DeviceDb): Promise<void> {
  const { paused, silentRuns } = await readStatus(db);
  if (paused === 'unreachable') await writeStatus(db, { silentRuns });
}
