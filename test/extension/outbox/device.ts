import { locks } from 'node:worker_threads';
import { uuidv7 } from 'uuidv7';
import type { postExact } from '../../../extension/api/client.ts';
import { type DeviceDb, openDeviceDb } from '../../../extension/app/device-db.ts';
import { newRecord, type OutboxRecord, type Owner } from '../../../extension/outbox/record.ts';
import { createSender, type Identity } from '../../../extension/outbox/sender.ts';
import * as store from '../../../extension/outbox/store.ts';
import { sha256Hex } from '../../../shared/message-key.ts';

export const REP: Identity = { server: 'https://crm.example', userId: 1, workspaceId: 'w', token: 'rep' };
export const OTHER: Identity = { ...REP, userId: 2, token: 'other' };

type Reply = 'silence' | 'lost_answer' | { status: number; code: string; retryAfter?: string };

/**
 * The far end of the wire: accepts a body once and answers with its receipt, as the worker does. `plan` holds what
 * happens to the next requests instead.
 */
export class Wire {
  readonly accepted = new Map<string, string>();
  readonly log: { path: string; id: string; token: string }[] = [];
  plan: Reply[] = [];
  inFlight = 0;
  most = 0;
  /** Awaited by each request before it is answered. */
  gate: Promise<unknown> = Promise.resolve();

  readonly post: typeof postExact = async ({ path, body, token }) => {
    const { id } = JSON.parse(body) as { id: string };
    this.log.push({ path, id, token });
    this.most = Math.max(this.most, ++this.inFlight);
    const reply = this.plan.shift();
    await this.gate;
    this.inFlight--;
    if (reply === 'silence') throw new TypeError('Failed to fetch');
    if (typeof reply === 'object') return refusal(reply);
    this.accepted.set(id, body);
    if (reply === 'lost_answer') throw new TypeError('Failed to fetch');
    const outcome = path.endsWith('undos') ? 'undone' : 'created';
    return Response.json({ id, hash: await sha256Hex(body), outcome, recordId: id, at: 1 }, { status: 201 });
  };

  get paths(): string[] {
    return this.log.map(({ path }) => path.replace('/api/v1/', ''));
  }
}

function refusal({ status, code, retryAfter }: Exclude<Reply, string>): Response {
  const headers = retryAfter ? { 'retry-after': retryAfter } : undefined;
  return Response.json({ code, message: code, requestId: 'r' }, { status, headers });
}

/** One device: its database, its clock, and whoever is signed in on it. */
export class Device {
  readonly name = uuidv7();
  readonly wire = new Wire();
  now = 1_000_000;
  identity: Identity | undefined = REP;
  signedOut: string[] = [];
  private opened: Promise<DeviceDb> | undefined;

  /** A context that sends: a panel or a service worker. */
  sender({ post = this.wire.post, isAlone = false }: { post?: typeof postExact; isAlone?: boolean } = {}) {
    return createSender({
      open: () => this.db(),
      // Whoever is killed lets go of its locks; a life that is alone has none to wait for.
      locks: isAlone ? ({ request: (_name: string, work: () => unknown) => work() } as LockManager) : locks,
      identity: async () => this.identity,
      post,
      onSignedOut: async (token) => {
        this.signedOut.push(token);
        this.identity = undefined;
      },
      onChange: () => {},
      now: () => this.now,
      random: () => 1,
    });
  }

  db(): Promise<DeviceDb> {
    this.opened ??= openDeviceDb(this.name);
    return this.opened;
  }

  /** What a kill leaves: the database, and nothing of what was in memory. */
  async reboot(): Promise<void> {
    (await this.db()).close();
    this.opened = undefined;
  }

  async save(title = 'a mail', owner: Owner = REP): Promise<OutboxRecord> {
    const body = { id: uuidv7(), type: 'email', occurredAt: 1, subject: title } as const;
    const about = { kind: 'activity', label: { title, type: 'email' }, createdAt: this.now } as const;
    const record = await newRecord(owner, body, about);
    await store.add(await this.db(), record);
    return record;
  }

  async takeBack(target: string): Promise<'removed' | 'queued'> {
    const about = { kind: 'undo', target, label: { title: '', type: 'email' }, createdAt: this.now } as const;
    return store.takeBack(await this.db(), target, await newRecord(REP, { id: uuidv7(), target }, about));
  }

  async records(): Promise<OutboxRecord[]> {
    return (await this.db()).getAll('outbox');
  }

  async states(): Promise<string[]> {
    return (await this.records()).map(({ kind, state }) => `${kind} ${state}`);
  }
}
