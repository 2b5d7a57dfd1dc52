import { batch, signal } from '@preact/signals';
import type { LocalSignIn } from '../../shared/session.ts';
import { api, apiOf, connect, unwrap } from '../api/client.ts';
import { announce } from './changes.ts';
import { deviceDb } from './device-db.ts';
import { expireSession, forgetSession, readSession, type Session, writeSession } from './session-store.ts';

export type { Session } from './session-store.ts';

export const DEFAULT_SERVER = 'http://localhost:8787';

/** Undefined while it is being read; null when nobody is signed in. */
export const session = signal<Session | null | undefined>(undefined);
/** The session is over, but its person is known: saved logs wait for that person to sign in again. */
export const isSessionOver = signal(false);

/** Reads the session that this device holds. Panel and service worker each call it once, and after every change. */
export async function loadSession(): Promise<void> {
  const known = await readSession(await deviceDb());
  batch(() => {
    session.value = known ? { server: known.server, token: known.token, me: known.me } : null;
    isSessionOver.value = known?.isExpired ?? false;
  });
  const isLive = known && !known.isExpired;
  connect(isLive ? { ...known, onSignedOut: () => void endSession(known.token) } : undefined);
}

/** Called when the server refuses `token`. */
export async function endSession(token: string): Promise<void> {
  if (!(await expireSession(await deviceDb(), token))) return;
  await changed();
}

export async function signInLocal(server: string, input: LocalSignIn): Promise<void> {
  const { token, me } = await unwrap(apiOf(server).api.v1.local.session.$post({ json: input }));
  await writeSession(await deviceDb(), { server, token, me });
  await changed();
}

/** Forgets the session here at once, and on the server if it can be reached. Saved logs stay. */
export async function signOut(): Promise<void> {
  const known = isSessionOver.peek() ? null : session.peek();
  await forgetSession(await deviceDb());
  await changed();
  if (!known) return;
  const { server, token } = known;
  // The panel may be closed the moment after, and the token should be worth nothing all the same.
  const client = apiOf(server, { token, onSignedOut: () => {} });
  client.api.v1.session.$delete(undefined, { init: { keepalive: true } }).catch(() => undefined);
}

/** Reads anew what every screen needs of the workspace: colleagues, teams, pipelines. */
export async function refreshMe(): Promise<void> {
  const current = session.peek();
  if (!current) return;
  const me = await unwrap(api().api.v1.me.$get());
  // Someone else may have signed in while the answer was on its way.
  if (session.peek()?.token !== current.token) return;
  await writeSession(await deviceDb(), { ...current, me });
  await changed();
}

async function changed(): Promise<void> {
  announce('session');
  await loadSession();
}
