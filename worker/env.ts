import type { Ctx } from './context.ts';

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

/** One request's databases, every statement of which is counted. */
export type Databases = { control: D1Database; shards: ReadonlyMap<string, D1Database> };

export type AppEnv = {
  Bindings: Env;
  Variables: {
    requestId: string;
    databases: Databases;
    /** Set by `signedIn`: routes mounted behind it may rely on it. */
    ctx: Ctx;
  };
};
