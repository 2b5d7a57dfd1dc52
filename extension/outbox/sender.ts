import { jsonOf, type postExact } from '../api/client.ts';
import type { DeviceDb } from '../app/device-db.ts';
import type { OutboxRecord, Owner } from './record.ts';
import { type Attempt, backoffMs, type Verdict, verdictOf } from './result-rules.ts';
import * as store from './store.ts';

const PARALLEL = 4;
const BATCH = 50;
const TIMEOUT_MS = 20_000;
/** Silences in a row after which the server counts as unreachable and the rest of the queue is spared. */
const SILENCES = 4;
const RECHECK_VERSION_MS = 10 * 60_000;

export type Identity = Owner & { token: string };

export type SenderDeps = {
  open: () => Promise<DeviceDb>;
  locks: Pick<LockManager, 'request'>;
  /** Who is signed in now. */
  identity: () => Promise<Identity | undefined>;
  post: typeof postExact;
  onSignedOut: (token: string) => Promise<void>;
  /** Called after every change of a record or of the sender's status. */
  onChange: () => void;
  now: () => number;
  random: () => number;
};

type Run = { silences: number; isAnswered: boolean; isStopped: boolean };

/**
 * `wake()` sends what is due and resolves when nothing more is. However many panels and workers wake it, the lock lets
 * one work; the next one looks again after it, so that nothing enqueued meanwhile is forgotten.
 */
export function createSender(deps: SenderDeps): { wake: () => Promise<void> } {
  let queued: Promise<void> | undefined;
  const work = async () => {
    queued = undefined;
    await sendAll(deps);
  };
  return {
    wake: () => {
      // Deferred, because a lock that is free may be granted at once, before there is anything to reset.
      queued ??= Promise.resolve().then(() => deps.locks.request('sidelog-sender', work));
      return queued;
    },
  };
}

async function sendAll(deps: SenderDeps): Promise<void> {
  const db = await deps.open();
  await store.reclaim(db);
  await store.purge(db, deps.now());
  const run: Run = { silences: 0, isAnswered: false, isStopped: false };
  while (!run.isStopped) {
    const identity = await deps.identity();
    const status = await store.readStatus(db);
    if (!identity || (status.notBefore ?? 0) > deps.now()) break;
    const batch = await store.due(db, identity, { now: deps.now(), limit: BATCH });
    if (batch.length === 0) break;
    await inParallel(batch, (record) => trySend(deps, { db, run, identity, id: record.id }));
  }
  await closeRun(deps, db, run);
  deps.onChange();
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  // All of them end before the lock is given back, even where one of them fails.
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}

type Try = { db: DeviceDb; run: Run; identity: Identity; id: string };

async function trySend(deps: SenderDeps, { db, run, identity, id }: Try): Promise<void> {
  if (run.isStopped) return;
  const record = await store.claim(db, id);
  if (!record) return;
  deps.onChange();
  const attempt = await attemptOf(deps.post, record, identity);
  const verdict = verdictOf({ attempt, record, now: deps.now(), random: deps.random() });
  await store.settle(db, id, { verdict, now: deps.now() });
  await conclude(deps, { db, run, identity }, verdict);
  deps.onChange();
}

async function attemptOf(
  post: typeof postExact,
  record: OutboxRecord,
  { server, token }: Identity,
): Promise<Attempt> {
  try {
    const response = await post({
      server,
      token,
      path: record.kind === 'undo' ? '/api/v1/undos' : '/api/v1/activities',
      body: record.payload,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = jsonOf(await response.text());
    return { status: response.status, body, retryAfter: response.headers.get('retry-after') };
  } catch {
    // Refused, cut, or timed out: fetch tells no more, and the fate of the request is unknown in each case.
    return 'silence';
  }
}

/** What a verdict means for the records that are still to go. */
async function conclude(deps: SenderDeps, { db, run, identity }: Omit<Try, 'id'>, verdict: Verdict) {
  const isSilent = verdict.kind === 'keep' && verdict.isSilent;
  run.silences = isSilent ? run.silences + 1 : 0;
  run.isAnswered ||= !isSilent;
  if (run.silences >= SILENCES) run.isStopped = true;
  if (verdict.kind === 'keep' && verdict.scope === 'all') {
    run.isStopped = true;
    await store.writeStatus(db, { silentRuns: 0, notBefore: deps.now() + verdict.waitMs });
  }
  if (verdict.kind !== 'pause') return;
  run.isStopped = true;
  if (verdict.reason === 'signed_out') await deps.onSignedOut(identity.token);
  else {
    const notBefore = deps.now() + RECHECK_VERSION_MS;
    await store.writeStatus(db, { silentRuns: 0, paused: verdict.reason, notBefore });
  }
}

async function closeRun(deps: SenderDeps, db: DeviceDb, run: Run): Promise<void> {
  const status = await store.readStatus(db);
  if (run.silences >= SILENCES || (run.silences > 0 && !run.isAnswered)) {
    const silentRuns = run.isAnswered ? 1 : status.silentRuns + 1;
    const notBefore = deps.now() + backoffMs(silentRuns, deps.random());
    await store.writeStatus(db, { paused: 'unreachable', silentRuns, notBefore });
  } else if (run.isAnswered && !run.isStopped) await store.writeStatus(db, { silentRuns: 0 });
}
