import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedIfEmpty } from '../../scripts/seed/seed-local.ts';
import { newCodeSource } from '../../scripts/start/code.ts';
import { databasePath, migrate, query } from '../../scripts/start/databases.ts';
import { type Server, startServer } from '../../scripts/start/server.ts';

/** The real worker on a D1 of its own, with the sample workspace. */
export class Stack {
  readonly url: string;
  private readonly dataDir: string;
  private readonly port: number;
  private server: Server | undefined;
  private readonly code: ReturnType<typeof newCodeSource>;

  private constructor(dataDir: string, port: number) {
    this.dataDir = dataDir;
    this.port = port;
    this.url = `http://localhost:${port}`;
    this.code = newCodeSource(dataDir);
  }

  static async start(wanted = 0): Promise<Stack> {
    const port = wanted || (await freePort());
    const dataDir = await mkdtemp(join(tmpdir(), 'sidelog-e2e-'));
    await migrate(dataDir);
    await seedIfEmpty(dataDir);
    const stack = new Stack(dataDir, port);
    await stack.up();
    return stack;
  }

  /** Begins to answer; the data is what it was. */
  async up(): Promise<void> {
    const { port, dataDir } = this;
    this.server = await startServer({ port, dataDir, secretFile: this.code.secretFile, onLine: () => {} });
  }

  async down(): Promise<void> {
    await this.server?.stop();
    this.server = undefined;
  }

  oneTimeCode(): Promise<string> {
    return this.code.current();
  }

  /** What the database of the shard really holds. */
  rows(sql: string, ...args: (string | number)[]): Record<string, unknown>[] {
    return query(databasePath(this.dataDir, 'SHARD_0'), sql, ...args);
  }

  async close(): Promise<void> {
    await this.down();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
