import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { announce } from '../app/changes.ts';
import { deviceDb } from '../app/device-db.ts';
import { isSessionOver, type Session, session } from '../app/session.ts';
import type { Owner } from './record.ts';
import { readStatus } from './store.ts';
import { EMPTY_VIEW, type OutboxView, viewOf } from './view.ts';

export const SENDER_ALARM = 'outbox';
const ALARM_MINUTES = 0.5;
/** Pause between two readings of the queue, while the sender changes it many times a second. */
const CALM_MS = 80;

/** The queue of this device, as it stands in the database. */
export const outbox = signal<OutboxView>(EMPTY_VIEW);

export const ownerOf = ({ server, me }: Pick<Session, 'server' | 'me'>): Owner => ({
  server,
  userId: me.user.id,
  workspaceId: me.workspace.id,
});

let isStale = false;
let refreshing: Promise<void> | undefined;
let onDue = () => {};
let timer: number | undefined;

/** Says what to do when a record's next attempt is due. */
export function whenDue(work: () => void): void {
  onDue = work;
}

/** For whoever has written to the queue: shows it here and in every other context. */
export function changed(): void {
  announce('outbox');
  void refresh();
}

/** Reads the queue anew. Calls that come close together share one reading after the first. */
export function refresh(): Promise<void> {
  isStale = true;
  refreshing ??= readWhileStale().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function readWhileStale(): Promise<void> {
  while (isStale) {
    isStale = false;
    await readOnce();
    await new Promise((resolve) => setTimeout(resolve, CALM_MS));
  }
}

async function readOnce(): Promise<void> {
  const db = await deviceDb();
  const [records, status] = await Promise.all([db.getAll('outbox'), readStatus(db)]);
  const current = session.peek();
  outbox.value = viewOf(records, {
    status,
    owner: current ? ownerOf(current) : undefined,
    isSignedOut: isSessionOver.peek() || current === null,
    isOnline: navigator.onLine,
  });
  await Promise.all([showBadge(outbox.value), setAlarm(outbox.value)]);
  setTimer(outbox.value);
}

async function showBadge({ unsent, rejected }: OutboxView): Promise<void> {
  const text = unsent > 99 ? '99+' : unsent > 0 ? String(unsent) : '';
  await browser.action.setBadgeText({ text });
  // Ink while all is well, the danger colour of theme.css when something waits for a person.
  await browser.action.setBadgeBackgroundColor({ color: rejected.length > 0 ? '#b3261e' : '#3f4458' });
}

/** While something can be sent, the browser wakes the service worker every 30 s, panel or no panel. */
async function setAlarm({ waiting, sending, paused }: OutboxView): Promise<void> {
  const isNeeded = waiting.length + sending.length > 0 && paused !== 'signed_out';
  if (!isNeeded) await browser.alarms.clear(SENDER_ALARM);
  // Creating it again would start its half minute anew each time.
  else if (!(await browser.alarms.get(SENDER_ALARM))) {
    await browser.alarms.create(SENDER_ALARM, { periodInMinutes: ALARM_MINUTES });
  }
}

function setTimer({ nextTryAt }: OutboxView): void {
  clearTimeout(timer);
  if (nextTryAt === undefined) return;
  timer = self.setTimeout(onDue, Math.max(0, nextTryAt - Date.now()));
}
