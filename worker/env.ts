/** What the runtime binds. Shards beyond the first are further D1 bindings named SHARD_<n>. */
export type Env = {
  CONTROL: D1Database;
  SHARD_0: D1Database;
  [shard: `SHARD_${number}`]: D1Database | undefined;
  ASSETS?: Fetcher;
  /** '1' only under `npm start`: opens local sign-in. Never set in wrangler.toml. */
  LOCAL?: string;
  /** Seed of the one-time codes that `npm start` prints. */
  LOCAL_SECRET?: string;
};
