import { browser } from 'wxt/browser';
import { deviceDb, STORES, STRICT } from '../app/device-db.ts';
import { signOut } from '../app/session.ts';
import { allowedSites, revokeSite } from '../app/sites.ts';
import { changed } from './live-view.ts';

/**
 * Deletes everything that this device holds: session, saved logs, drafts, preferences, what was captured, and the leave
 * to read sites. The server, which may be out of reach, is told last.
 */
export async function wipeDevice(): Promise<void> {
  const tx = (await deviceDb()).transaction(STORES, 'readwrite', STRICT);
  await Promise.all([...STORES.map((name) => tx.objectStore(name).clear()), tx.done]);
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear(), revokeSites()]);
  changed();
  await signOut();
}

async function revokeSites(): Promise<void> {
  const sites = await allowedSites();
  // One that an administrator has allowed cannot be revoked here, and keeps nothing else from being deleted.
  await Promise.allSettled(sites.map(({ origin }) => revokeSite(origin)));
}
