import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../plain-error.ts';
import { ROOT } from '../root.ts';
import { WRANGLER, wranglerEnv } from './wrangler.ts';

const LONGEST_START_MS = 60_000;

export type Server = { url: string; stop(): Promise<void>; ended: Promise<void> };
type ServerOptions = {
  port: number;
  dataDir: string;
  secretFile: string;
  /** Another worker than the one of wrangler.toml, which the bench has. */
  script?: string;
  onLine(line: string): void;
};

/** Serves the worker on loopback with local sign-in open. Resolves when it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const child = spawn(process.execPath, [WRANGLER, ...wranglerArgs(options)], {
    cwd: ROOT,
    env: wranglerEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGTERM'));
  const tail: string[] = [];
  const read = (stream: Readable) =>
    createInterface({ input: stream }).on('line', (line) => {
      if (tail.push(line) > 30) tail.shift();
      options.onLine(line);
    });
  read(child.stdout);
  read(child.stderr);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://localhost:${options.port}`;
  await answering(url, child).catch(async (error) => {
    await stop(child, ended);
    throw new PlainError(`${error.message}\n${tail.join('\n')}`);
  });
  return { url, ended, stop: () => stop(child, ended) };
}

const wranglerArgs = ({ port, dataDir, secretFile, script }: ServerOptions): string[] => [
  'dev',
  ...(script ? [script] : []),
  ...['--ip', '127.0.0.1'],
  ...['--port', String(port)],
  ...['--inspector-port', '0'],
  ...['--persist-to', dataDir],
  ...['--var', 'LOCAL:1'],
  // By file and not by argument: any user of this machine may read a process's arguments.
  ...['--env-file', secretFile],
  '--show-interactive-dev-session=false',
];

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error('The server ended while starting; its last words were:');
    const answer = await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The server did not answer within a minute; its last words were:');
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const isGone = await Promise.race([ended.then(() => true), sleep(5000, false, { ref: false })]);
  if (!isGone) child.kill('SIGKILL');
}
