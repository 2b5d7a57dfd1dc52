import type { Me } from '../../shared/session.ts';
import { type DeviceDb, STRICT } from './device-db.ts';

/** Who is signed in on `server`, with the token to say so. */
export type Session = { server: string; token: string; me: Me };

export type StoredSession = {
  server: string;
  me: Me;
  /** The server no longer accepts the token. The person is still known, and so is whose the saved logs are. */
  isExpired: boolean;
  /** The token under AES-GCM, so that no file of the profile holds it in the clear. */
  sealed: ArrayBuffer;
  iv: Uint8Array<ArrayBuffer>;
};

export type KnownSession = Session & { isExpired: boolean };

export async function readSession(db: DeviceDb): Promise<KnownSession | undefined> {
  const [stored, key] = await Promise.all([db.get('session', 'current'), db.get('keys', 'token')]);
  if (!stored || !key) return undefined;
  const { sealed, iv, ...rest } = stored;
  try {
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    return { ...rest, token: new TextDecoder().decode(opened) };
  } catch {
    // Sealed under another key, as after a profile was put together from two: signing in again makes both anew.
    return undefined;
  }
}

export async function writeSession(db: DeviceDb, { server, token, me }: Session): Promise<void> {
  const key = await tokenKey(db);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(token));
  const tx = db.transaction('session', 'readwrite', STRICT);
  await Promise.all([tx.store.put({ server, me, isExpired: false, sealed, iv }, 'current'), tx.done]);
}

/** Marks the session as over, if `token` is still the one in use: another may have been given meanwhile. */
export async function expireSession(db: DeviceDb, token: string): Promise<boolean> {
  const known = await readSession(db);
  if (known?.token !== token || known.isExpired) return false;
  const tx = db.transaction('session', 'readwrite', STRICT);
  const stored = await tx.store.get('current');
  if (stored) await tx.store.put({ ...stored, isExpired: true }, 'current');
  await tx.done;
  return true;
}

export async function forgetSession(db: DeviceDb): Promise<void> {
  const tx = db.transaction(['session', 'keys'], 'readwrite', STRICT);
  await Promise.all([tx.objectStore('session').clear(), tx.objectStore('keys').clear(), tx.done]);
}

/** A key that can be used and stored but never read, not even by our own code. */
async function tokenKey(db: DeviceDb): Promise<CryptoKey> {
  const known = await db.get('keys', 'token');
  if (known) return known;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await db.put('keys', key, 'token');
  return key;
}
