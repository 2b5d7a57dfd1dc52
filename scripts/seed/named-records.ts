import { readersOf } from '../../worker/auth/owned.ts';
import * as shard from '../../worker/db/shard/schema.ts';
import { type NamedRecord, nameIndexRow } from '../../worker/search/name-index.ts';
import { type Chunk, shardChunk } from './tables.ts';
import type { AccountRow, World } from './world.ts';

/** Everything that is found by its name, with the moment it was created. */
export type Created = NamedRecord & { row: { id: string; createdAt: number; ownerId: number } };

type Owned = Pick<AccountRow, 'id' | 'ownerId' | 'teamId' | 'visibility' | 'createdAt'>;

function created(row: Owned, found: Pick<Created, 'kind' | 'names' | 'addresses'>): Created {
  const { ownerId, teamId = null, visibility } = row;
  return { ...found, row, recordId: row.id, readers: readersOf({ ownerId, teamId, visibility }) };
}

/** Oldest first, as they would have been made. */
export function createdRecords({ customers, prospects }: World): Created[] {
  const ofCustomers = customers.flatMap(({ account, domain, contacts, opportunities }) => [
    created(account, { kind: 'account', names: [account.name], addresses: [domain] }),
    ...contacts.map(({ row, email }) =>
      created(row, { kind: 'contact', names: [row.name], addresses: [email] }),
    ),
    ...opportunities.map(({ row }) => created(row, { kind: 'opportunity', names: [row.name] })),
  ]);
  const leads = prospects.map(({ row }) =>
    created(row, { kind: 'lead', names: [row.name, row.company], addresses: [row.email, row.domain] }),
  );
  return [...ofCustomers, ...leads].sort((a, b) => a.row.createdAt - b.row.createdAt);
}

export function nameRows(records: readonly Created[], wsId: number, firstSeq: number): Chunk[] {
  const entries = records.map(({ kind, recordId }, i) => ({ seq: firstSeq + i, wsId, kind, recordId }));
  const words = records.map((record, i) => ({ rowid: firstSeq + i, ...nameIndexRow(wsId, record) }));
  return [shardChunk(shard.nameEntry, entries), shardChunk(shard.nameFts, words)];
}
