import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PlainError, runMain } from './plain-error.ts';
import { fromRoot } from './root.ts';

const KB = 1000;
const EXTENSION = fromRoot('dist/extension/chrome-mv3');

/** What the user or the runtime has to load, as it travels (gzip), and how much it may be. */
const BUDGETS = [
  {
    what: 'worker',
    limitKb: 300,
    files: () => [fromRoot('dist/worker/index.js')],
    build: 'npm run deploy:check',
  },
  { what: 'side panel', limitKb: 150, files: () => scriptsOf('sidepanel.html'), build: 'npm run build' },
  { what: 'capture.js', limitKb: 120, files: () => [join(EXTENSION, 'capture.js')], build: 'npm run build' },
];

async function main(): Promise<void> {
  for (const { what, limitKb, files, build } of BUDGETS) {
    const bytes = files().reduce((sum, path) => sum + gzipSize(path, build), 0);
    const kb = (bytes / KB).toFixed(1);
    process.stdout.write(`${what.padEnd(12)}${kb.padStart(7)} of ${limitKb} KB gzip\n`);
    if (bytes > limitKb * KB) throw new PlainError(`${what} is ${kb} KB gzip and may be ${limitKb}.`);
  }
}

function gzipSize(path: string, build: string): number {
  if (!existsSync(path)) throw new PlainError(`${path} is missing: run "${build}" first.`);
  return gzipSync(readFileSync(path)).length;
}

/** The scripts of a page with everything that they import, at once or later. */
function scriptsOf(page: string): string[] {
  const html = join(EXTENSION, page);
  if (!existsSync(html)) throw new PlainError(`${html} is missing: run "npm run build" first.`);
  const found = new Set<string>();
  const waiting = [...readFileSync(html, 'utf8').matchAll(/<script[^>]+src="\/([^"]+)"/g)].map(
    ([, src = '']) => src,
  );
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...importsOf(path));
  }
  return [...found].map((path) => join(EXTENSION, path));
}

function importsOf(path: string): string[] {
  const code = readFileSync(join(EXTENSION, path), 'utf8');
  return [...code.matchAll(/(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)].map(
    ([, imported = '']) => posix.join(dirname(path), imported),
  );
}

await runMain(main);
