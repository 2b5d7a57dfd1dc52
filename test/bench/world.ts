import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { SAMPLE, seedLocal } from '../../scripts/seed/seed-local.ts';
import { newCodeSource } from '../../scripts/start/code.ts';
import { databasePath, migrate, query } from '../../scripts/start/databases.ts';
import { startServer } from '../../scripts/start/server.ts';
import { Client } from './client.ts';

const ACCOUNTS = 2000;
const WORKER = 'test/bench/worker/index.ts';
const SignedIn = z.object({ token: z.string() });

export type World = {
  rep: Client;
  manager: Client;
  /** What the floor needs of the rep's session. */
  session: { sid: string; wsId: number; id: string };
  facts: Facts;
  close(): Promise<void>;
};

/** What there is to ask for, read from the database before the server has it. */
export type Facts = {
  addresses: string[];
  accountIds: string[];
  /** Beginnings of names: Latin words, and two Chinese characters. */
  terms: string[];
  pipelineId: string;
};

/** The bench's own worker on a database of its own, in which `activities` lie beside two smaller workspaces. */
export async function openWorld(activities: number, port: number): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sidelog-bench-'));
  try {
    await migrate(dataDir);
    seedLocal(dataDir, { ...SAMPLE, accounts: ACCOUNTS, activities, workspaces: 3, now: Date.now() });
    const facts = prepare(databasePath(dataDir, 'SHARD_0'));
    const code = newCodeSource(dataDir);
    const { secretFile } = code;
    const server = await startServer({ port, dataDir, secretFile, script: WORKER, onLine: () => {} });
    const tokens = [];
    for (const role of ['rep', 'manager']) {
      tokens.push(await signIn(server.url, { code: await code.current(), role }));
    }
    const [rep = '', manager = ''] = tokens;
    const clients = { rep: new Client(server.url, rep), manager: new Client(server.url, manager) };
    return {
      ...clients,
      session: { sid: rep.split('_')[1] ?? '', wsId: 1, id: facts.accountIds[0] ?? '' },
      facts,
      close: async () => {
        for (const client of Object.values(clients)) client.close();
        await server.stop();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}

function prepare(shard: string): Facts {
  const database = new DatabaseSync(shard);
  database.exec(
    'CREATE TABLE bench_floor (ws_id INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (ws_id, id)) WITHOUT ROWID',
  );
  database.close();
  const texts = (sql: string) => query(shard, sql).map(({ value }) => String(value));
  const names = texts('SELECT name AS value FROM account WHERE ws_id = 1 ORDER BY id LIMIT 400');
  const latin = names.flatMap((name) => /^[A-Za-z]{4,}/.exec(name)?.[0] ?? []);
  const chinese = names.flatMap((name) => /^\p{Script=Han}{2}/u.exec(name)?.[0] ?? []);
  return {
    addresses: texts('SELECT email AS value FROM contact_email WHERE ws_id = 1 ORDER BY email LIMIT 500'),
    accountIds: texts('SELECT id AS value FROM account WHERE ws_id = 1 ORDER BY id LIMIT 500'),
    // Half of them Chinese.
    terms: latin.slice(0, 40).flatMap((word, i) => [word, chinese[i] ?? '客户']),
    pipelineId: texts('SELECT id AS value FROM pipeline WHERE ws_id = 1 ORDER BY position LIMIT 1')[0] ?? '',
  };
}

async function signIn(url: string, { code, role }: { code: string; role: string }): Promise<string> {
  const client = new Client(url);
  const as = { kind: 'sample', role, email: `${role}@example.test` };
  const body = { code: code.replace(' ', ''), as, device: 'bench' };
  const { text } = await client.call({ method: 'POST', path: '/api/v1/local/session', body });
  client.close();
  return SignedIn.parse(JSON.parse(text)).token;
}
