import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromRoot } from '../../scripts/root.ts';
import { seedIfEmpty } from '../../scripts/seed/seed-local.ts';
import { newCodeSource } from '../../scripts/start/code.ts';
import { databasePath, migrate, query } from '../../scripts/start/databases.ts';
import { readStartOptions } from '../../scripts/start/options.ts';
import { checkPort } from '../../scripts/start/preflight.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sidelog-start-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

test('without options it serves on 8787, mail on 8788, fills an empty database and opens a browser', () => {
  expect(readStartOptions([])).toEqual({
    port: 8787,
    mailPort: 8788,
    dataDir: fromRoot('.sidelog'),
    isEmpty: false,
    wantsBrowser: true,
  });
});

test('every option is understood', () => {
  const typed = ['--empty', '--port', '9000', '--mail-port', '9005', '--no-browser', '--data', '/tmp/x'];
  expect(readStartOptions(typed)).toEqual({
    port: 9000,
    mailPort: 9005,
    dataDir: '/tmp/x',
    isEmpty: true,
    wantsBrowser: false,
  });
});

test('without mail its port does not matter', () => {
  expect(readStartOptions(['--no-mail', '--mail-port', '8787']).mailPort).toBeUndefined();
});

test.each([
  [['--port', 'x']],
  [['--port', '0']],
  [['--prot', '9000']],
  [['--mail-port', '70000']],
  [['--port', '8788']],
])('%j is answered with one sentence', (args) => {
  expect(() => readStartOptions(args)).toThrow(/^[^\n]+$/);
});

test('a taken port is named, with what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(checkPort(port)).rejects.toThrow(`Port ${port} is taken`);
  await expect(checkPort(port)).rejects.toThrow(`--port ${port + 1}`);
  await expect(checkPort(port, '--mail-port')).rejects.toThrow(`--mail-port ${port + 1}`);
  server.close();
});

test('an old Node is told which one is needed, in one sentence', () => {
  const lie =
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });";
  const script = `${lie} const { install } = await import(${JSON.stringify(fromRoot('scripts/install.mjs'))}); install();`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('Node 20 or newer');
});

test('migrating twice changes nothing, the sample is loaded once, and the code is as secret as its file', async () => {
  await migrate(dataDir);
  await migrate(dataDir);
  expect(seedIfEmpty(dataDir)).toBe(true);
  expect(seedIfEmpty(dataDir)).toBe(false);
  const [row] = query(databasePath(dataDir, 'SHARD_0'), 'SELECT count(*) AS n FROM activity');
  expect(row?.n).toBe(600);

  const code = newCodeSource(dataDir);
  expect(await code.current()).toMatch(/^\d{4} \d{4}$/);
  expect(statSync(code.secretFile).mode & 0o777).toBe(0o600);
}, 60_000);
