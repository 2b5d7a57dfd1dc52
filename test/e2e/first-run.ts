import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError, runMain } from '../../scripts/plain-error.ts';
import { fromRoot, ROOT } from '../../scripts/root.ts';
import { checkPort } from '../../scripts/start/preflight.ts';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';

// What a newcomer does, by the README's own lines, on a fresh clone with an empty package cache. It measures how long that
// takes; only a first log that does not arrive is a failure. `node test/e2e/first-run.ts [PORT]`
const PORT = Number(process.argv[2] ?? 8797);
const LONGEST_MS = 600_000;

type Started = { url: string; mailbox: string; extension: string; code: string };

async function main(): Promise<void> {
  for (const port of [PORT, PORT + 1]) await checkPort(port);
  const dir = await mkdtemp(join(tmpdir(), 'sidelog-first-run-'));
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  const shell = follow(await commandsOfReadme(join(dir, 'data')), dir);
  try {
    const started = await within(LONGEST_MS, shell.started);
    process.stdout.write(`${seconds()} s after the clone began, npm start says what to do next\n`);
    await within(120_000, logFirstMail(started));
    process.stdout.write(`${seconds()} s from clone to the first delivered log (aim: 180)\n`);
  } finally {
    await end(shell.child);
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The lines under "Try it", with ports and data of their own. */
async function commandsOfReadme(dataDir: string): Promise<string> {
  const readme = await readFile(fromRoot('README.md'), 'utf8');
  const block = /## Try it\n[^#]*?```sh\n(?<lines>.*?)```/s.exec(readme)?.groups?.lines;
  if (!block?.includes('<this repository>') || !/^npm start$/m.test(block)) {
    throw new PlainError('README.md does not say under "Try it" how to clone and start.');
  }
  const own = ` -- --port ${PORT} --mail-port ${PORT + 1} --no-browser --data '${dataDir}'`;
  return block.replace('<this repository>', `'${ROOT}'`).replace(/^npm start$/m, `npm start${own}`);
}

/** Runs the lines as a newcomer's shell would: nothing of this checkout's tools, settings or package cache is there. */
function follow(lines: string, dir: string): { child: ChildProcess; started: Promise<Started> } {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/.test(name)),
  );
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const child = spawn('bash', ['-euc', lines], {
    cwd: dir,
    env: { ...env, PATH: path.join(delimiter), npm_config_cache: join(dir, 'cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const said: string[] = [];
  const started = new Promise<Started>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const found = readStarted(said.join('\n'));
      if (found) resolve(found);
    });
    child.once('close', () => reject(new PlainError(`It ended before it ran. It said:\n${said.join('\n')}`)));
  });
  return { child, started };
}

/** What the three lines of `npm start` tell a person. */
function readStarted(said: string): Started | undefined {
  const { url, extension, mailbox, code } =
    /runs on (?<url>http:\S+) .*"Load unpacked", choose (?<extension>[^;\n]+); open the sample mailbox (?<mailbox>http:[^\s,]+), .*code: (?<code>\d{4} \d{4})/s.exec(
      said,
    )?.groups ?? {};
  return url && extension && mailbox && code ? { url, extension, mailbox, code } : undefined;
}

async function logFirstMail({ url, mailbox, extension, code }: Started): Promise<void> {
  const around = await Surroundings.open({ built: extension });
  try {
    const panel = new Panel(await around.clickIcon(await around.page(mailbox)));
    await panel.signIn({ url, oneTimeCode: async () => code }, 'rep');
    await panel.says('Original message read');
    await panel.click('Log Ctrl');
    await panel.says(/Delivered \d/);
  } finally {
    await around.close();
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const tooLong = sleep(ms, undefined, late).then(() => {
    throw new PlainError(`Not done within ${ms / 1000} s.`);
  });
  return Promise.race([work, tooLong]).finally(() => late.abort());
}

/** As Ctrl+C does: the shell and all that it started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  process.kill(-child.pid, 'SIGINT');
  const isGone = await Promise.race([ended.then(() => true), sleep(15_000, false, { ref: false })]);
  if (!isGone) process.kill(-child.pid, 'SIGKILL');
}

await runMain(main);
