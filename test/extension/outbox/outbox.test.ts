import { uuidv7 } from 'uuidv7';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { deviceDb } from '../../../extension/app/device-db.ts';
import { loadSession, session } from '../../../extension/app/session.ts';
import { writeSession } from '../../../extension/app/session-store.ts';
import * as queue from '../../../extension/outbox/outbox.ts';
import { sha256Hex } from '../../../shared/message-key.ts';
import type { Me } from '../../../shared/session.ts';

const SERVER = 'https://crm.example';
const me: Me = {
  user: { id: 7, name: 'Li Wei', role: 'rep', scope: 'own', manages: [] },
  workspace: { id: 'w', name: 'North', timeZone: 'Asia/Shanghai', currency: 'CNY' },
  members: [],
  teams: [],
  pipelines: [],
};
const label = { title: 'a mail', type: 'email' } as const;
const log = () => ({ id: uuidv7(), type: 'email', occurredAt: 1, subject: '报价' }) as const;

let badge = '';
/** A silence of the test before may still keep the sender quiet for a second. */
const SOON = { timeout: 3000 };

beforeAll(queue.startOutbox);

beforeEach(async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ text }) => {
    badge = text ?? '';
  });
  await writeSession(await deviceDb(), { server: SERVER, token: 'sl_a_b', me });
  await loadSession();
});

afterEach(async () => {
  await queue.wipeDevice();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('what was saved is counted on the badge and survives without a network', async () => {
  await queue.enqueueActivity(log(), label);
  await queue.enqueueActivity(log(), label);
  await expect.poll(() => badge, SOON).toBe('2');
  await expect.poll(() => queue.outbox.value.paused, SOON).toBe('unreachable');
  expect(await browser.alarms.get(queue.SENDER_ALARM)).toMatchObject({ periodInMinutes: 0.5 });
});

test('the alarm and the badge go when nothing is left to send', async () => {
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { id } = JSON.parse(body) as { id: string };
    const receipt = { id, hash: await sha256Hex(body), outcome: 'created', recordId: id, at: 1 };
    return Response.json(receipt, { status: 201 });
  });
  await queue.enqueueActivity(log(), label);
  await expect.poll(() => queue.outbox.value.delivered.length, SOON).toBe(1);
  await expect.poll(() => badge, SOON).toBe('');
  expect(await browser.alarms.get(queue.SENDER_ALARM)).toBeUndefined();
});

test('a full disk is an error of its own, and nothing is kept', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  await expect(queue.enqueueActivity(log(), label)).rejects.toMatchObject({ code: 'disk_full' });
  expect(await (await deviceDb()).count('outbox')).toBe(0);
});

test('a refused record can be edited and keeps its id', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ code: 'opportunity_closed', message: '', requestId: 'r' }, { status: 409 }),
  );
  const { id } = await queue.enqueueActivity(log(), label);
  await expect.poll(() => queue.outbox.value.rejected.map((record) => record.id), SOON).toEqual([id]);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await queue.edit(id, { ...log(), subject: '改过' })).toMatchObject({ id });
  const stored = await (await deviceDb()).get('outbox', id);
  expect(JSON.parse(stored?.payload ?? '')).toMatchObject({ id, subject: '改过' });
  expect(stored?.error).toBeUndefined();
});

test('editing what the server holds with another content takes that one back and begins anew', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ code: 'hash_conflict', message: '', requestId: 'r' }, { status: 409 }),
  );
  const { id } = await queue.enqueueActivity(log(), label);
  await expect.poll(() => queue.outbox.value.rejected.map((record) => record.id), SOON).toEqual([id]);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await queue.edit(id, log());
  const records = await (await deviceDb()).getAll('outbox');
  expect(records.find(({ kind }) => kind === 'undo')?.target).toBe(id);
  expect(records.filter(({ kind }) => kind === 'activity').map((record) => record.id)).not.toContain(id);
});

test('an expired session leaves the person known and says why nothing is sent', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ code: 'unauthenticated', message: '', requestId: 'r' }, { status: 401 }),
  );
  await queue.enqueueActivity(log(), label);
  await expect.poll(() => queue.outbox.value.paused, SOON).toBe('signed_out');
  expect(session.value?.me.user.id).toBe(7);
  expect(queue.outbox.value.waiting).toHaveLength(1);
});

test('wiping the device leaves neither logs nor session', async () => {
  await queue.enqueueActivity(log(), label);
  await browser.storage.local.set({ preferences: { theme: 'dark' } });
  await queue.wipeDevice();
  const db = await deviceDb();
  expect(await Promise.all([db.count('outbox'), db.count('session'), db.count('keys')])).toEqual([0, 0, 0]);
  expect(await browser.storage.local.get(null)).toEqual({});
  expect(session.value).toBeNull();
});

test('wiping does not wait for a server that never answers, but tells it', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, { method, headers }: RequestInit) => {
    asked.push([method, new URL(url).pathname, new Headers(headers).get('authorization')].join(' '));
    return new Promise(() => {});
  });
  await queue.wipeDevice();
  expect(session.value).toBeNull();
  expect(asked).toContain('DELETE /api/v1/session Bearer sl_a_b');
});

test('wiping revokes the sites that were allowed', async () => {
  const revoked: unknown[] = [];
  const allowed = { origins: ['https://mail.example/*'] };
  // Typed by its callback form, which answers nothing.
  vi.spyOn(browser.permissions, 'getAll').mockResolvedValue(allowed as never);
  vi.spyOn(browser.permissions, 'remove').mockImplementation(async (what) => revoked.push(what) > 0);
  await queue.wipeDevice();
  expect(revoked).toEqual([allowed]);
});

test('the token is on the disk only under a key that cannot be read', async () => {
  const db = await deviceDb();
  const stored = await db.get('session', 'current');
  const key = await db.get('keys', 'token');
  expect(JSON.stringify(stored)).not.toContain('sl_a_b');
  expect(new TextDecoder().decode(stored?.sealed)).not.toContain('sl_a_b');
  expect(key?.extractable).toBe(false);
});

test('a token sealed under a key that is gone means signing in again, not a broken panel', async () => {
  const db = await deviceDb();
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  await db.put('keys', key, 'token');
  await loadSession();
  expect(session.value).toBeNull();
});
