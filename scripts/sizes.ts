import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PlainError, runMain } from './plain-error.ts';
import { fromRoot } from './root.ts';

const KB = 1000;
const EXTENSION = fromRoot('dist/extension/chrome-mv3');

type Measured = { what: string; limitKb?: number; files: () => string[]; build: string };

/** What the user or the runtime has to load, as it travels (gzip), and how much it may be. */
const MEASURED: Measured[] = [
  {
    what: 'worker',
    limitKb: 300,
    files: () => [fromRoot('dist/worker/index.js')],
    build: 'npm run deploy:check',
  },
  // What the panel loads before it can be used, and all that it ever loads. Of the two languages it reads one.
  {
    what: 'side panel',
    limitKb: 150,
    files: () => inOneLanguage('sidepanel.html', AT_ONCE),
    build: 'npm run build',
  },
  {
    what: 'side panel, all',
    limitKb: 230,
    files: () => inOneLanguage('sidepanel.html', EVER),
    build: 'npm run build',
  },
  { what: 'capture.js', limitKb: 120, files: () => [join(EXTENSION, 'capture.js')], build: 'npm run build' },
];

async function main(): Promise<void> {
  for (const { what, limitKb, files, build } of MEASURED) {
    const bytes = files().reduce((sum, path) => sum + gzipSize(path, build), 0);
    const kb = (bytes / KB).toFixed(1);
    const limit = limitKb === undefined ? 'KB gzip' : `of ${limitKb} KB gzip`;
    process.stdout.write(`${what.padEnd(18)}${kb.padStart(7)} ${limit}\n`);
    if (limitKb !== undefined && bytes > limitKb * KB) {
      throw new PlainError(`${what} is ${kb} KB gzip and may be ${limitKb}.`);
    }
  }
}

function gzipSize(path: string, build: string): number {
  if (!existsSync(path)) throw new PlainError(`${path} is missing: run "${build}" first.`);
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

/** The scripts of a page with what they import, and of the languages the larger one. */
function inOneLanguage(page: string, imports: RegExp): string[] {
  const languages = readdirSync(fromRoot('extension/locales')).map((file) => `${basename(file, '.json')}-`);
  const isSentences = (path: string) => languages.some((language) => basename(path).startsWith(language));
  const sentences = scriptsOf(page, EVER)
    .filter(isSentences)
    .toSorted((a, b) => gzipSync(readFileSync(b)).length - gzipSync(readFileSync(a)).length);
  if (sentences.length !== languages.length)
    throw new PlainError('The languages are not files of their own.');
  return [...scriptsOf(page, imports).filter((path) => !isSentences(path)), ...sentences.slice(0, 1)];
}

const AT_ONCE = /(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
/** `import(…)` as well. */
const EVER = /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;

/** The scripts of a page with what they import, and what that imports in turn. */
function scriptsOf(page: string, imports: RegExp): string[] {
  const html = join(EXTENSION, page);
  if (!existsSync(html)) throw new PlainError(`${html} is missing: run "npm run build" first.`);
  const found = new Set<string>();
  const waiting = [
    ...readFileSync(html, 'utf8').matchAll(/<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.js)"/g),
  ].map(([, src = '']) => src);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...importsOf(path, imports));
  }
  return [...found].map((path) => join(EXTENSION, path));
}

function importsOf(path: string, imports: RegExp): string[] {
  const code = readFileSync(join(EXTENSION, path), 'utf8');
  return [...code.matchAll(imports)].map(([, imported = '']) => posix.join(dirname(path), imported));
}

await runMain(main);
