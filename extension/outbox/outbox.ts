import { effect } from '@preact/signals';
import { uuidv7 } from 'uuidv7';
import type { NewActivity } from '../../shared/activity.ts';
import type { Undo } from '../../shared/receipt.ts';
import { renewed } from '../../shared/renewed.ts';
import { postExact, SignedOut } from '../api/client.ts';
import { onChange } from '../app/changes.ts';
import { deviceDb } from '../app/device-db.ts';
import { endSession, loadSession, session } from '../app/session.ts';
import { readSession } from '../app/session-store.ts';
import { changed, outbox, ownerOf, refresh, whenDue } from './live-view.ts';
import { newRecord, type OutboxLabel, type OutboxRecord } from './record.ts';
import { createSender } from './sender.ts';
import * as store from './store.ts';

export { outbox, SENDER_ALARM } from './live-view.ts';
export type { OutboxLabel, OutboxRecord } from './record.ts';
export type { OutboxView } from './view.ts';
export { wipeDevice } from './wipe.ts';

const sender = createSender({
  open: deviceDb,
  locks: navigator.locks,
  identity: async () => {
    const known = await readSession(await deviceDb());
    return known && !known.isExpired ? { ...ownerOf(known), token: known.token } : undefined;
  },
  post: postExact,
  onSignedOut: endSession,
  onChange: changed,
  now: Date.now,
  random: Math.random,
});

/** Sends what is due. What went wrong is in the records, except a full disk, which the next writing will tell. */
export function wakeSender(): void {
  sender.wake().catch(() => undefined);
}

/** Begins to show and to send. Panel and service worker each call it once, when they start. */
export async function startOutbox(): Promise<void> {
  onChange('session', () => void loadSession());
  onChange('outbox', () => void refresh());
  whenDue(wakeSender);
  addEventListener('online', () => void hurry());
  await loadSession();
  effect(() => {
    if (session.value) wakeSender();
    void refresh();
  });
}

/** Tries again at once whatever waits for its time: the network is back, or a person is looking. */
export async function hurry(): Promise<void> {
  const db = await deviceDb();
  await store.endSilence(db);
  await store.makeDue(db);
  wakeSender();
}

/** Resolves when the record is on the disk, and only then may anything be called saved. */
export async function enqueueActivity(payload: NewActivity, label: OutboxLabel): Promise<OutboxRecord> {
  const owner = currentOwner();
  const record = await newRecord(owner, payload, { kind: 'activity', label, createdAt: Date.now() });
  const db = await deviceDb();
  await store.add(db, record);
  changed();
  void store.endSilence(db).then(wakeSender);
  void keepForGood();
  return record;
}

/**
 * Takes a create back: `removed` when it had never left this device, else `queued`, as a record that follows it. What was
 * put in its place meanwhile is taken back instead. The id may also be of a receipt from long ago; then `label` says what
 * it was.
 */
export async function undo(logId: string, label?: OutboxLabel): Promise<'removed' | 'queued'> {
  const db = await deviceDb();
  const id = await store.latestOf(db, logId);
  const known = await db.get('outbox', id);
  const body: Undo = { id: uuidv7(), target: id };
  const about = known?.label ?? label ?? { title: '', type: 'other' };
  const record = await newRecord(known ?? currentOwner(), body, {
    kind: 'undo',
    target: id,
    label: about,
    createdAt: Date.now(),
  });
  const outcome = await store.takeBack(db, id, record);
  changed();
  wakeSender();
  return outcome;
}

type Editing = {
  label?: Partial<OutboxLabel>;
  /** Also where it is delivered already: that is taken back, and the payload sent as a new log. */
  evenDelivered?: boolean;
};

/**
 * Puts another payload in the place of one that is not delivered, and sends it. Where the server may hold the old one
 * already, that is taken back first and the new one follows under an id of its own. Undefined where there is nothing
 * (any more) to edit. What comes into being with the log has new ids in the record that is returned: an earlier version
 * of it may have spent the old ones.
 */
export async function edit(
  id: string,
  payload: NewActivity,
  { label, evenDelivered = false }: Editing = {},
): Promise<OutboxRecord | undefined> {
  const db = await deviceDb();
  const known = await db.get('outbox', id);
  if (!known) return undefined;
  const about = { kind: known.kind, label: { ...known.label, ...label }, createdAt: known.createdAt };
  const undone = { id: uuidv7(), target: id };
  const fresh = renewed(payload);
  const edited = await store.replace(db, id, {
    evenDelivered,
    same: await newRecord(known, { ...fresh, id }, about),
    anew: {
      undo: await newRecord(known, undone, { ...about, kind: 'undo', target: id }),
      next: await newRecord(known, { ...fresh, id: uuidv7() }, { ...about, after: undone.id }),
    },
  });
  changed();
  wakeSender();
  return edited;
}

/** Tries again at once: one refused record, or everything that waits. */
export async function retry(id?: string): Promise<void> {
  const db = await deviceDb();
  await store.makeDue(db, id);
  await store.writeStatus(db, { silentRuns: 0 });
  changed();
  wakeSender();
}

/** Throws a refused record away for good. Anything else is taken back with `undo`. */
export async function discard(id: string): Promise<void> {
  await store.discardRejected(await deviceDb(), id);
  changed();
}

/** Everything not yet sent, for safe keeping outside of the browser. */
export function exportUnsent(): Blob {
  const { waiting, sending, rejected, others } = outbox.peek();
  const records = [...waiting, ...sending, ...rejected, ...others].map(
    ({ server, kind, label, createdAt, error, payload }) => ({
      server,
      kind,
      label,
      createdAt: new Date(createdAt).toISOString(),
      error,
      payload: JSON.parse(payload) as unknown,
    }),
  );
  return new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' });
}

function currentOwner() {
  const current = session.peek();
  if (!current) throw new SignedOut();
  return ownerOf(current);
}

let isAsked = false;

/** Asks the browser once not to clear this database when the disk runs low. A service worker cannot ask. */
async function keepForGood(): Promise<void> {
  if (isAsked || !navigator.storage?.persist) return;
  isAsked = true;
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
