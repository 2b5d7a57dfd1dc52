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
  const total = { passed: 0, failed: 0 };
  // One file at a time: each has a server and up to two browsers of its own.
  for (const file of files.sort()) {
    let counts = await runFile(file);
    if (counts.failed > 0) {
      // A real browser now and then loses a key or a click; what is broken is broken twice.
      process.stdout.write(`again: ${file}, ${counts.failed} failed\n`);
      counts = await runFile(file);
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

type Counts = { passed: number; failed: number };

async function runFile(file: string): Promise<Counts> {
  const tests = spawn(process.execPath, ['--test', '--test-timeout=300000', file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  tests.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    said += chunk.toString();
  });
  const code = await new Promise<number>((resolve, reject) => {
    tests.once('error', reject);
    tests.once('close', (status) => resolve(status ?? 1));
  });
  const count = (word: string) => Number(new RegExp(`(?:#|ℹ) ${word} (\\d+)`).exec(said)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: code === 0 ? failed : Math.max(failed, 1) };
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
