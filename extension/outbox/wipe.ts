import { browser } from 'wxt/browser';
import { announce } from '../app/changes.ts';
import { deviceDb, STORES, STRICT } from '../app/device-db.ts';
import { signOut } from '../app/session.ts';
import { changed } from './live-view.ts';

/** Deletes everything that this device holds: session, saved logs, drafts, preferences, what was captured. */
export async function wipeDevice(): Promise<void> {
  // First, so that the server forgets the token too.
  await signOut();
  const tx = (await deviceDb()).transaction(STORES, 'readwrite', STRICT);
  await Promise.all([...STORES.map((name) => tx.objectStore(name).clear()), tx.done]);
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  announce('session');
  changed();
}
