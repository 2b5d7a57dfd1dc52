import { deviceDb } from '../../../extension/app/device-db.ts';
import { signInLocal } from '../../../extension/app/session.ts';
import * as queue from '../../../extension/outbox/outbox.ts';
import type { NewActivity } from '../../../shared/activity.ts';
import type { LocalSignIn } from '../../../shared/session.ts';

// Runs inside the extension's own page, on the outbox as the panel uses it; `on-device.ts` puts it there.

export type Kept = { id: string; hash: string };
export type Delivered = { id: string; kind: string };

const CALM_MS = 100;

export const start = (): Promise<void> => queue.startOutbox();

export const signIn = (server: string, input: LocalSignIn): Promise<void> => signInLocal(server, input);

/** Saves one after the other, and says under which id and hash each lies on the disk. */
export async function save(payloads: readonly NewActivity[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const payload of payloads) {
    const label = { title: payload.subject ?? '', type: payload.type };
    const { id, hash } = await queue.enqueueActivity(payload, label);
    kept.push({ id, hash });
  }
  return kept;
}

/** Takes a log back, and says what the device knew of it at that moment. */
export async function undo(id: string): Promise<{ state: string | undefined; outcome: string }> {
  const record = await (await deviceDb()).get('outbox', id);
  return { state: record?.state, outcome: await queue.undo(id) };
}

/**
 * Waits until nothing can be sent any more. Where everything waits for its time it says "try now", as a person would who
 * does not want to wait for the next attempt.
 */
export async function drain(longestMs: number): Promise<boolean> {
  const until = Date.now() + longestMs;
  while (Date.now() < until) {
    const { waiting, sending, nextTryAt = 0 } = queue.outbox.peek();
    if (sending.length === 0 && waiting.length > 0 && nextTryAt > Date.now()) await queue.retry();
    if (waiting.length === 0 && !(await hasSomethingToSend())) return true;
    await new Promise((resolve) => setTimeout(resolve, CALM_MS));
  }
  return false;
}

async function hasSomethingToSend(): Promise<boolean> {
  const records = await (await deviceDb()).getAll('outbox');
  return records.some(
    ({ state, cancelledBy }) => !cancelledBy && (state === 'waiting' || state === 'sending'),
  );
}

/** Whatever is on the disk and not with the server, whosever it is. */
export async function left(): Promise<string[]> {
  const records = await (await deviceDb()).getAll('outbox');
  return records
    .filter(({ state }) => state !== 'delivered')
    .map(({ id, kind, state, error }) => `${kind} ${id} ${state} ${error?.code ?? ''}`);
}

export async function delivered(): Promise<Delivered[]> {
  const records = await (await deviceDb()).getAll('outbox');
  return records.filter(({ state }) => state === 'delivered').map(({ id, kind }) => ({ id, kind }));
}

export const badge = (): Promise<string> => chrome.action.getBadgeText({});
