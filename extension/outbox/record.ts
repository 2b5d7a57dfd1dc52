import type { Level } from '../../shared/access.ts';
import type { ActivityType, NewActivity } from '../../shared/activity.ts';
import type { ApiError } from '../../shared/api-error.ts';
import { sha256Hex } from '../../shared/message-key.ts';
import type { Receipt, Undo } from '../../shared/receipt.ts';

/** Who made a record. Only this person's session on this server ever sends it. */
export type Owner = { server: string; userId: number; workspaceId: string };

/** What the queue shows of a record without opening its payload. */
export type OutboxLabel = { title: string; accountName?: string; type: ActivityType; level?: Level };

export type Refusal = Pick<ApiError, 'detail' | 'fields'> & { code: string };

export type OutboxRecord = Owner & {
  /** The record's permanent id: of the activity's receipt, or of the undo itself. */
  id: string;
  kind: 'activity' | 'undo';
  /** The exact body that is sent; empty once delivered. */
  payload: string;
  /** SHA-256 (hex) of the payload. */
  hash: string;
  label: OutboxLabel;
  createdAt: number;
  /** Attempts begun. After the first, the server may hold it, whatever was answered. */
  attempts: number;
  state: 'waiting' | 'sending' | 'rejected' | 'delivered';
  /** Of an undo: the id of the create that it takes back. */
  target?: string;
  /** Not sent before the record of this id is with the server: two logs of one message must not cross. */
  after?: string;
  /** Of a create: the undo that took it back. It is never sent (again). */
  cancelledBy?: string;
  error?: Refusal;
  nextTryAt?: number;
  deliveredAt?: number;
  /** Where the server keeps it; absent after an undo. */
  recordId?: string;
  /** What the records that a log was to create came to. */
  records?: NonNullable<Receipt['records']>;
};

/** How the sender fares, shared by the panel and the service worker. */
export type SenderStatus = {
  paused?: 'unreachable' | 'server_old' | 'client_old';
  /** Nothing is sent before this instant. */
  notBefore?: number;
  /** Runs in a row in which nothing but silence came back. */
  silentRuns: number;
};

export const isOwnedBy = (record: Owner, owner: Owner): boolean =>
  record.server === owner.server &&
  record.userId === owner.userId &&
  record.workspaceId === owner.workspaceId;

/** Not yet with the server, and meant to get there. */
export const isUnsent = (record: OutboxRecord): boolean =>
  record.state !== 'delivered' && record.cancelledBy === undefined;

/** A record that has not been tried yet. `body` is serialised once, here: what is hashed is what is sent. */
export async function newRecord(
  owner: Owner,
  body: NewActivity | Undo,
  about: Pick<OutboxRecord, 'kind' | 'label' | 'createdAt'> & { target?: string; after?: string },
): Promise<OutboxRecord> {
  const payload = JSON.stringify(body);
  const { server, userId, workspaceId } = owner;
  return {
    server,
    userId,
    workspaceId,
    ...about,
    id: body.id,
    payload,
    hash: await sha256Hex(payload),
    attempts: 0,
    state: 'waiting',
  };
}
