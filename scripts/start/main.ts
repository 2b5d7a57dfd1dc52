import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { type Mailbox, serveMailbox } from '../mailbox/serve.ts';
import { runMain } from '../plain-error.ts';
import { hasSample, seedIfEmpty } from '../seed/seed-local.ts';
import { openBrowser } from './browser.ts';
import { type CodeSource, newCodeSource } from './code.ts';
import { migrate } from './databases.ts';
import { buildExtension, EXTENSION_DIR } from './extension.ts';
import { readStartOptions, type StartOptions } from './options.ts';
import { checkDisk, checkPort } from './preflight.ts';
import { type Server, startServer } from './server.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** While starting there is nothing to close in order: leaving ends the server with it. */
const onEarlySignal = (): void => process.exit(130);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  for (const signal of SIGNALS) process.on(signal, onEarlySignal);
  const options = readStartOptions(process.argv.slice(2));
  await checkPort(options.port);
  if (options.mailPort) await checkPort(options.mailPort, '--mail-port');
  await checkDisk(options.dataDir);
  await prepareData(options);
  await buildExtension();
  const code = newCodeSource(options.dataDir);
  const server = await serve(options, code);
  const mailbox = options.mailPort ? await serveMailbox(options.mailPort) : undefined;
  const opened = mailbox?.url ?? server.url;
  const browser = options.wantsBrowser ? await openBrowser(opened, options.dataDir) : undefined;
  const started = { server, mailbox, browser };
  sayWhatNext(started, { code: await code.current(), hasSample: hasSample(options.dataDir) });
  await untilStopped(started);
}

async function prepareData({ dataDir, isEmpty }: StartOptions): Promise<void> {
  await migrate(dataDir);
  if (!isEmpty) seedIfEmpty(dataDir);
}

async function serve({ port, dataDir }: StartOptions, code: CodeSource): Promise<Server> {
  const log = join(dataDir, 'worker.log');
  writeFileSync(log, '');
  let printed = await code.current();
  const sayNewCode = async () => {
    const now = await code.current();
    if (now === printed) return;
    printed = now;
    say(`Next one-time code: ${now}`);
  };
  return startServer({
    port,
    dataDir,
    secretFile: code.secretFile,
    onLine: (line) => {
      appendFileSync(log, `${line}\n`);
      // Used up by a sign-in, or moved on after too many wrong tries: either way a new one is due.
      if (line.includes('local/session')) sayNewCode().catch(() => undefined);
    },
  });
}

type Started = { server: Server; mailbox: Mailbox | undefined; browser: Browser | undefined };

/** Three lines: where it runs, what to do there, and how to sign in. */
function sayWhatNext(started: Started, { code, hasSample }: { code: string; hasSample: boolean }): void {
  const { url } = started.server;
  say(`Sidelog runs on ${url} (API at ${url}/docs). Ctrl+C stops it.`);
  say(firstSteps(started));
  say(`Choose "${hasSample ? 'Try as a rep' : 'Start empty'}" and type this one-time code: ${code}`);
}

function firstSteps({ mailbox, browser }: Started): string {
  const load = `In chrome://extensions turn on Developer mode, "Load unpacked", choose ${EXTENSION_DIR}`;
  if (!mailbox) {
    return browser
      ? 'A browser with the extension is open: click the Sidelog icon in its toolbar.'
      : `${load}, then click the Sidelog icon on any page.`;
  }
  const tryIt = 'click the Sidelog icon, sign in, then Log';
  return browser
    ? `A browser with the extension is open on the sample mailbox ${mailbox.url}: ${tryIt}.`
    : `${load}; open the sample mailbox ${mailbox.url}, ${tryIt}.`;
}

/** Until Ctrl+C, or until the server ends by itself; then everything that was started ends. */
async function untilStopped({ server, mailbox, browser }: Started): Promise<void> {
  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of SIGNALS) {
      process.off(signal, onEarlySignal);
      process.on(signal, () => resolve('asked'));
    }
  });
  const why = await Promise.race([asked, server.ended.then(() => 'ended' as const)]);
  if (why === 'ended') {
    process.stderr.write(
      'The server ended by itself; its last lines are in worker.log of the data folder.\n',
    );
    process.exitCode = 1;
  }
  await browser?.close().catch(() => undefined);
  await mailbox?.stop();
  await server.stop();
}

await runMain(main);
