import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxRecord, SenderStatus } from '../outbox/record.ts';
import type { StoredSession } from './session-store.ts';

/** A started text or form, by the thing it is about. */
export type Draft = { key: string; savedAt: number; value: unknown };

/** Everything this device holds. IndexedDB of the extension's origin: no page and no injected script can read it. */
export interface DeviceSchema extends DBSchema {
  outbox: { key: string; value: OutboxRecord; indexes: { state: OutboxRecord['state'] } };
  sender: { key: 'status'; value: SenderStatus };
  session: { key: 'current'; value: StoredSession };
  drafts: { key: string; value: Draft };
  keys: { key: 'token'; value: CryptoKey };
}
export type DeviceDb = IDBPDatabase<DeviceSchema>;

export const STORES = ['outbox', 'sender', 'session', 'drafts', 'keys'] as const;
/** A write is on the disk, not only handed to the system, when its transaction completes. */
export const STRICT = { durability: 'strict' } as const;

let opened: Promise<DeviceDb> | undefined;

export function deviceDb(): Promise<DeviceDb> {
  opened ??= openDeviceDb('sidelog').catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

export function openDeviceDb(name: string): Promise<DeviceDb> {
  return openDB<DeviceSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('state', 'state');
      db.createObjectStore('sender');
      db.createObjectStore('session');
      db.createObjectStore('drafts', { keyPath: 'key' });
      db.createObjectStore('keys');
    },
    // A newer version of the extension wants to upgrade: let go, and open again at the next use.
    blocking: (_from, _to, event) => {
      opened = undefined;
      (event.target as IDBDatabase).close();
    },
    terminated: () => {
      opened = undefined;
    },
  });
}

/** The disk is full: nothing was saved, and nothing may be called saved. */
export class DiskFull extends Error {
  readonly code = 'disk_full';

  constructor(cause: unknown) {
    super('disk_full', { cause });
    this.name = 'DiskFull';
  }
}

export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
