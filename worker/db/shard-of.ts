import { ServiceError } from '../errors.ts';

/** The shards' bindings are named in the directory (`workspace.shard`); nothing is ever hashed, so that they can move. */
export const SHARD_BINDING = /^SHARD_\d+$/;

/** The database that holds a workspace. */
export function shardOf<T>(shards: ReadonlyMap<string, T>, workspace: { shard: string }): T {
  const shard = shards.get(workspace.shard);
  if (!shard) throw new ServiceError('unavailable');
  return shard;
}
