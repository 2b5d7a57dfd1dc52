import { execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { PlainError, runMain } from './plain-error.ts';
import { fromRoot, ROOT } from './root.ts';
import { buildExtension } from './start/extension.ts';

/** A real Roundcube: whoever has one elsewhere names it, else the lab starts its own. */
const WEBMAIL = process.env.WEBMAIL ?? 'http://127.0.0.1:8401';
const LAB = process.env.WEBMAIL_LAB ?? fromRoot('../shared/webmail');

/** The built extension in a real browser, against the real worker and a real webmail. Names as arguments run only those. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  findChromium();
  await startWebmail();
  await buildExtension();
  const files = globSync('test/e2e/*.e2e.ts', { cwd: ROOT }).filter(
    (file) => wanted.length === 0 || wanted.some((name) => file.includes(`/${name}.`)),
  );
  if (files.length === 0) throw new PlainError(`No browser test is called ${wanted.join(' or ')}.`);
  // One file at a time: each has a server and up to two browsers of its own.
  const tests = spawn(
    process.execPath,
    ['--test', '--test-concurrency=1', '--test-timeout=300000', ...files.sort()],
    {
      cwd: ROOT,
      stdio: 'inherit',
    },
  );
  process.exitCode = await new Promise<number>((resolve, reject) => {
    tests.once('error', reject);
    tests.once('close', (code) => resolve(code ?? 1));
  });
}

async function startWebmail(): Promise<void> {
  const isUp = await fetch(WEBMAIL, { signal: AbortSignal.timeout(3000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isUp) return;
  const script = join(LAB, 'up-roundcube.sh');
  if (!existsSync(script)) {
    throw new PlainError(
      `The browser tests log mail from a real Roundcube, and none answers at ${WEBMAIL}: set WEBMAIL to one that has the mailbox of the lab, or WEBMAIL_LAB to the folder of the lab.`,
    );
  }
  execFileSync(script, { stdio: ['ignore', 'ignore', 'inherit'] });
}

await runMain(main);
